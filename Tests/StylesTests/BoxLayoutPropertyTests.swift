import Geometry
import Styles
import Testing

/// Position, floats, flex, columns and sizes.
@Suite struct BoxLayoutPropertyTests {
  @Test("positions, floats and overflow arrive in their fields")
  func positions() throws {
    let css = """
      #x { position: relative; inset: 1pt auto 10%; z-index: -3; float: inline-end; clear: both; overflow: hidden;
        visibility: collapse; opacity: 150% }
      """
    let result = styled(css: css)
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    #expect(style.position == .relative)
    #expect(style.inset.top == .length(LengthPercentage(points: 1)))
    #expect(style.inset.right == .auto)
    #expect(style.inset.bottom == .length(LengthPercentage(percent: 10)))
    #expect(style.inset.left == .auto)
    #expect(style.zIndex == -3)
    #expect(style.float == .right)
    #expect(style.clear == .both)
    #expect(style.overflowX == .hidden)
    #expect(style.overflowY == .hidden)
    #expect(style.visibility == .collapse)
    #expect(style.opacity == 1)
  }

  @Test(
    "out of the flow, and in a flex container, display becomes a block kind (CSS 2.2, 9.7)",
    arguments: [
      ("float: left", "inline", Display.block, FloatSide.left),
      ("float: footnote", "inline", .block, .footnote),
      ("position: absolute; float: left", "inline-block", .block, .none),
      ("position: fixed", "inline-table", .table, .none),
      ("position: absolute", "inline-flex", .flex, .none),
      ("float: left", "table-cell", .block, .left),
      ("position: relative", "inline", .inline, .none),
      ("position: running(head)", "inline", .inline, .none),
      ("float: left", "none", .none, .left),
    ]
  )
  func blockification(css: String, display: String, expected: Display, float: FloatSide) throws {
    let result = styled(css: "#x { display: \(display); \(css) }")
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    #expect(style.display == expected)
    #expect(style.float == float)
  }

  @Test("a flex item is of a block kind, also through display: contents and as a pseudo-element")
  func flexItems() throws {
    let css =
      "#f { display: inline-flex } #c { display: contents } #x::before { content: 'a' } #f::after { content: 'b' }"
    let body = "<div id=\"f\"><span id=\"c\"><span id=\"x\">a</span></span><b id=\"y\">c</b></div>"
    let result = styled(css: css, body: body)
    #expect(result.report == [])
    #expect(result.style("f")?.display == .inlineFlex)
    #expect(result.style("c")?.display == .contents)
    #expect(result.style("x")?.display == .block)
    #expect(result.style("x", .before)?.display == .inline)
    #expect(result.style("y")?.display == .block)
    #expect(result.style("f", .after)?.display == .block)
  }

  @Test(
    "overflow of one axis changes the other's (CSS Overflow 3, 3.1)",
    arguments: [
      ("hidden visible", Overflow.hidden, Overflow.auto), ("clip scroll", .hidden, .scroll),
      ("clip visible", .clip, .visible), ("auto", .auto, .auto), ("visible clip", .visible, .clip),
    ]
  )
  func overflow(value: String, x: Overflow, y: Overflow) throws {
    let result = styled(css: "#x { overflow: \(value) }")
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    #expect(style.overflowX == x)
    #expect(style.overflowY == y)
  }

  @Test(
    "flex in every form (CSS Flexbox 1, 7.1)",
    arguments: [
      ("none", 0, 0, FlexBasis.extent(.auto)), ("auto", 1, 1, .extent(.auto)), ("initial", 0, 1, .extent(.auto)),
      ("2", 2, 1, .extent(.length(.zero))), ("0", 0, 1, .extent(.length(.zero))),
      ("1 0 0", 1, 0, .extent(.length(.zero))), ("10pt", 1, 1, .extent(.length(LengthPercentage(points: 10)))),
      ("content 3 2", 3, 2, .content), ("1 30%", 1, 1, .extent(.length(LengthPercentage(percent: 30)))),
      ("2 2 10%", 2, 2, .extent(.length(LengthPercentage(percent: 10)))),
      ("0 1 min-content", 0, 1, .extent(.minContent)),
    ] as [(String, Double, Double, FlexBasis)]
  )
  func flex(value: String, grow: Double, shrink: Double, basis: FlexBasis) throws {
    let result = styled(css: "#x { flex: \(value) }")
    #expect(result.report == [])
    let flex = try #require(result.style("x")?.flex)
    #expect(flex.grow == grow)
    #expect(flex.shrink == shrink)
    #expect(flex.basis == basis)
  }

