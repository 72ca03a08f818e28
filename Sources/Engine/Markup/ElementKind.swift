/// The elements that are known, by their local names (HTML, section 4, and VanBan's own), and the text node.
public enum ElementKind: String, Sendable, CaseIterable {
  case html, head, title, meta, link, style, body
  case section, article, header, footer, main, nav, aside, div, p
  case h1, h2, h3, h4, h5, h6
  case span, a, b, strong, i, em, u, s, sub, sup, small, mark, br, wbr, hr
  case blockquote, pre, code, ul, ol, li, dl, dt, dd
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, th, td
  case figure, figcaption, img, address, abbr, time, q, cite
  /// Directive elements; none is left after expansion.
  case vbBlock = "vb:block"
  case vbInclude = "vb:include"
  case vbSlot = "vb:slot"
  /// Graphics, and the parts of a chart.
  case vbChart = "vb:chart"
  case vbSeries = "vb:series"
  case vbPoint = "vb:point"
  case vbReference = "vb:reference"
  case vbQR = "vb:qr"
  /// An element of another name, kept under `--lenient`.
  case unknown = "#unknown"
  /// A text node.
  case text = "#text"
}
