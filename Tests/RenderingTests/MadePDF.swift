import Diagnostics
import Files
import Fonts
import Foundation
import Layout
import Markup
import Pictures
import Rendering
import Styles
import TestSupport
import Testing
import Text

/// Bytes that a writer's sink collects.
final class Bytes {
  private(set) var all: [UInt8] = []

  func append(_ buffer: UnsafeBufferPointer<UInt8>) -> Int32 {
    all.append(contentsOf: buffer)
    return 0
  }
}

/// A PDF made from the children of `body` in Liberation Serif, kept in a temporary file while the test runs.
final class MadePDF {
  let bytes: [UInt8]
  let pages: [Page]
  let entries: [StructureEntry]
  let fonts: FontLibrary
  let path: String

  /// `pictures` are the files that `src` attributes name; `warnings` the codes that are expected.
  init(
    _ body: String,
    css: String = "",
    pictures: [String: [UInt8]] = [:],
    catalog: FontCatalog = TestFonts.liberationCatalog,
    warnings: [String] = []
  ) throws {
    let source = """
      <html xmlns="http://www.w3.org/1999/xhtml" lang="vi"><head><title>t</title><style>\(css)</style></head>
      <body>\(body)</body></html>
      """
    let loader = FileLoader()
    let text = Array(source.utf8)
    let id = loader.addText(path: "test.xhtml", bytes: text)
    var found = DiagnosticList()
    let read = readMarkup(id, bytes: text, configuration: MarkupConfiguration(), diagnostics: &found)
    let tree = try #require(read, "\(found.all)")
    let styled = applyStyles(to: tree, configuration: StyleConfiguration(), loader: loader, diagnostics: &found)
    let library = try FontLibrary(catalog: catalog)
    var pages: [Page] = []
    var configuration = LayoutConfiguration()
    configuration.pictures = try Self.pictures(of: styled, from: pictures)
    _ = layOut(
      styled,
      fonts: library,
      shaper: ParagraphShaper(fonts: library),
      configuration: configuration,
      diagnostics: &found
    ) { pages.append($0) }
    try #require(found.all.map(\.code) == warnings, "\(found.all)")
    var metadata = DocumentMetadata()
    metadata.title = "Tiêu đề"
    metadata.date = "2020-05-29T00:00:00Z"
    let sink = Bytes()
    let writer = PDFWriter(metadata: metadata, fonts: { library.file(of: $0) }) { sink.append($0) }
    for page in pages { try writer.add(page) }
    entries = try writer.finish()
    bytes = sink.all
    self.pages = pages
    fonts = library
    path = NSTemporaryDirectory() + "vanban-\(UUID().uuidString).pdf"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  private static func pictures(of document: StyledDocument, from files: [String: [UInt8]]) throws -> PictureTable {
    let names = files.keys.sorted()
    let tree = document.tree
    var table = PictureTable()
    func picture(_ name: String, alternative: String) throws -> Picture? {
      guard let bytes = files[name], let number = names.firstIndex(of: name) else { return nil }
      return Picture(file: try readPicture(bytes), number: Int32(number), alternative: alternative)
    }
    for index in tree.nodes.indices where tree.nodes[index].kind == .img {
      let id = NodeID(index)
      guard let name = tree.attribute("src", of: id) else { continue }
      table.elements[Int32(index)] = try picture(name, alternative: tree.attribute("alt", of: id) ?? "")
    }
    for style in document.styles {
      for layer in style.background.layers {
        if case .file(let reference) = layer.image {
          table.named[reference] = try picture(reference.url, alternative: "")
        }
      }
    }
    return table
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What a tool prints; without a tool, what `pdfinfo` says of the file.
  func run(_ tool: String?, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = tool.map { [$0] + arguments } ?? ["pdfinfo", path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// The structure types of the file in order, with a point for each level.
  func structure() throws -> [String] {
    let lines = try run("pdfinfo", "-struct", path).split(separator: "\n")
    return lines.compactMap { line in
      let depth = line.prefix { $0 == " " }.count / 2
      let name = line.dropFirst(depth * 2).prefix { $0.isLetter || $0.isNumber }
      guard !name.isEmpty, name != "Object" else { return nil }
      return String(repeating: ".", count: depth) + name
    }
  }
}
