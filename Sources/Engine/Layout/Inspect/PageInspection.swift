import Diagnostics
package import Fonts
import Geometry
package import Markup
import Styles
import Text

/// Writes pages as JSON, one after another: the fragment tree that `vanban inspect` shows.
///
/// Lengths are in CSS px with at most three decimals, places from the page's left top corner.
package struct PageInspection {
  /// What is written so far; ``takeBytes()`` empties it.
  private var bytes: [UInt8] = Array("{\"pages\":[".utf8)
  private var isFirstPage = true
  private let tree: ElementTree
  private let family: (FaceID) -> String

  /// An inspection of a document.
  ///
  /// - Parameters:
  ///   - tree: the tree that was laid out.
  ///   - family: the name of a face's family.
  package init(tree: ElementTree, family: @escaping (FaceID) -> String) {
    self.tree = tree
    self.family = family
  }

  /// Adds a page.
  package mutating func add(_ page: Page) {
    write(isFirstPage ? "\n" : ",\n")
    isFirstPage = false
    write("{\"number\":\(page.number),\"name\":\(quoted(page.name)),\"side\":\"\(page.side.rawValue)\"")
    write(",\"width\":\(pixels(page.size.width)),\"height\":\(pixels(page.size.height))")
    write(edges: page.margin, page.border, page.padding)
    write(",\"children\":")
    writeFragments(0..<page.fragments.count, of: page, parent: nil)
    write("}")
  }

  /// Ends the text.
  package mutating func finish() {
    write("\n]}\n")
  }

  /// What was written since the last call.
  package mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func writeFragments(_ range: Range<Int>, of page: Page, parent: FragmentKind?) {
    write("[")
    var index = range.lowerBound
    while index < range.upperBound {
      if index > range.lowerBound { write(",") }
      let fragment = page.fragments[index]
      writeFragment(fragment, at: index, of: page, parent: parent)
      index = max(Int(fragment.end), index + 1)
    }
    write("]")
  }

  private mutating func writeFragment(_ fragment: Fragment, at index: Int, of page: Page, parent: FragmentKind?) {
    write("{\"kind\":\"\(fragment.kind.rawValue)\"")
    writeElement(of: fragment)
    if let box = fragment.marginBox { write(",\"page-margin\":\"\(box.rawValue)\"") }
    write(",\"x\":\(pixels(fragment.origin.x)),\"y\":\(pixels(fragment.origin.y))")
    write(",\"width\":\(pixels(fragment.content.width)),\"height\":\(pixels(fragment.content.height))")
    write(edges: fragment.margin, fragment.border, fragment.padding)
    switch fragment.kind {
    case .text where fragment.contentPaint >= 0: writeText(page.texts[Int(fragment.contentPaint)], of: page)
    case .cell: write(",\"colspan\":\(fragment.span.columns),\"rowspan\":\(fragment.span.rows)")
    case .replaced: write(",\"level\":\"\(parent == .line || parent == .inline ? "inline" : "block")\"")
    default: break
    }
    if fragment.kind == .text || fragment.kind == .line { write(",\"baseline\":\(pixels(fragment.baseline))") }
    if fragment.float != .none { write(",\"float\":\"\(fragment.float.rawValue)\"") }
    if let position = fragment.position.keyword { write(",\"position\":\"\(position)\"") }
    let inside = index + 1..<max(Int(fragment.end), index + 1)
    if !inside.isEmpty {
      write(",\"children\":")
      writeFragments(inside, of: page, parent: fragment.kind)
    }
    write("}")
  }

  private mutating func writeElement(of fragment: Fragment) {
    guard fragment.node >= 0, fragment.marginBox == nil else { return write(",\"element\":null") }
    let id = NodeID(index: fragment.node)
    let isText = tree[id].kind == .text
    let element = isText ? NodeID(index: tree[id].parent) : id
    write(",\"element\":\(quoted(tree.localName(of: element)))")
    if let pseudo = fragment.pseudo { write(",\"pseudo\":\"\(pseudo.rawValue)\"") }
    if let name = tree.attribute("id", of: element) { write(",\"id\":\(quoted(name))") }
    if let names = tree.attribute("class", of: element) { write(",\"class\":\(quoted(names))") }
  }

  private mutating func writeText(_ text: TextPaint, of page: Page) {
    let range = Int(text.utf8.lowerBound)..<Int(text.utf8.upperBound)
    write(",\"text\":\(quoted(String(decoding: page.placed.utf8[range], as: UTF8.self)))")
    write(",\"font\":\(quoted(family(text.face))),\"size\":\(pixels(text.size))")
  }

  private mutating func write(edges margin: Edges, _ border: Edges, _ padding: Edges) {
    for (name, edges) in [("margin", margin), ("border", border), ("padding", padding)] {
      let sides = [edges.top, edges.right, edges.bottom, edges.left].map(pixels)
      write(",\"\(name)\":[\(sides.joined(separator: ","))]")
    }
  }

  private mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}

extension PositionScheme {
  /// The value as CSS writes it; `nil` for the initial one.
  fileprivate var keyword: String? {
    switch self {
    case .static: nil
    case .relative: "relative"
    case .absolute: "absolute"
    case .fixed: "fixed"
    case .running(let name): "running(\(name))"
    }
  }
}

/// Points as CSS px (1 px is 0.75 pt) with at most three decimals.
private func pixels(_ points: Double) -> String {
  let thousandths = (points / 0.75 * 1000).rounded()
  guard thousandths.magnitude < 1e15 else { return "0" }
  let whole = Int(thousandths.magnitude)
  var fraction = String(whole % 1000)
  fraction = String(repeating: "0", count: 3 - fraction.utf8.count) + fraction
  while fraction.last == "0" { fraction.removeLast() }
  let digits = fraction.isEmpty ? String(whole / 1000) : "\(whole / 1000).\(fraction)"
  return thousandths < 0 ? "-" + digits : digits
}
