import Archive
import Foundation
import Testing

/// The example of the target's catalogue: `Archive.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let path = NSTemporaryDirectory() + "vanban-archive-\(UUID().uuidString).pdf"
    defer { try? FileManager.default.removeItem(atPath: path) }
    // The second page inherits its size and is turned by a quarter.
    let kids = "<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] /MediaBox [0 0 595 842] >>"
    try pdf(["<< /Type /Catalog /Pages 2 0 R >>", kids, page(), page("/Rotate 90")]).write(to: URL(filePath: path))
    let sizes = try pageSizes(ofPDF: path)
    #expect(sizes == [PDFPageSize(width: 595, height: 842), PDFPageSize(width: 842, height: 595)])
    #expect(throws: ArchiveError.self) { try pageSizes(ofPDF: "/etc/hostname") }
  }

  @Test("a file that wants a password is told apart from a damaged one")
  func encrypted() throws {
    let folder = NSTemporaryDirectory() + "vanban-archive-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let tree = "<< /Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595 842] >>"
    try pdf(["<< /Type /Catalog /Pages 2 0 R >>", tree, page()]).write(to: URL(filePath: "\(folder)/a.pdf"))
    let qpdf = Process()
    qpdf.executableURL = URL(filePath: "/usr/bin/qpdf")
    qpdf.arguments = ["--encrypt", "secret", "owner", "256", "--", "\(folder)/a.pdf", "\(folder)/b.pdf"]
    try qpdf.run()
    qpdf.waitUntilExit()
    #expect(throws: ArchiveError.encrypted) { try pageSizes(ofPDF: "\(folder)/b.pdf") }
  }

  private func page(_ more: String = "") -> String { "<< /Type /Page /Parent 2 0 R \(more) >>" }

  private func pdf(_ objects: [String]) -> Data {
    var file = "%PDF-1.4\n"
    var table = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      table += String(format: "%010d 00000 n \n", file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let count = objects.count + 1
    let end = "trailer << /Size \(count) /Root 1 0 R >>\nstartxref\n\(file.utf8.count)\n%%EOF\n"
    return Data("\(file)xref\n0 \(count)\n\(table)\(end)".utf8)
  }
}
