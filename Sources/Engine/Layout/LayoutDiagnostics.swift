import Diagnostics
import Fonts

/// The mistakes that layout reports.
package enum LayoutDiagnostic: String, DiagnosticCode {
  case contentTooTall = "layout-too-tall"
  case lineOverflows = "layout-line-overflows"
  case bordersNotCollapsed = "layout-borders-not-collapsed"
  case tableTooWide = "layout-table-too-wide"
  case tooManyPages = "layout-too-many-pages"
  case referencesMove = "layout-references-move"
  case missingTarget = "layout-missing-target"
  case misplacedFootnote = "layout-misplaced-footnote"
  case misplacedElement = "layout-misplaced-element"
  case emptyPageArea = "layout-empty-page-area"
  case looseChartPart = "layout-loose-chart-part"
  case tooManyColumns = "layout-too-many-columns"
  case unreadableAddend = "layout-unreadable-number"
  case misplacedSum = "layout-misplaced-sum"
  case sumTooLarge = "layout-sum-too-large"
  case fontSynthesised = "layout-font-synthesised"

  /// See ``DiagnosticCode``.
  package var explanation: String {
    switch self {
    case .contentTooTall:
      "A line, a table row or a picture is higher than a whole page leaves room for. It is placed all the same and runs over the page's end. Make it lower, or the page's margins smaller."
    case .lineOverflows:
      "A word, or something that may not be broken, is wider than its line. It is placed all the same and sticks out. Make the column wider, the font smaller, or allow a break with <wbr/>."
    case .bordersNotCollapsed:
      "A table with border-collapse: collapse has so many rows and columns that what is known of its edges would not fit in memory. Its cells draw borders of their own. Split the table, or correct its colspan and rowspan attributes."
    case .tableTooWide:
      "A table with vb-table-split: columns holds a column that is, alone or with the key columns, wider than its page. It sticks out. Make the column or the key columns narrower, repeat fewer of them with vb-key-columns, or turn the page with a named page."
    case .tooManyPages:
      "The document has more pages than the limit allows. Raise the limit with --max-pages if the document is meant to be that long."
    case .referencesMove:
      "Page numbers shown in the text change where the text breaks, and did not come to rest in three passes. Give the places that show them a fixed width."
    case .missingTarget:
      "A link, target-counter() or target-text() names an id that no element of the document has."
    case .looseChartPart:
      "vb:series, vb:point and vb:reference are parts of a vb:chart. Elsewhere they would show nothing."
    case .fontSynthesised:
      "A style asks for bold or italic text in a family that has no such face. Its upright regular face is thickened or slanted instead, which looks poor. Put the face into fonts/, name a family that has it, or forbid it with font-synthesis: none."
    case .misplacedElement:
      "element() shows a running element, and only margin boxes (@top-left and its kin) may show one. Move it there, or take position: running() away."
    case .misplacedFootnote:
      "A footnote is called from a running element. Margin boxes stand on many pages and have no footnote area: the note's text stands where it is called. Put the note into the text of the page."
    case .tooManyColumns:
      "The <col> and <colgroup> elements of a table name more columns than any page has room for. Those beyond the limit say nothing about widths, borders and backgrounds."
    case .unreadableAddend:
      "vb-sum adds what a cell holds, and that is no number in Vietnamese form such as 1.234,5. Correct the cell, or say what it adds, such as vb-sum: tien attr(data-value)."
    case .misplacedSum:
      "carried-sum() and page-sum() show a sum in rows of the table whose cells add to it with vb-sum. Here there is no such table."
    case .sumTooLarge:
      "Sums are exact, with at most 18 digits after the comma and about 38 in all. This cell would make one longer, and is left out of it."
    case .emptyPageArea:
      "The margins, borders and padding of the page leave no room for content. Make the page larger or its margins smaller."
    }
  }
}

extension Diagnostic {
  static func fontSynthesised(_ family: String, _ made: FaceSynthesis) -> Diagnostic {
    let lacking = made.isBold ? made.isOblique ? "bold and no italic" : "bold" : "italic"
    return Diagnostic(
      code: LayoutDiagnostic.fontSynthesised,
      severity: .warning,
      message: "the family '\(family)' has no \(lacking) face: another one is \(made.verb) in its place",
      span: nil,
      help: "put the face into fonts/, or name a family that has it; font-synthesis: none takes the other face as it is"
    )
  }

