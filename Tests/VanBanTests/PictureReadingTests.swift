import Foundation
import Testing
import VanBan

@Suite("Pictures of a template")
struct PictureReadingTests {
  /// The diagnostics of a template whose body is `body`, in a folder with the files `files`.
  private func diagnostics(_ body: String, files: [String: [UInt8]] = [:], isLenient: Bool = false) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vanban-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
    let page = """
      <html xmlns="http://www.w3.org/1999/xhtml" lang="vi"><head><title>t</title></head>
      <body>\(body)</body></html>
      """
    let path = folder.appending(path: "page.xhtml").path
    try page.write(toFile: path, atomically: true, encoding: .utf8)
    var settings = RenderSettings()
    settings.isLenient = isLenient
    let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let context = RenderContext(installation: Installation(home: home.path), settings: settings)
    let output = OutputName(folder.appending(path: "out.png").path)
    _ = try context.render(try Template.find(path, in: context.installation), to: output, format: .png)
    return context.diagnostics(as: .plain).replacingOccurrences(of: folder.path + "/", with: "")
  }

  private let drawing = Array("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>".utf8)

  @Test("alt is wanted: an error, a warning with --lenient, nothing where it is empty")
  func alternative() throws {
    let missing = "<p><img src='a.svg'/></p>"
    #expect(
      try diagnostics(missing, files: ["a.svg": drawing]).hasPrefix("page.xhtml:2:10: error: the picture has no alt")
    )
    let lenient = try diagnostics(missing, files: ["a.svg": drawing], isLenient: true)
    #expect(lenient.hasPrefix("page.xhtml:2:10: warning: the picture has no alt"))
    #expect(try diagnostics("<p><img src='a.svg' alt=''/></p>", files: ["a.svg": drawing]).isEmpty)
  }

  @Test("a picture may stand in a data: URI")
  func dataURI() throws {
    let plain = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/%3E"
    #expect(try diagnostics("<p><img alt='' src=\"\(plain)\"/></p>").isEmpty)
    let encoded = Data(drawing).base64EncodedString()
    #expect(try diagnostics("<p><img alt='' src=\"data:image/svg+xml;base64,\(encoded)\"/></p>").isEmpty)
    let broken = try diagnostics("<p><img alt='' src='data:image/png;base64,%zz'/></p>")
    #expect(broken.contains("its data: URI cannot be decoded"))
  }

  @Test("what is wrong with a picture is told at its name, whether it is found before or while painting")
  func damaged() throws {
    let body = "<p><img alt='' src='a'/></p>"
    #expect(
      try diagnostics(body, files: ["a": Array("GIF89a".utf8)]).hasPrefix("page.xhtml:2:27: error: 'a' is no PNG")
    )
    let cut = try diagnostics(body, files: ["a": [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 1]])
    #expect(cut.hasPrefix("page.xhtml:2:27: error: the picture 'a' is damaged: a part of it is cut off"))
    let late = try diagnostics(body, files: ["a": Array("<svg><g></svg>".utf8)])
    #expect(late.hasPrefix("page.xhtml:2:27: error: the picture 'a' is damaged"))
    #expect(try diagnostics("<p><img alt=''/></p>").hasPrefix("page.xhtml:2:10: error: img names no file"))
  }
}
