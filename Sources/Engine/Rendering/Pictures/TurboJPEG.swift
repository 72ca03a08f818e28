import Glibc
import Pictures

/// libturbojpeg, loaded when the first JPEG has to become pixels: a PDF takes it as it is.
struct TurboJPEG: Sendable {
  /// The library; `nil` where it is not installed.
  static let shared = TurboJPEG()

  private typealias Create = @convention(c) @Sendable () -> OpaquePointer?
  private typealias Destroy = @convention(c) @Sendable (OpaquePointer?) -> Int32
  private typealias Decompress =
    @convention(c) @Sendable (
      OpaquePointer?, UnsafePointer<UInt8>?, UInt, UnsafeMutablePointer<UInt8>?, Int32, Int32, Int32, Int32, Int32
    ) -> Int32

  private let create: Create
  private let destroy: Destroy
  private let decompress: Decompress

  private init?() {
    guard let library = dlopen("libturbojpeg.so.0", RTLD_NOW), let create = dlsym(library, "tjInitDecompress"),
      let destroy = dlsym(library, "tjDestroy"), let decompress = dlsym(library, "tjDecompress2")
    else { return nil }
    self.create = unsafeBitCast(create, to: Create.self)
    self.destroy = unsafeBitCast(destroy, to: Destroy.self)
    self.decompress = unsafeBitCast(decompress, to: Decompress.self)
  }

  /// TJPF_BGRX: a little-endian machine's order of Cairo's RGB24.
  private static let bgrx: Int32 = 3
  /// TJPF_CMYK.
  private static let cmyk: Int32 = 11

  /// Writes the pixels of a JPEG, four bytes each in the order of Cairo's RGB24; gives whether that could be done.
  func decode(_ file: PictureFile, into pixels: UnsafeMutablePointer<UInt8>, stride: Int) -> Bool {
    let decoder = create()
    defer { _ = destroy(decoder) }
    let size = file.pixels
    let format = file.components == 4 ? Self.cmyk : Self.bgrx
    let status = file.bytes.withUnsafeBufferPointer { bytes in
      decompress(
        decoder,
        bytes.baseAddress,
        UInt(bytes.count),
        pixels,
        Int32(size.width),
        Int32(stride),
        Int32(size.height),
        format,
        0
      )
    }
    guard status == 0 else { return false }
    if file.components == 4 {
      for row in 0..<size.height {
        convertToRGB(pixels + row * stride, count: size.width, isInverted: file.hasInvertedColors)
      }
    }
    return true
  }

  /// Four inks become light, as printers' programs show them without a profile: each ink takes away its share.
  private func convertToRGB(_ row: UnsafeMutablePointer<UInt8>, count: Int, isInverted: Bool) {
    for index in 0..<count {
      let pixel = row + index * 4
      // Adobe stores 255 less the ink.
      func light(_ channel: Int) -> Int { isInverted ? Int(pixel[channel]) : 255 - Int(pixel[channel]) }
      let black = light(3)
      let (red, green, blue) = (light(0) * black / 255, light(1) * black / 255, light(2) * black / 255)
      pixel[0] = UInt8(blue)
      pixel[1] = UInt8(green)
      pixel[2] = UInt8(red)
      pixel[3] = 255
    }
  }
}
