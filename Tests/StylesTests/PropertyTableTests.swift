import Geometry
import Styles
import Testing

@Suite struct PropertyTableTests {
  @Test(
    "a value becomes its computed one",
    arguments: [
      ("margin: 1px 2pt 1in", "margin 0.75 2.0 72.0 2.0"),
      ("margin: auto", "margin auto auto auto auto"),
      ("padding: 1cm 1mm 4q 1pc", "padding \(72 / 2.54) \(72 / 25.4) \(72 / 25.4) 12.0"),
      ("font-size: 20pt; text-indent: 2em", "indent 40.0 0.0"),
      ("text-indent: calc(10% + 2 * (1em - 4pt))", "indent 16.0 10.0"),
      ("text-indent: calc(100% / 4 - 6pt / 2)", "indent -3.0 25.0"),
      ("text-indent: min(2em, 1in)", "indent 24.0 0.0"),
      ("text-indent: clamp(1pt, 50pt, 10pt)", "indent 10.0 0.0"),
      ("text-indent: 10vw", "indent \(0.1 * 210 * 72 / 25.4) 0.0"),
      ("text-indent: 2rem", "indent 24.0 0.0"),
      ("text-indent: 1ex", "indent 6.0 0.0"),
      ("line-height: 20pt; text-indent: 1lh", "indent 20.0 0.0"),
      ("line-height: 1.5", "line number 1.5"),
      ("line-height: 150%", "line length 18.0"),
      ("border: 1pt solid", "border 1.0 1.0 1.0 1.0 solid 0.0"),
      ("border: solid red", "border 2.25 2.25 2.25 2.25 solid 1.0"),
      ("border: 1pt none", "border 0.0 0.0 0.0 0.0 none 0.0"),
      ("border-style: solid; border-width: thin thick", "border 0.75 3.75 0.75 3.75 solid 0.0"),
      ("color: rgb(255 0 0); border-top: 2pt solid", "border 2.0 0.0 0.0 0.0 solid 1.0"),
      (
        "font: italic small-caps 600 14pt/1.3 'Times New Roman', Be Vietnam, serif",
        "font italic true 600 14.0 Times New Roman+Be Vietnam+serif"
      ),
      ("font: 10pt serif", "font normal false 400 10.0 serif"),
      ("font-size: larger", "font normal false 400 14.399999999999999 Times New Roman+serif"),
      ("font-size: 50%; font-weight: bolder", "font normal false 700 6.0 Times New Roman+serif"),
    ]
  )
  func computes(css: String, expected: String) throws {
    let result = styled(css: "#x { margin: 0; \(css) }")
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    #expect(Self.describe(style, expected) == expected)
  }

  private static func describe(_ style: ComputedStyle, _ wanted: String) -> String {
    switch wanted.split(separator: " ").first {
    case "margin":
      return "margin "
        + list(
          style.margin.map { margin in
            if case .length(let length) = margin { return "\(length.points)" }
            return "auto"
          }
        )
    case "padding": return "padding " + list(style.padding.map { "\($0.points)" })
    case "indent": return "indent \(style.textIndent.length.points) \(style.textIndent.length.percent)"
    case "border":
      return "border " + list(style.borderWidth.map { "\($0)" })
        + " \(style.borderStyle.top.rawValue) \(style.borderColor.top.red)"
    case "line":
      switch style.lineHeight {
      case .normal: return "line normal"
      case .number(let number): return "line number \(number)"
      case .length(let points): return "line length \(points)"
      }
    default:
      return "font \(style.fontStyle.rawValue) \(style.hasSmallCaps) \(style.fontWeight) \(style.fontSize) "
        + style.fontFamily.joined(separator: "+")
    }
  }

  private static func list(_ sides: Sides<String>) -> String {
    [sides.top, sides.right, sides.bottom, sides.left].joined(separator: " ")
  }

