import Layout
import Pictures

/// The pictures of a document as they are painted: the same file is read once, and written once.
///
/// Not Sendable: one painter, one task.
final class PictureCache {
  private var pictures: [Int32: DecodedPicture] = [:]
  private var drawings: [Int32: Drawing] = [:]
  /// The pictures of pixels that the page shows so far.
  private var shown: Set<Int32> = []
  /// Bytes that the pictures hold.
  private var held = 0
  let kind: Surface.Kind

  init(for kind: Surface.Kind) {
    self.kind = kind
  }

  /// The picture of pixels of a file.
  func picture(_ image: ImagePaint) throws(RenderingError) -> DecodedPicture {
    if let known = pictures[image.number] { return known }
    let made = try decode(image.file)
    if kind == .pdf { made.setIdentity(image.number) }
    pictures[image.number] = made
    held += made.width * made.height * 4
    return made
  }

  /// The drawing of an SVG file.
  func drawing(_ image: ImagePaint) throws(RenderingError) -> Drawing {
    if let known = drawings[image.number] { return known }
    let made = try Drawing(svg: image.file.bytes)
    drawings[image.number] = made
    return made
  }

  /// Whether a picture has been shown on this page; from now on it has.
  ///
  /// Cairo 1.16 names it twice in the page's resources if it is painted twice: it then has to be painted in a group.
  func noteShown(_ image: ImagePaint) -> Bool {
    kind == .pdf && !shown.insert(image.number).inserted
  }

  /// Lets pictures go after a page where they hold much; those that come again are decoded again, but written once.
  func endPage() {
    shown = []
    guard held > 128 << 20 else { return }
    pictures = [:]
    held = 0
  }

  private func decode(_ file: PictureFile) throws(RenderingError) -> DecodedPicture {
    switch (file.format, kind) {
    case (.png, _), (.svg, _): try DecodedPicture(png: file.bytes)
    // A CMYK JPEG would not be PDF/A beside an RGB output intent, and browsers turn a JPEG inside an SVG themselves.
    case (.jpeg, .pdf) where file.components != 4: try DecodedPicture(passingThrough: file)
    case (.jpeg, .svg) where file.components != 4 && file.orientation == .upright:
      try DecodedPicture(passingThrough: file)
    case (.jpeg, _): try DecodedPicture(decoding: file)
    }
  }
}
