import Geometry
package import Markup
import Styles
import Text

/// Pages as text for people and golden tests: one line a fragment, indented by depth, lengths in points with two decimals.
package struct PageDump {
  /// What is written so far.
  package private(set) var text = ""
  private let tree: ElementTree

  /// A dump of a document that was laid out from `tree`.
  package init(tree: ElementTree) {
    self.tree = tree
  }

  /// Adds a page.
  package mutating func add(_ page: Page) {
    let name = page.name.isEmpty ? "" : " '\(page.name)'"
    text += "page \(page.number)\(name) \(page.side.rawValue) \(size(page.size))\(page.isBlank ? " blank" : "")"
    text += "\(edges("margin", page.margin))\n"
    var ends: [Int32] = []
    for (index, fragment) in page.fragments.enumerated() {
      while let end = ends.last, end <= Int32(index) { ends.removeLast() }
      text += String(repeating: "  ", count: ends.count + 1) + line(fragment, of: page) + "\n"
      if fragment.drawing >= 0 {
        let indent = String(repeating: "  ", count: ends.count + 2)
        for line in lines(of: page.drawings[Int(fragment.drawing)], on: page) { text += indent + line + "\n" }
      }
      ends.append(fragment.end)
    }
    for place in page.destinations { text += "  id \(place.name) \(point(place.place))\n" }
    for mark in page.bookmarks { text += "  bookmark \(mark.level) \"\(mark.label)\" \(point(mark.place))\n" }
  }

  private func line(_ fragment: Fragment, of page: Page) -> String {
    var result = fragment.kind.rawValue + subject(of: fragment)
    let box = fragment.borderBox
    result += " \(point(box.origin)) \(size(box.size))"
    result += edges("margin", fragment.margin) + edges("border", fragment.border) + edges("padding", fragment.padding)
    if fragment.continuesBefore { result += " from-before" }
    if fragment.continuesAfter { result += " goes-on" }
    if fragment.role != .none, fragment.role != .artifact || fragment.kind != .text {
      result += " [\(fragment.role.rawValue)]"
    }
    if fragment.paint >= 0 { result += " painted" }
    if !fragment.rules.isEmpty { result += " rules:\(fragment.rules.count)" }
    guard fragment.kind == .text, fragment.contentPaint >= 0 else { return result }
    let paint = page.texts[Int(fragment.contentPaint)]
    let bytes = page.placed.utf8[Int(paint.utf8.lowerBound)..<Int(paint.utf8.upperBound)]
    if !paint.decorations.isEmpty { result += " decorated:\(paint.decorations.count)" }
    return result + " \"\(String(decoding: bytes, as: UTF8.self))\""
  }

  private func subject(of fragment: Fragment) -> String {
    if let box = fragment.marginBox { return " @\(box.rawValue)" }
    guard fragment.node >= 0, fragment.kind != .line, fragment.kind != .text else { return "" }
    let id = NodeID(index: fragment.node)
    var result = " " + tree.localName(of: id)
    if let pseudo = fragment.pseudo { return result + "::" + pseudo.rawValue }
    if let name = tree.attribute("id", of: id) { result += "#" + name }
    if let classes = tree.attribute("class", of: id) {
      result += classes.split(separator: " ").map { "." + $0 }.joined()
    }
    return result
  }

  private func edges(_ name: String, _ edges: Edges) -> String {
    guard edges != .zero else { return "" }
    let sides = [edges.top, edges.right, edges.bottom, edges.left].map(fixed)
    return " \(name)(\(sides.joined(separator: " ")))"
  }

  func point(_ point: Point) -> String { "\(fixed(point.x)),\(fixed(point.y))" }

  func size(_ size: Size) -> String { "\(fixed(size.width))×\(fixed(size.height))" }

  func fixed(_ value: Double) -> String {
    let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
    let digits = String(abs(hundredths) % 100 + 100).dropFirst()
    return "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(digits)"
  }
}
