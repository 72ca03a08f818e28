import Diagnostics
import Markup

/// The declarations of `style` attributes and of attributes that stand for declarations, each text read once.
///
/// Blocks are named by negative numbers, as those of rules have the others.
struct InlineBlocks {
  private let isLenient: Bool
  /// The document's folder.
  private let folder: String
  private(set) var blocks: [DeclarationBlock] = []
  private var numbers: [String: Int32] = [:]
  private var footnoteBlocks: [PseudoElement: Int32] = [:]
  private(set) var diagnostics = DiagnosticList()

  init(isLenient: Bool, folder: String) {
    self.isLenient = isLenient
    self.folder = folder
  }

  func block(_ number: Int32) -> DeclarationBlock {
    blocks[Int(-number - 1)]
  }

  /// The block of an element's `style` attribute.
  mutating func attributeBlock(_ node: Int, _ tree: ElementTree) -> Int32? {
    let element = tree.nodes[node]
    for place in Int(element.first)..<Int(element.first + element.count)
    where tree.attributes[place].name == "style" {
      let attribute = tree.attributes[place]
      return number(of: attribute.value, origin: .author, at: attribute.valueSpan)
    }
    return nil
  }

  /// Declarations for attributes of lists and pictures (HTML, 15.3.7, 15.4.3).
  mutating func hintBlock(_ node: Int, _ tree: ElementTree) -> Int32? {
    let element = tree.nodes[node]
    guard element.count > 0 else { return nil }
    let text: String
    switch element.kind {
    case .li: text = itemHint(node, tree)
    case .ol, .ul: text = listHint(node, tree)
    case .img: text = pictureHint(node, tree)
    default: return nil
    }
    return text.isEmpty ? nil : number(of: text, origin: .hint, at: element.span)
  }

  /// What the marks of a footnote begin with (CSS GCPM 3, 2.4): its number, raised in the text.
  mutating func footnoteBlock(_ pseudo: PseudoElement) -> Int32 {
    if let known = footnoteBlocks[pseudo] { return known }
    let text =
      pseudo == .footnoteCall
      ? "content: counter(footnote); font-size: smaller; vertical-align: super; line-height: 0"
      : "content: counter(footnote) '. '"
    let number = number(of: text, origin: .userAgent, at: SourceSpan(source: SourceID(index: -1), offset: 0, length: 0))
    footnoteBlocks[pseudo] = number
    return number
  }

  private func itemHint(_ node: Int, _ tree: ElementTree) -> String {
    guard let value = tree.attribute("value", of: NodeID(node)).flatMap(Int.init) else { return "" }
    // counter-set comes after counter-increment (CSS Lists 3, 4.4), so that the item shows this very number.
    return "counter-set: list-item \(value)"
  }

  /// `width` and `height` of pictures: dimension values are a number of CSS px or a percentage (HTML, 2.3.4.4).
  private func pictureHint(_ node: Int, _ tree: ElementTree) -> String {
    var text = ""
    for name in ["width", "height"] {
      guard let value = tree.attribute(name, of: NodeID(node)) else { continue }
      let trimmed = value.drop { $0.isWhitespace }
      let number = trimmed.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard let amount = Double(number), amount.isFinite else { continue }
      text += "\(name): \(number.hasSuffix(".") ? number.dropLast() : number)"
      text += trimmed.dropFirst(number.count).first == "%" ? "%;" : "px;"
    }
    return text
  }

  private func listHint(_ node: Int, _ tree: ElementTree) -> String {
    let id = NodeID(node)
    var text = ""
    if tree.nodes[node].kind == .ol {
      let start = tree.attribute("start", of: id).flatMap(Int.init)
      if tree.attribute("reversed", of: id) != nil {
        let count = ElementFacts.countItems(of: node, tree)
        text = "counter-reset: list-item \((start ?? count).addingReportingOverflow(1).partialValue);"
      } else if let start {
        text = "counter-reset: list-item \(start.subtractingReportingOverflow(1).partialValue);"
      }
    }
    let types: KeyValuePairs<String, String> = [
      "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
      "disc": "disc", "circle": "circle", "square": "square",
    ]
    if let type = tree.attribute("type", of: id), let style = types.first(where: { $0.key == type })?.value {
      text += "list-style-type: \(style)"
    }
    return text
  }

  private mutating func number(of text: String, origin: Origin, at span: SourceSpan) -> Int32 {
    // One digit in front keeps blocks of the same text and different origin apart.
    let key = String(origin.rawValue) + text
    if let known = numbers[key] { return known }
    var reporter = Reporter(source: span.source, base: Int(span.offset), isLenient: isLenient)
    var components = ComponentReader(Array(text.utf8))
    var reader = DeclarationReader(place: .element, origin: origin, folder: folder)
    while let token = components.current {
      switch token.kind {
      case .whitespace, .semicolon: components.position += 1
      case .closeBrace:
        reporter.report(.syntax, "'}' closes nothing", at: token, help: "a style attribute has no braces")
        components.position += 1
      default: reader.read(&components, &reporter)
      }
    }
    diagnostics.report(contentsOf: reporter.diagnostics)
    blocks.append(reader.block)
    numbers[key] = Int32(-blocks.count)
    return Int32(-blocks.count)
  }
}

extension ElementFacts {
  /// How many `li` a list holds: where a reversed list begins.
  static func countItems(of list: Int, _ tree: ElementTree) -> Int {
    var count = 0
    var child = tree.nodes[list].firstChild
    while child >= 0 {
      if tree.nodes[Int(child)].kind == .li { count += 1 }
      child = tree.nodes[Int(child)].nextSibling
    }
    return count
  }
}
