import Foundation
import Testing
import VanBan

/// The snippets of docs/template-guide.md, docs/first-page.md and its translation, rendered as they stand there.
@Suite struct GuideTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "vanban-guide-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// The code blocks of a language in a page, in order.
  private func blocks(_ language: String, of page: String) throws -> [String] {
    let text = try String(contentsOf: Self.root.appending(path: page), encoding: .utf8)
    return text.components(separatedBy: "```\(language)\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func render(_ template: String, data: [String] = []) throws -> (pages: Int, diagnostics: String) {
    var settings = RenderSettings()
    settings.data = data
    let context = RenderContext(installation: Installation(home: Self.root.path), settings: settings)
    let found = try Template.find(template, in: context.installation)
    let summary = try context.render(found, to: OutputName(folder.appending(path: "o.pdf").path), format: .pdf)
    return (summary?.pages ?? 0, context.diagnostics(as: .plain))
  }

  @Test("the guide's first template and its pages render")
  func template() throws {
    let templates = try blocks("xml", of: "docs/template-guide.md")
    let styles = try blocks("css", of: "docs/template-guide.md")
    try write(try #require(templates.first), to: "template.xhtml")
    for style in styles {
      try write(style, to: "style.css")
      try write("subject: Nghị quyết\nitems:\n  - {name: A, amount: 1234.5}\n", to: "sample.yaml")
      let result = try render(folder.path)
      #expect(result.diagnostics == "")
      #expect(result.pages == 1)
    }
  }

  @Test("the steps to the first page work", arguments: ["docs/first-page.md", "docs/vi/trang-dau-tien.md"])
  func firstPage(page: String) throws {
    let installation = Installation(home: Self.root.path)
    let copy = folder.appending(path: "my-resolution").path
    _ = try Template.find("nghi-quyet", in: installation).copy(to: copy, from: installation)
    let plain = try render(copy)
    #expect(plain.diagnostics == "")
    let style = try #require(try blocks("css", of: page).first)
    let sheet = try String(contentsOfFile: "\(copy)/style.css", encoding: .utf8)
    try Data((sheet + "\n" + style).utf8).write(to: URL(filePath: "\(copy)/style.css"))
    // The page says where values stand: each line of its block is a key of the sample.
    let change = try #require(try blocks("yaml", of: page).first)
    let sample = try String(contentsOfFile: "\(copy)/sample.yaml", encoding: .utf8)
    var changed = sample
    for line in change.split(separator: "\n") where line.hasPrefix(" ") {
      let key = line.prefix { $0 != ":" }
      let old = try #require(sample.split(separator: "\n").first { $0.hasPrefix("\(key):") }, "no \(key) in the sample")
      changed = changed.replacing(old, with: line)
    }
    #expect(changed != sample)
    try Data(changed.utf8).write(to: URL(filePath: "\(copy)/sample.yaml"))
    let result = try render(copy)
    #expect(result.diagnostics == "")
    #expect(result.pages == plain.pages)
    // The mistake on purpose: the page says which, and that the message names the field that was meant.
    let text = try String(contentsOfFile: "\(copy)/template.xhtml", encoding: .utf8)
    let wrong = text.replacing("{{ congress.organisation }}", with: "{{ congress.organization }}")
    #expect(wrong != text)
    #expect(text.contains("class=\"closing\""))
    try Data(wrong.utf8).write(to: URL(filePath: "\(copy)/template.xhtml"))
    let mistake = try render(copy)
    #expect(mistake.pages == 0)
    #expect(mistake.diagnostics.contains("error: /congress has no field 'organization'"))
    #expect(mistake.diagnostics.contains("help: did you mean 'organisation'?"))
  }

  @Test(
    "the commands on the page are those that there are",
    arguments: ["docs/first-page.md", "docs/vi/trang-dau-tien.md"]
  )
  func commands(page: String) throws {
    let text = try String(contentsOf: Self.root.appending(path: page), encoding: .utf8)
    let commands = text.split(separator: "\n").filter { $0.hasPrefix("    vanban ") }.map { $0.dropFirst(4) }
    let copy = commands.first.map { String($0.split(separator: " ")[4]) } ?? ""
    #expect(
      commands == [
        "vanban templates new nghi-quyet \(copy)", "vanban render . -o out.pdf",
        "vanban render . --set signature.name='Trần Thị B' -o out.pdf",
      ]
    )
    #expect(text.contains("    cd \(copy)\n"))
    // The value that is set is one that the sample has.
    let sample = try String(contentsOf: Self.root.appending(path: "templates/nghi-quyet/sample.yaml"), encoding: .utf8)
    #expect(sample.contains("\nsignature:") && sample.contains("\n  name: "))
  }
}
