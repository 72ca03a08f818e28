import Diagnostics
import Geometry
import Styles
import Text

/// Inline content and the glyphs made of it.
///
/// A class, against the rule for values: every piece of text on a page refers to it, and a copy would retain some twenty arrays.
final class ParagraphText: Sendable {
  let source: InlineSource
  let shaped: ShapedParagraph

  init(source: InlineSource, shaped: ShapedParagraph) {
    self.source = source
    self.shaped = shaped
  }
}

/// A paragraph that has been shaped for one width, and broken into lines from some byte on.
struct BrokenParagraph {
  var text: ParagraphText
  /// The same text in the style of the first line, where `::first-line` holds for it.
  var firstText: ParagraphText?
  var lines: [Line]
  var width: Double
  /// The height of the block around it where it is definite: atomic inlines may refer to it.
  var height: Double?
  /// Laid-out atomic inlines by object index.
  var atomics: [Int32: FragmentNode]
  /// The number of the first of `lines` in its box; lines before it were placed in earlier fragmentainers.
  var firstLine = 0
  /// Whether a float stands in it.
  var holdsFloats = false

  var shaped: ShapedParagraph {
    _read { yield text.shaped }
  }
}

extension LayoutSession {
  /// The paragraph of a container of lines: shaped once for a width, kept until it is placed; `lines` is for ``broken(_:of:from:)``.
  mutating func paragraph(of box: Int32, width: Double, height: Double? = nil) -> BrokenParagraph {
    if let known = paragraphs[box], known.width == width, known.height == height { return known }
    var made = shapeParagraph(tree.inlines[Int(tree[box].inline)], style: style(box), width: width, height: height)
    made.firstText = firstLineText(of: box, like: made.text)
    paragraphs[box] = made
    return made
  }

  /// The paragraph with the lines that a token goes on with, and which of them comes next.
  mutating func broken(
    _ paragraph: BrokenParagraph,
    of box: Int32,
    from token: BreakToken?
  ) -> (paragraph: BrokenParagraph, start: Int) {
    var number = 0
    var byte: Int32 = 0
    if case .line(let next, let first) = token?.position { (number, byte) = (next, first) }
    let start = number - paragraph.firstLine
    if paragraph.lines.indices.contains(start), paragraph.lines[start].bytes.lowerBound == byte {
      return (paragraph, start)
    }
    var made = paragraph
    breakLines(of: &made, style: style(box), from: byte, number: number)
    reportOverflow(of: made, box: box)
    paragraphs[box] = made
    return (made, 0)
  }

  /// Shapes inline content and breaks it into lines.
  mutating func breakParagraph(_ source: InlineSource, style: ComputedStyle, width: Double) -> BrokenParagraph {
    var result = shapeParagraph(source, style: style, width: width)
    breakLines(of: &result, style: style, from: 0, number: 0)
    return result
  }

  private mutating func shapeParagraph(
    _ source: InlineSource,
    style: ComputedStyle,
    width: Double,
    height: Double? = nil
  ) -> BrokenParagraph {
    var atomics: [Int32: FragmentNode] = [:]
    let shaped = shape(source, width: width, height: height, style: style, atomics: &atomics)
    let text = ParagraphText(source: source, shaped: shaped)
    var result = BrokenParagraph(text: text, lines: [], width: width, atomics: atomics)
    result.height = height
    result.holdsFloats = source.anchored.contains { tree[$0].outOfFlow == .float }
    return result
  }

  private mutating func breakLines(
    of paragraph: inout BrokenParagraph,
    style: ComputedStyle,
    from byte: Int32,
    number: Int
  ) {
    let measure = lineMeasure(of: style, width: paragraph.width)
    paragraph.lines = paragraph.lines(measure, lineBreaking(of: style), from: byte)
    paragraph.firstLine = number
    for index in paragraph.lines.indices {
      justifyLast(&paragraph.lines[index], of: paragraph.showing(paragraph.lines[index]).shaped, style: style)
    }
    guard measure.isJustified else { return }
    // The first line, if it is in a style of its own, is not measured.
    let measured = paragraph.firstText == nil || byte > 0 ? paragraph.lines[...] : paragraph.lines.dropFirst()
    worstLine = max(worstLine, paragraph.shaped.worstRatio(of: Array(measured)))
  }