  @Test("keywords and numbers of the other properties arrive in their fields")
  func fields() throws {
    let css = """
      #x { display: inline-block; box-sizing: border-box; width: min-content; max-width: 50%; min-height: 1pt;
        text-align: justify; text-align-last: center; text-transform: uppercase; text-decoration: underline 2pt blue;
        letter-spacing: .1em; word-spacing: 1pt; white-space: pre-wrap; vertical-align: -2pt; break-before: recto;
        page-break-after: always; break-inside: avoid; orphans: 3; widows: 4; page: wide; quotes: '«' '»';
        counter-reset: a b 3; counter-increment: c; counter-set: d 9; list-style: inside upper-roman;
        bookmark-level: 2; bookmark-label: 'Phần ' content(); border-collapse: collapse; border-spacing: 1pt 2pt;
        table-layout: fixed; caption-side: bottom; border-radius: 1pt 2pt; background: #0f08;
        string-set: head 'a' content(), other counter(c, lower-alpha); content: leader(dotted) target-counter(attr(href), page) }
      """
    let result = styled(css: css)
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    #expect(style.display == .inlineBlock)
    #expect(style.sizesBorderBox)
    #expect(style.width == .minContent)
    #expect(style.maxWidth == .length(LengthPercentage(percent: 50)))
    #expect(style.textAlign == .justify)
    #expect(style.textAlignLast == .center)
    #expect(style.decorationLines == .underline)
    #expect(style.decorationThickness == .length(2))
    #expect(style.decorationColor == Color(red: 0, green: 0, blue: 1))
    #expect(abs(style.letterSpacing - 1.2) < 1e-9)
    #expect(style.verticalAlign == .length(-2))
    #expect(style.breakBefore == .recto)
    #expect(style.breakAfter == .page)
    #expect(style.orphans == 3)
    #expect(style.page == "wide")
    #expect(style.quotes == .pairs([["«", "»"]]))
    #expect(style.counterReset == [CounterChange(name: "a", value: 0), CounterChange(name: "b", value: 3)])
    #expect(style.counterIncrement == [CounterChange(name: "c", value: 1)])
    #expect(style.counterSet == [CounterChange(name: "d", value: 9)])
    #expect(style.listStyleType == .upperRoman)
    #expect(style.isListMarkerInside)
    #expect(style.bookmarkLabel == [.text("Phần "), .elementText])
    #expect(style.collapsesBorders)
    #expect(style.borderSpacing == Size(width: 1, height: 2))
    #expect(style.hasFixedTableLayout)
    #expect(style.isCaptionBelow)
    #expect(style.borderRadius.right.x == LengthPercentage(points: 2))
    #expect(style.backgroundColor == Color(red: 0, green: 1, blue: 0, alpha: 8 / 15.0))
    #expect(
      style.stringSet == [
        NamedStringAssignment(name: "head", value: [.text("a"), .elementText]),
        NamedStringAssignment(name: "other", value: [.counter(name: "c", style: .lowerAlpha)]),
      ]
    )
    #expect(
      style.content
        == .items([.leader(". "), .targetCounter(url: .attribute("href"), name: "page", style: .decimal)])
    )
  }

  @Test(
    "colours in every notation",
    arguments: [
      ("#f00", 1, 0, 0, 1), ("#ff000080", 1, 0, 0, 128 / 255.0), ("rgb(100%, 0%, 0%)", 1, 0, 0, 1),
      ("rgba(0, 255, 0, 0.5)", 0, 1, 0, 0.5), ("rgb(0 0 255 / 50%)", 0, 0, 1, 0.5), ("hsl(120 100% 50%)", 0, 1, 0, 1),
      ("hsla(240deg, 100%, 50%, 1)", 0, 0, 1, 1), ("rebeccapurple", 0.4, 0.2, 0.6, 1), ("transparent", 0, 0, 0, 0),
      ("CurrentColor", 0, 0, 0, 1),
    ] as [(String, Double, Double, Double, Double)]
  )
  func colors(text: String, red: Double, green: Double, blue: Double, alpha: Double) throws {
    let result = styled(css: "#x { background-color: \(text) }")
    #expect(result.report == [])
    let color = try #require(result.style("x")?.backgroundColor)
    let distance = [color.red - red, color.green - green, color.blue - blue, color.alpha - alpha].map(abs).max()
    #expect((distance ?? 1) < 1e-9)
  }
}
