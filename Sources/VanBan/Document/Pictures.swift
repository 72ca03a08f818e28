import Diagnostics
import Files
import Geometry
import Layout
import Markup

/// More pixels in one picture are refused: they are held uncompressed while the page is painted.
private let maxPixels = 100_000_000

extension RenderContext {
  /// Reads the pictures of all `img` elements, each relative to the file that the element stands in.
  func readPictures(of tree: ElementTree) -> [Int32: Picture] {
    var pictures: [Int32: Picture] = [:]
    for index in tree.nodes.indices where tree.nodes[index].kind == .img {
      let id = NodeID(index)
      guard let source = tree.attributes(of: id).first(where: { $0.name == "src" }) else { continue }
      let folder = parentFolder(loader.sources.path(of: source.span.source))
      do throws(FileError) {
        let file = try loader.load(source.value, from: folder)
        let alternative = tree.attribute("alt", of: id) ?? ""
        pictures[Int32(index)] = picture(file, alternative: alternative, at: source.valueSpan)
      } catch {
        found.report(error.diagnostic(at: source.valueSpan))
      }
    }
    return pictures
  }

  private func picture(_ file: LoadedFile, alternative: String, at span: SourceSpan) -> Picture? {
    guard let (width, height) = pngSize(file.bytes) else {
      found.report(.notPNG(file.path, span: span))
      return nil
    }
    // Both are below 2^31, so that the product cannot overflow.
    guard width * height <= maxPixels else {
      found.report(.imageTooLarge(file.path, width: width, height: height, span: span))
      return nil
    }
    // A pixel is 0.75 pt (CSS Images 3, 4.1).
    let size = Size(width: Double(width) * 0.75, height: Double(height) * 0.75)
    return Picture(bytes: file.bytes, size: size, alternative: alternative)
  }
}

/// Width and height in the first chunk of a PNG file (PNG 3, 5.2 and 11.2.1); `nil` where the bytes are none.
func pngSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
  let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
  guard bytes.count >= 24, bytes.starts(with: start) else { return nil }
  let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
  let height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
  guard width > 0, height > 0, width < 1 << 31, height < 1 << 31 else { return nil }
  return (width, height)
}