  @Test("flow, order, alignment and gaps of flex containers")
  func alignment() throws {
    let css = """
      #x { flex-flow: wrap-reverse column; order: -1; justify-content: space-between; align-items: first baseline;
        align-self: last baseline; align-content: stretch; gap: 5% 2pt }
      #y { place-content: center; place-items: end start }
      """
    let result = styled(css: css, body: "<p id=\"x\">a</p><p id=\"y\">b</p>")
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    #expect(style.flex.direction == .column)
    #expect(style.flex.wrap == .wrapReverse)
    #expect(style.flex.order == -1)
    #expect(style.alignment.justifyContent == .spaceBetween)
    #expect(style.alignment.alignItems == .baseline)
    #expect(style.alignment.alignSelf == .lastBaseline)
    #expect(style.alignment.alignContent == .stretch)
    #expect(style.alignment.rowGap == LengthPercentage(percent: 5))
    #expect(style.alignment.columnGap == LengthPercentage(points: 2))
    let other = try #require(result.style("y")?.alignment)
    #expect(other.justifyContent == .center)
    #expect(other.alignContent == .center)
    #expect(other.alignItems == .end)
    #expect(other.justifyItems == .start)
    #expect(other.rowGap == nil)
  }

  @Test(
    "columns in every form",
    arguments: [
      ("3", 3, nil), ("auto 3", 3, nil), ("3 auto", 3, nil), ("10pt", nil, 10), ("10pt auto", nil, 10),
      ("2 10pt", 2, 10), ("10pt 2", 2, 10), ("auto", nil, nil), ("auto auto", nil, nil),
    ] as [(String, Int?, Double?)]
  )
  func columns(value: String, count: Int?, width: Double?) throws {
    let result = styled(
      css: "#x { columns: \(value); column-rule: 2pt solid red; column-fill: auto; column-span: all }"
    )
    #expect(result.report == [])
    let columns = try #require(result.style("x")?.columns)
    #expect(columns.count == count)
    #expect(columns.width == width)
    #expect(columns.isContainer == (count != nil || width != nil))
    #expect(columns.ruleWidth == 2)
    #expect(columns.ruleStyle == .solid)
    #expect(columns.ruleColor == Color(red: 1, green: 0, blue: 0))
    #expect(columns.fill == .auto)
    #expect(columns.spansAll)
  }

  @Test("a rule or border is medium where only its style is said, and has no width where it is not drawn")
  func undrawnRule() {
    let style = styled(css: "#x { column-rule-style: solid; border-top-style: solid }").style("x")
    #expect(style?.columns.ruleWidth == 2.25)
    #expect(style?.borderWidth == Edges(top: 2.25, right: 0, bottom: 0, left: 0))
    #expect(styled(css: "#x { column-rule-width: thick }").style("x")?.columns.ruleWidth == 0)
  }

  @Test(
    "positions of pictures have one to four parts (CSS Values 4, 8.3)",
    arguments: [
      ("left", "0 0 0 50"), ("top", "0 50 0 0"), ("25%", "0 25 0 50"), ("right top", "0 100 0 0"),
      ("bottom left", "0 0 0 100"), ("10pt 20%", "10 0 0 20"), ("center 3pt", "0 50 3 0"), ("left 3pt", "0 0 3 0"),
      ("right 10pt bottom 20%", "-10 100 0 80"), ("bottom 5pt right 1pt", "-1 100 -5 100"),
      ("center top 4pt", "0 50 4 0"), ("center", "0 50 0 50"),
    ]
  )
  func pictures(value: String, expected: String) throws {
    let result = styled(css: "#x { object-position: \(value); object-fit: scale-down }")
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    let (x, y) = (style.objectPosition.x, style.objectPosition.y)
    #expect([x.points, x.percent, y.points, y.percent].map { String(Int($0)) }.joined(separator: " ") == expected)
    #expect(style.objectFit == .scaleDown)
  }

