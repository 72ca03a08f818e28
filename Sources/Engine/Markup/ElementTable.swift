/// Which elements there are, which attributes each takes and which take no content (HTML, section 4).
///
/// The one place to add an element to: its case in ``ElementKind``, its own attributes here, its style in the default
/// style sheet.
package enum ElementTable {
  /// Attributes that every element takes, but for the directive elements.
  package static let globalAttributes = ["id", "class", "lang", "xml:lang", "dir", "title", "style", "role"]
  /// Beginnings of attribute names that every element takes with any ending.
  package static let openPrefixes = ["data-", "aria-"]
  /// The directives that stand as attributes.
  package static let directives = ["vb:each", "vb:if", "vb:else-if", "vb:else", "vb:let"]
  /// The name space declarations, which only a root element takes.
  package static let declarations = ["xmlns", "xmlns:vb"]
  /// Elements of the design that this version does not read yet.
  package static let plannedElements = ["vb:markdown"]

  /// The kind of an element by its name as written, or `nil` for an unknown one.
  package static func kind(of name: String) -> ElementKind? {
    kinds[name]
  }

  /// The names of all known elements, in the order of ``ElementKind``.
  package static var elementNames: [String] {
    ElementKind.allCases.map(\.rawValue).filter { !$0.hasPrefix("#") }
  }

  /// The attributes that only this element and its like take.
  package static func ownAttributes(of kind: ElementKind) -> [String] {
    switch kind {
    case .a: ["href"]
    case .img: ["src", "alt", "width", "height"]
    case .td: ["colspan", "rowspan", "headers"]
    case .th: ["colspan", "rowspan", "headers", "scope", "abbr"]
    case .ol: ["start", "reversed", "type"]
    case .li: ["value"]
    case .col, .colgroup: ["span"]
    case .time: ["datetime"]
    case .meta: ["name", "content", "charset"]
    case .link: ["rel", "href", "media", "type"]
    case .style: ["media", "type"]
    case .blockquote, .q: ["cite"]
    case .vbInclude: ["src"]
    case .vbChart:
      ["type", "direction", "arrangement", "values", "legend", "unit", "min", "max", "bands", "alt"]
    case .vbSeries: ["name", "pattern"]
    case .vbPoint: ["label", "value", "target", "pattern"]
    case .vbReference: ["label", "value"]
    case .vbQR: ["text", "level", "alt"]
    case .vbSlot: ["name"]
    default: []
    }
  }

  /// Whether the element takes no content at all.
  package static func isVoid(_ kind: ElementKind) -> Bool {
    switch kind {
    case .meta, .link, .br, .wbr, .hr, .col, .img: true
    default: false
    }
  }

  /// Whether the element is a directive, of which nothing is left after expansion.
  package static func isDirective(_ kind: ElementKind) -> Bool {
    switch kind {
    case .vbBlock, .vbInclude, .vbSlot: true
    default: false
    }
  }

  /// Whether the element is a graphic or a part of one.
  package static func isGraphic(_ kind: ElementKind) -> Bool {
    switch kind {
    case .vbChart, .vbSeries, .vbPoint, .vbReference, .vbQR: true
    default: false
    }
  }

  /// Whether an element takes an attribute of this name, wherever it stands.
  package static func takes(_ name: String, on kind: ElementKind) -> Bool {
    if directives.contains(name) || ownAttributes(of: kind).contains(name) { return true }
    guard !isDirective(kind) else { return false }
    return globalAttributes.contains(name) || openPrefixes.contains { name.hasPrefix($0) && name != $0 }
  }

  /// The names of all attributes an element takes, for help lines.
  package static func attributeNames(of kind: ElementKind) -> [String] {
    ownAttributes(of: kind) + (isDirective(kind) ? [] : globalAttributes) + directives
  }

  private static let kinds: [String: ElementKind] = {
    let known = ElementKind.allCases.filter { $0 != .unknown && $0 != .text }
    return Dictionary(uniqueKeysWithValues: known.map { ($0.rawValue, $0) })
  }()
}
