import Foundation
import Testing
import VanBan

/// Renders small templates through the whole road.
@Suite struct RenderTests {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "vanban-render-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  private func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    return "\(folder)/\(name)"
  }

  private func page(_ body: String, head: String = "") -> String {
    """
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:vb="urn:vanban:template" lang="vi">
    <head><title>Thử</title>\(head)</head>
    <body>\(body)</body></html>
    """
  }

  private func render(
    _ template: String,
    data: [String] = [],
    to name: String = "out.pdf",
    _ change: (inout RenderSettings) -> Void = { _ in }
  ) throws -> (context: RenderContext, summary: RenderSummary?) {
    var settings = RenderSettings()
    settings.data = data
    change(&settings)
    let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let context = RenderContext(installation: Installation(home: home.path), settings: settings)
    let template = try Template.find(template, in: context.installation)
    let output = OutputName("\(folder)/\(name)")
    return (context, try context.render(template, to: output, format: output.format ?? .pdf))
  }

  /// The JSON lines of the diagnostics, as `code line:column`.
  private func found(_ context: RenderContext) throws -> [String] {
    try context.diagnostics(as: .jsonLines).split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return "\(object?["code"] ?? "") \(object?["line"] ?? 0):\(object?["column"] ?? 0)"
    }
  }

  @Test("data meets a template and a PDF comes out, the same bytes each time")
  func pdf() throws {
    let template = try write("a.xhtml", page("<h1>Nghị quyết</h1><p>{{ tên }} có {{ số }} điểm</p>"))
    let data = try write("a.yaml", "tên: Nguyễn Văn A\nsố: 95.5\n")
    let first = try render(template, data: [data])
    #expect(try found(first.context) == [])
    #expect(first.summary?.pages == 1)
    let bytes = try Data(contentsOf: URL(filePath: "\(folder)/out.pdf"))
    #expect(bytes.starts(with: Data("%PDF-".utf8)))
    _ = try render(template, data: [data], to: "again.pdf")
    #expect(try Data(contentsOf: URL(filePath: "\(folder)/again.pdf")) == bytes)
  }

  @Test("PNG and SVG have a file a page")
  func pages() throws {
    let template = try write("a.xhtml", page("<p>một</p><p style=\"break-before: page\">hai</p>"))
    for (format, start) in [("png", "\u{FFFD}PNG"), ("svg", "<?xml")] {
      let result = try render(template, to: "p-{page}.\(format)")
      #expect(try found(result.context) == [])
      #expect(result.summary?.outputs == ["\(folder)/p-1.\(format)", "\(folder)/p-2.\(format)"])
      let bytes = try Data(contentsOf: URL(filePath: "\(folder)/p-2.\(format)"))
      #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(start))
    }
  }

  @Test("after a mistake the old output stays")
  func mistakes() throws {
    let template = try write("a.xhtml", page("<p>{{ missing }}</p>"))
    let old = try write("out.pdf", "old")
    let result = try render(template)
    #expect(result.summary == nil)
    #expect(result.context.failure == .input)
    #expect(try String(contentsOfFile: old, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.xhtml", "out.pdf"])
  }

  @Test(
    "a picture must be there, be PNG and be of a sane size",
    arguments: [("gone.png", "file-not-found"), ("text.png", "image-format"), ("huge.png", "image-too-large")]
  )
  func pictures(name: String, code: String) throws {
    _ = try write("text.png", "no picture")
    let header: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
    let huge = Data(header + [0, 0, 0x40, 0, 0, 0, 0x40, 0, 8, 0, 0, 0, 0])
    try huge.write(to: URL(filePath: "\(folder)/huge.png"))
    let template = try write("a.xhtml", page("\n<p><img src=\"\(name)\" alt=\"\"/></p>"))
    #expect(try found(render(template).context) == ["\(code) 4:14"])
  }

  @Test("the rules of form of the document's date reach the template")
  func profiles() throws {
    let head = "<meta name=\"profile\" content=\"party\"/>"
    let template = try write("a.xhtml", page("<p>{{ profile.code }}</p>", head: head))
    let result = try render(template) { $0.date = DocumentDate("2020-05-29") }
    #expect(try found(result.context) == [])
    let early = try render(template) { $0.date = DocumentDate("1990-01-01") }
    #expect(try found(early.context).first == "profile-none-holds 2:55")
  }

  @Test("a name can hold the data's values, made safe")
  func names() throws {
    let template = try write("a.xhtml", page("<p>x</p>"))
    let data = try write("a.yaml", "so: 01/NQ\nnam: 2020\n")
    let result = try render(template, data: [data], to: "{so}-{nam}.pdf")
    #expect(result.summary?.outputs == ["\(folder)/01-NQ-2020.pdf"])
    let error = try #require(throws: RenderError.self) { _ = try render(template, data: [data], to: "{son}.pdf") }
    #expect(error.kind == .input)
  }

  @Test("what was read and written is told to make")
  func dependencies() throws {
    let template = try write("a.xhtml", page("<p>x</p>"))
    let result = try render(template)
    try result.context.writeDependencies(to: "\(folder)/a.d")
    let rule = try String(contentsOfFile: "\(folder)/a.d", encoding: .utf8)
    #expect(rule.hasPrefix("\(folder)/out.pdf: \(folder)/a.xhtml "))
  }

  @Test("the page limit is an error of the input")
  func pageLimit() throws {
    let body = [String](repeating: "<p style=\"break-before: page\">x</p>", count: 5).joined()
    let template = try write("a.xhtml", page(body))
    let result = try render(template) { $0.maxPages = 2 }
    #expect(result.context.failure == .input)
    #expect(result.summary == nil)
  }
}
