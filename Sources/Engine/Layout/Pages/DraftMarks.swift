import Geometry
import Styles
import Text

/// What drafts show beside the text of a page: numbers of lines and change bars, before they are laid out.
struct DraftMarks {
  /// A number beside a line.
  struct LineNumber {
    var number: Int
    /// The style of the line's block.
    var style: Int32
    /// The line's baseline on the page.
    var baseline: Double
    /// The left edge of the column of text.
    var left: Double
  }

  /// A bar beside what has changed.
  struct Bar {
    var rect: Rect
    var color: Color
  }

  private(set) var numbers: [LineNumber] = []
  private(set) var bars: [Bar] = []
  /// How many lines earlier pages, or this one, have counted.
  private var count = (page: 0, document: 0)
  private let area: Rect
  private let isLeft: Bool

  /// - Parameters:
  ///   - setup: the page, with its area and side.
  ///   - lines: the lines that earlier pages counted.
  init(setup: PageSetup, lines: Int) {
    area = setup.area
    isLeft = setup.context.side == .left
    count.document = lines
  }

  /// The lines of the document up to here.
  var lines: Int { count.document }

  /// Adds what a fragment and all inside it ask for.
  ///
  /// Lines of the flow are counted: not those of tables, floats and positioned boxes, and no empty ones.
  mutating func add(_ node: FragmentNode, in parent: Point, styles: StyleTable, isCounted: Bool = true) {
    let corner = Point(x: parent.x + node.offset.x, y: parent.y + node.offset.y)
    var isCounted = isCounted && !node.isRepeated
    if node.style >= 0 {
      let style = styles[node.style]
      let isOwn = node.kind != .line && node.kind != .text && node.kind != .marker && !node.isAnonymous
      if isOwn, node.pseudo == nil {
        if style.changeBar.width > 0, node.kind != .table {
          addBar(of: style, from: corner.y, height: node.size.height)
        }
        if style.float != .none || style.position.isAbsolute { isCounted = false }
      }
      if node.kind == .tableWrapper { isCounted = false }
      if node.kind == .line, isCounted { addNumber(of: node, style: style, at: corner) }
    }
    for child in node.children { add(child, in: corner, styles: styles, isCounted: isCounted) }
  }

  private mutating func addNumber(of line: FragmentNode, style: ComputedStyle, at corner: Point) {
    guard let wish = style.lineNumbers, line.size.height > 0, !line.children.isEmpty else { return }
    count.page += 1
    count.document += 1
    let number = wish.startsOnPage ? count.page : count.document
    guard number % wish.step == 0 else { return }
    let baseline = corner.y + line.baseline
    numbers.append(LineNumber(number: number, style: line.style, baseline: baseline, left: area.left))
  }

  /// In the outer margin, half way between the text and a bar of three points.
  private mutating func addBar(of style: ComputedStyle, from top: Double, height: Double) {
    guard height > 0 else { return }
    let width = min(style.changeBar.width, 72)
    let x = isLeft ? area.left - barDistance - width : area.right + barDistance
    let rect = Rect(x: x, y: top, width: width, height: height)
    bars.append(Bar(rect: rect, color: style.changeBar.color ?? style.color))
  }
}

/// Between the text and a change bar, in points.
private let barDistance = 6.0

/// Between a line's number and the text, in points.
private let numberDistance = 12.0

extension LayoutSession {
  /// Lays out the numbers and bars of a page: artifacts that no reading order holds.
  mutating func layOut(_ marks: DraftMarks) -> [FragmentNode] {
    var result: [FragmentNode] = []
    for number in marks.numbers { result.append(fragment(of: number)) }
    for bar in marks.bars {
      var style = ComputedStyle()
      style.display = .block
      style.backgroundColor = bar.color
      var fragment = FragmentNode(kind: .block, node: -1, style: styles.shared(style))
      fragment.isRepeated = true
      fragment.offset = bar.rect.origin
      fragment.size = bar.rect.size
      result.append(fragment)
    }
    return result
  }

  private mutating func fragment(of number: DraftMarks.LineNumber) -> FragmentNode {
    // Its own letters: upright, regular, unadorned.
    var style = ComputedStyle(inheriting: styles[number.style])
    style.fontWeight = 400
    style.fontStyle = .normal
    style.fontSize = min(style.fontSize, 9)
    style.textTransform = .none
    let index = styles.shared(style)
    var inline = InlineBuilder()
    inline.addText(Array(String(number.number).utf8)[...], style: style, textStyle: styles.text(index), span: nil)
    let paragraph = breakParagraph(inline.source, style: ComputedStyle(), width: 1000)
    let root = FragmentNode(kind: .line, node: -1, style: index)
    guard let first = paragraph.lines.first else { return root }
    var line = buildLine(first, of: paragraph, root: root, decorations: [])
    line.size.width = first.segments.last.map { $0.x + $0.width } ?? 0
    line.isRepeated = true
    line.offset = Point(
      x: number.left - numberDistance - line.size.width,
      y: number.baseline - line.baseline
    )
    return line
  }
}