  @Test(
    "aspect ratios; one of 0 behaves as auto",
    arguments: [
      ("auto", true, nil), ("2", false, 2), ("3 / 2", false, 1.5), ("auto 4/2", true, 2), ("4/2 auto", true, 2),
      ("1 / 0", true, nil), ("0 / 1", true, nil),
    ] as [(String, Bool, Double?)]
  )
  func ratios(value: String, isAuto: Bool, ratio: Double?) {
    let result = styled(css: "#x { aspect-ratio: \(value) }")
    #expect(result.report == [])
    #expect(result.style("x")?.aspectRatio.isAuto == isAuto)
    #expect(result.style("x")?.aspectRatio.ratio == ratio)
  }

  @Test("sizes take fit-content() and flow-relative names; the later name of one property wins")
  func sizes() throws {
    let css = """
      #x { inline-size: fit-content(50%); min-block-size: min-content; height: fit-content; max-height: max-content;
        width: calc(1pt - 3pt); margin-inline: 1pt 2pt; margin-left: 3pt; padding-block: 4pt;
        border-inline-start: 1pt solid; inset-inline: 5pt; box-decoration-break: clone; empty-cells: hide;
        break-before: column; break-after: avoid-column; break-inside: avoid-column }
      #y { margin-left: 3pt; margin-inline-start: 1pt; width: fit-content(2pt) }
      """
    let result = styled(css: css, body: "<p id=\"x\">a</p><p id=\"y\">b</p>")
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    #expect(style.width == .length(.zero))  // 1pt - 3pt is below the range of width: 0
    #expect(style.minHeight == .minContent)
    #expect(style.height == .fitContent)
    #expect(style.maxHeight == .maxContent)
    #expect(style.margin.left == .length(LengthPercentage(points: 3)))
    #expect(style.margin.right == .length(LengthPercentage(points: 2)))
    #expect(style.padding.bottom == LengthPercentage(points: 4))
    #expect(style.borderWidth.left == 1)
    #expect(style.inset.right == .length(LengthPercentage(points: 5)))
    #expect(style.clonesDecoration)
    #expect(style.hidesEmptyCells)
    #expect(style.breakBefore == .column)
    #expect(style.breakAfter == .avoidColumn)
    #expect(style.breakInside == .avoidColumn)
    #expect(result.style("y")?.margin.left == .length(LengthPercentage(points: 1)))
    #expect(result.style("y")?.width == .fitContentWithin(LengthPercentage(points: 2)))
  }

  @Test(
    "what is not of a grammar is reported",
    arguments: [
      ("position: sticky", "css-later-value: sticky has no meaning on paper; write relative"),
      ("position: running()", "css-wrong-value: running() names no element; write running(header)"),
      ("flex: 1 1 1", "css-unknown-unit: 1 has no unit; write 1pt, 1px or 1mm"),
      ("flex: 1 2pt 3pt", "css-wrong-value"),
      ("object-position: left right", "css-wrong-value"),
      ("object-position: 10pt left", "css-wrong-value"),
      ("columns: 1 2 3", "css-wrong-value"),
      ("align-items: auto", "css-wrong-value"),
      ("width: fit-content(red)", "css-wrong-value: fit-content() cannot be read; write fit-content(10cm)"),
    ]
  )
  func mistakes(css: String, expected: String) {
    let result = styled(css: "#x { \(css) }")
    #expect(result.report.count == 1, "\(result.report)")
    #expect(result.report.first?.contains(expected) == true, "\(result.report)")
  }
}