  static func contentTooTall(page: Int, height: Double, room: Double, span: SourceSpan?) -> Diagnostic {
    var result = Diagnostic(
      code: LayoutDiagnostic.contentTooTall,
      severity: .warning,
      message:
        "content \(millimetres(height)) high does not fit in the \(millimetres(max(0, room))) that page \(page) leaves, and cannot be broken",
      span: span,
      help: "make it lower, or the page's margins smaller; it runs over the end of the page"
    )
    result.page = page
    return result
  }

  static func lineOverflows(text: String, excess: Double, span: SourceSpan?) -> Diagnostic {
    let shown = text.count > 40 ? "\(text.prefix(40))…" : text
    return Diagnostic(
      code: LayoutDiagnostic.lineOverflows,
      severity: .warning,
      message: "'\(shown)' is \(millimetres(excess)) wider than its line",
      span: span,
      help: "make the column wider or the font smaller, or allow a break inside with <wbr/>"
    )
  }

  static func bordersNotCollapsed(limit: Int, span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      code: LayoutDiagnostic.bordersNotCollapsed,
      severity: .warning,
      message: "the borders of this table do not collapse: its rows times its columns are more than \(limit)",
      span: span,
      help: "split the table, or give it border-collapse: separate"
    )
  }

  static func tableTooWide(excess: Double, span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      code: LayoutDiagnostic.tableTooWide,
      severity: .warning,
      message: "a group of this table's columns is \(millimetres(excess)) wider than its page",
      span: span,
      help: "make its columns narrower, or repeat fewer key columns with vb-key-columns"
    )
  }

  static func tooManyPages(limit: Int) -> Diagnostic {
    Diagnostic(
      code: LayoutDiagnostic.tooManyPages,
      message: "the document has more than \(limit) pages",
      help: "raise the limit with --max-pages if that is meant"
    )
  }

  static func referencesMove() -> Diagnostic {
    Diagnostic(
      code: LayoutDiagnostic.referencesMove,
      severity: .warning,
      message: "page numbers shown in the text still change after three passes",
      help: "give the places that show page numbers a fixed width"
    )
  }

  static func missingTarget(_ name: String, span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      code: LayoutDiagnostic.missingTarget,
      message: "no element has the id '\(name)' that this link names",
      span: span,
      help: "give the target element id=\"\(name)\", or correct the link"
    )
  }

  static func looseChartPart(_ name: String, span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      code: LayoutDiagnostic.looseChartPart,
      message: "<\(name)> stands outside a chart",
      span: span,
      help: "put it into <vb:chart type=\"…\">"
    )
  }

  static func misplacedFootnote(span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      code: LayoutDiagnostic.misplacedFootnote,
      severity: .warning,
      message: "a footnote in a running element stands in its text: margin boxes have no footnote area",
      span: span,
      help: "call the note from the text, or take float: footnote away there"
    )
  }

  static func misplacedElement(_ name: String, span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      code: LayoutDiagnostic.misplacedElement,
      message: "element(\(name)) shows nothing outside of margin boxes",
      span: span,
      help: "write it in the content of @top-left or another margin box"
    )
  }

  static func emptyPageArea(page: Int) -> Diagnostic {
    Diagnostic(
      code: LayoutDiagnostic.emptyPageArea,
      message: "the margins of page \(page) leave no room for content",
      help: "make the page larger (size) or its margins smaller"
    )
  }

  static func tooManyColumns(limit: Int, span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      code: LayoutDiagnostic.tooManyColumns,
      severity: .warning,
      message: "this table names more than \(limit) columns",
      span: span,
      help: "correct the span attributes of its <col> and <colgroup> elements"
    )
  }
}

/// A length in points as millimetres with one decimal.
private func millimetres(_ points: Double) -> String {
  let tenths = Int((min(points, 1_000_000_000) * 254 / 72).rounded())
  return "\(tenths / 10).\(tenths % 10) mm"
}

extension FaceSynthesis {
  fileprivate var verb: String {
    isBold ? isOblique ? "thickened and slanted" : "thickened" : "slanted"
  }
}
