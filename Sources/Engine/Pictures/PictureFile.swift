public import Geometry

/// A picture's file as it was read: its bytes, and what its header says.
///
/// The bytes are not decoded: a JPEG goes into a PDF as it is.
public struct PictureFile: Sendable {
  /// The kinds of files that are understood.
  public enum Format: String, Sendable, CaseIterable {
    case png, jpeg, svg
  }

  /// What the bytes are.
  public var format: Format
  /// The whole file.
  public var bytes: [UInt8]
  /// Pixels across and down as stored, before ``orientation``; zero for SVG.
  public var pixels = PixelSize(width: 0, height: 0)
  /// How the stored pixels are turned to be looked at.
  public var orientation = Orientation.upright
  /// Channels of a JPEG: 1 grey, 3 colour, 4 CMYK; 0 where the file does not say.
  public var components = 0
  /// Whether a CMYK JPEG stores 255 less the ink, as Adobe's programs write it.
  public var hasInvertedColors = false
  /// Natural width and height in points after ``orientation``, at a pixel of 0.75 pt (CSS Images 3, 4.1).
  public var natural = NaturalSize()
  /// Pixels an inch as the file says, after ``orientation``; `nil` where it does not.
  public var resolution: Size?

  init(format: Format, bytes: [UInt8]) {
    self.format = format
    self.bytes = bytes
  }
}

/// Pixels across and down.
public struct PixelSize: Sendable, Hashable {
  /// Across.
  public var width: Int
  /// Down.
  public var height: Int

  /// A size of `width` by `height` pixels.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// Natural dimensions of a picture (CSS Images 3, 4.1): each may be missing.
public struct NaturalSize: Sendable, Hashable {
  /// In points.
  public var width: Double?
  /// In points.
  public var height: Double?
  /// Width by height; `nil` for none.
  public var ratio: Double?

  /// Nothing known.
  public init() {}

  /// Both sides in points, and their ratio.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
    if width > 0, height > 0 { ratio = width / height }
  }
}

/// EXIF's orientations (tag 0x0112): what happens to the stored pixels before they are looked at.
public enum Orientation: Int, Sendable, CaseIterable {
  case upright = 1
  case mirrored = 2
  case upsideDown = 3
  case flipped = 4
  /// Rows become columns: mirrored along the diagonal from the top left.
  case transposed = 5
  /// Turned a quarter clockwise.
  case turnedRight = 6
  /// Mirrored along the other diagonal.
  case transversed = 7
  /// Turned a quarter anticlockwise.
  case turnedLeft = 8

  /// Whether width and height change places.
  public var isSideways: Bool { rawValue >= 5 }
}

/// Why a file is no picture that can be shown.
public enum PictureError: Error, Sendable, Equatable {
  /// The bytes are no PNG, JPEG or SVG.
  case unknownFormat
  /// The file is cut off or its structure is broken; says where.
  case damaged(String)
  /// More pixels than are allowed.
  case tooLarge(PixelSize)
  /// A kind of its format that is not understood; says which.
  case unsupported(String)
}

/// More pixels in one picture are refused: they are held uncompressed while a page is painted.
public let maximumPixels = 100_000_000

/// More pixels than this on a side are refused: Cairo's surfaces hold no more.
let maximumSide = 32_767

/// Reads the header of a picture and walks over its parts, so that a file that is cut off is found before it is painted.
///
/// - Parameter bytes: the whole file.
/// - Returns: the picture.
/// - Throws: ``PictureError``.
public func readPicture(_ bytes: [UInt8]) throws(PictureError) -> PictureFile {
  if bytes.starts(with: pngSignature) { return try readPNG(bytes) }
  if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return try readJPEG(bytes) }
  if let picture = try readSVG(bytes) { return picture }
  throw .unknownFormat
}

extension PictureFile {
  /// The picture as it is stored, not turned.
  public var unturned: PictureFile {
    guard orientation != .upright else { return self }
    var result = self
    result.orientation = .upright
    guard orientation.isSideways else { return result }
    result.natural = NaturalSize(width: natural.height ?? 0, height: natural.width ?? 0)
    if let turned = resolution { result.resolution = Size(width: turned.height, height: turned.width) }
    return result
  }

  /// Sets the size of a picture of pixels, and what follows from it.
  mutating func settle(_ size: PixelSize) throws(PictureError) {
    guard size.width > 0, size.height > 0 else { throw .damaged("its width or height is 0") }
    // Both are below 2^31, so that the product cannot overflow.
    guard size.width * size.height <= maximumPixels, max(size.width, size.height) <= maximumSide else {
      throw .tooLarge(size)
    }
    pixels = size
    let width = Double(orientation.isSideways ? size.height : size.width)
    let height = Double(orientation.isSideways ? size.width : size.height)
    natural = NaturalSize(width: width * 0.75, height: height * 0.75)
    if orientation.isSideways, let stored = resolution {
      resolution = Size(width: stored.height, height: stored.width)
    }
  }
}