  /// The measure of lines that nothing stands beside.
  func lineMeasure(of style: ComputedStyle, width: Double) -> LineMeasure {
    let indent = style.textIndent.length.used(of: width)
    let isJustified = style.textAlign == .justify && style.textJustify != .none
    var measure = LineMeasure(width: width, firstIndent: indent, isJustified: isJustified)
    measure.hangsIndent = style.textIndent.hangs
    measure.indentsEachLine = style.textIndent.indentsEachLine
    measure.holdsFirstLine = !style.textIndent.isContinued
    measure.spreadsCharacters = style.textJustify == .interCharacter
    return measure
  }

  /// How the lines of a paragraph are found: by `text-wrap-style`, or else by what `text-align` needs.
  func lineBreaking(of style: ComputedStyle) -> LineBreaking {
    switch style.textWrapStyle {
    case .balance: .balance
    case .auto, .stable, .pretty:
      if style.textAlign == .justify && style.textJustify != .none {
        // Spaces that are preserved are as wide as they are (CSS Text 3, 6.4).
        style.textJustify == .interCharacter || style.whiteSpace.preservesSpaces ? .firstFit : .totalFit
      } else {
        style.textWrapStyle == .pretty ? .pretty : .firstFit
      }
    }
  }

  /// Justifies a last line where `text-align-last` asks for it.
  func justifyLast(_ line: inout Line, of shaped: ShapedParagraph, style: ComputedStyle) {
    guard style.textAlignLast == .justify, line.isLast || line.endsWithForcedBreak else { return }
    line = shaped.justified(line, to: line.room)
  }

  /// Gives objects their widths, then text its glyphs.
  private mutating func shape(
    _ source: InlineSource,
    width: Double,
    height: Double?,
    style: ComputedStyle,
    atomics: inout [Int32: FragmentNode]
  ) -> ShapedParagraph {
    var content = source.content
    content.styles = styles.textStyles
    content.ellipsis = style.ellipsis
    for index in content.objects.indices {
      let target = source.objectTargets[index]
      switch content.objects[index].kind {
      case .openEdge: content.objects[index].width = edgeWidth(source.boxes[Int(target)], isStart: true, width: width)
      case .closeEdge: content.objects[index].width = edgeWidth(source.boxes[Int(target)], isStart: false, width: width)
      case .atomic:
        let fragment = layOutAtomic(target, available: width, height: height)
        content.objects[index].width = fragment.size.width + fragment.margin.horizontal
        atomics[Int32(index)] = fragment
      case .forcedBreak, .leader, .anchor: break
      }
    }
    setClones(of: &content, from: source, width: width)
    return shaper.shape(content, diagnostics: &diagnostics)
  }

  private func edgeWidth(_ box: InlineBox, isStart: Bool, width: Double) -> Double {
    let edges = BoxEdges(of: styles[box.style], available: width)
    if isStart { return box.hasStart ? edges.margin.left + edges.left : 0 }
    return box.hasEnd ? edges.margin.right + edges.border.right + edges.padding.right : 0
  }

  /// Lays out an inline-block, an inline table or a picture as one piece.
  private mutating func layOutAtomic(_ box: Int32, available: Double, height: Double?) -> FragmentNode {
    let outer = fragmentainer
    fragmentainer = FragmentainerProgress()
    defer { fragmentainer = outer }
    var space = ConstraintSpace(available: available)
    space.availableHeight = height
    return layOutShrinkToFit(box, in: space, from: nil).fragment
  }

  mutating func reportOverflow(of paragraph: BrokenParagraph, box: Int32) {
    // Where an ellipsis stands for it, its author knows.
    guard style(box).ellipsis.isEmpty else { return }
    for line in paragraph.lines where line.overflows {
      let bytes = paragraph.shaped.content.text[Int(line.bytes.lowerBound)..<Int(line.bytes.upperBound)]
      diagnostics.report(
        .lineOverflows(
          text: String(decoding: bytes, as: UTF8.self),
          excess: line.width - line.room,
          span: paragraph.shaped.span(ofByte: line.bytes.lowerBound) ?? span(ofNode: tree[box].node)
        )
      )
    }
  }
}
