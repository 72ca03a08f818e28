import Foundation
import Printing
import TestSupport

/// A PDF whose pages say their number, in a folder that goes with the object.
final class TestDocument {
  let path: String

  /// Pages of A4; `padding` makes the file larger by so many bytes.
  init(pages: Int, width: Double = 595.276, height: Double = 841.89, padding: Int = 0) throws {
    path = NSTemporaryDirectory() + "vanban-document-\(UUID().uuidString).pdf"
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    func add(_ object: String) {
      offsets.append(file.utf8.count)
      file += "\(offsets.count) 0 obj\n\(object)\nendobj\n"
    }
    add("<< /Type /Catalog /Pages 2 0 R >>")
    let kids = (0..<pages).map { "\(4 + $0 * 2) 0 R" }.joined(separator: " ")
    add("<< /Type /Pages /Count \(pages) /Kids [\(kids)] /MediaBox [0 0 \(width) \(height)] >>")
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for page in 1...pages {
      add("<< /Type /Page /Parent 2 0 R /Contents \(3 + page * 2) 0 R /Resources << /Font << /F 3 0 R >> >> >>")
      let text = "BT /F 40 Tf 100 400 Td (page \(page)) Tj ET 10 10 \(page * 20) 30 re f"
      add("<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream")
    }
    if padding > 0 { add("<< /Length \(padding) >>\nstream\n\(String(repeating: "x", count: padding))\nendstream") }
    let start = file.utf8.count
    file += "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { file += String(format: "%010d 00000 n \n", offset) }
    file += "trailer << /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    try Data(file.utf8).write(to: URL(filePath: path))
  }

  /// The file, open: it outlives this object.
  func opened() throws -> DocumentFile { try DocumentFile(path) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// The pages of a PDF as they look, each as the bytes of a picture.
func pictures(of path: String) throws -> [Data] {
  let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "vanban-pages-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try runProgram("pdftoppm", ["-r", "50", path, "\(folder.path)/p"])
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  return try names.map { try Data(contentsOf: folder.appending(path: $0)) }
}
