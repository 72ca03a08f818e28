import Diagnostics
import Files
import Glibc
import Markup
import Testing
import Values

@testable import Templates

/// What expanding a template gave: the tree as markup, and the diagnostics as lines.
struct Expanded {
  var markup: String
  var mistakes: [String]
  var tree: ElementTree
  var diagnostics: [Diagnostic]
}

func number(_ text: String) -> Value { Value(.number(Decimal(text) ?? .zero)) }
func text(_ text: String) -> Value { Value(.text(text)) }
func list(_ items: Value...) -> Value { Value(.list(items)) }
func map(_ fields: KeyValuePairs<String, Value>) -> Value {
  var map = ValueMap()
  for (key, value) in fields { map[key] = value }
  return Value(.map(map))
}

/// The value with a place and JSON pointer on it and everything in it.
func placed(_ value: Value, at pointer: String = "") -> Value {
  var result = value
  result.place = ValuePlace(span: SourceSpan(source: SourceID(index: 0), offset: 0, length: 0), pointer: pointer)
  switch value.kind {
  case .list(let items):
    result.kind = .list(items.enumerated().map { placed($1, at: "\(pointer)/\($0)") })
  case .map(let fields):
    var map = ValueMap()
    for key in fields.keys { map[key] = fields[key].map { placed($0, at: "\(pointer)/\(key)") } }
    result.kind = .map(map)
  default: break
  }
  return result
}

/// Expands the content of a document's body, with other files beside it.
func expanding(
  _ body: String,
  with data: Value = map([:]),
  files: [String: String] = [:],
  maxDepth: Int = 256
) throws -> Expanded {
  var pattern = Array("/tmp/vanban-templates-XXXXXX".utf8CString)
  _ = try #require(mkdtemp(&pattern))
  let folder = String(decoding: pattern.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer {
    for name in files.keys { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }
  for (name, content) in files {
    let file = try #require(fopen("\(folder)/\(name)", "w"))
    fputs(content, file)
    fclose(file)
  }
  let loader = FileLoader(roots: [folder])
  let bytes = Array("<html><body>\(body)</body></html>".utf8)
  let source = loader.addText(path: "t.xhtml", bytes: bytes)
  var diagnostics = DiagnosticList()
  let tree = try #require(readMarkup(source, bytes: bytes, configuration: .init(), diagnostics: &diagnostics))
  let result = expand(
    tree,
    with: data,
    configuration: .init(folder: folder, maxDepth: maxDepth),
    loader: loader,
    diagnostics: &diagnostics
  )
  let mistakes = diagnostics.all.map { diagnostic in
    let place = diagnostic.span.map { loader.sources.location(of: $0) }
    let name = place?.path.split(separator: "/").last.map(String.init) ?? ""
    // The body begins in column 13: columns are counted from its own beginning.
    let column = (place?.column ?? 0) - (name == "t.xhtml" && place?.line == 1 ? 12 : 0)
    let position = "\(name):\(place?.line ?? 0):\(column)"
    let line = "\(position) \(diagnostic.code): \(diagnostic.message) | \(diagnostic.help ?? "")"
    return line.split(separator: folder + "/", omittingEmptySubsequences: false).joined()
  }
  let inner = result.nodes.count > 1 ? written(result, from: result.nodes[1].firstChild) : ""
  return Expanded(markup: inner, mistakes: mistakes, tree: result, diagnostics: diagnostics.all)
}

private func written(_ tree: ElementTree, from first: Int32) -> String {
  var result = ""
  var node = first
  while node >= 0 {
    let id = NodeID(index: node)
    if tree[id].kind == .text {
      result += String(decoding: tree.text[tree.textRange(of: id)], as: UTF8.self)
    } else {
      let attributes = tree.attributes(of: id).map { " \($0.name)=\"\($0.value)\"" }.joined()
      let name = tree.localName(of: id)
      result += "<\(name)\(attributes)>" + written(tree, from: tree[id].firstChild) + "</\(name)>"
    }
    node = tree[id].nextSibling
  }
  return result
}
