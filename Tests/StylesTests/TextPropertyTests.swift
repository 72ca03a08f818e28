import Geometry
import Styles
import Testing

/// White space, hyphenation, decoration, alignment and features of fonts.
@Suite struct TextPropertyTests {
  @Test("wrapping, hyphenation and the ends of lines arrive in their fields, and are inherited but for text-overflow")
  func wrapping() throws {
    let css = """
      body { tab-size: 2.5; hyphens: auto; hyphenate-character: '-'; hyphenate-limit-chars: 6 auto 3; word-wrap: anywhere;
        word-break: keep-all; line-break: strict; hanging-punctuation: first allow-end last; text-justify: distribute;
        text-overflow: '…' }
      #y { tab-size: 2em; hyphenate-limit-chars: 5 2; text-overflow: ellipsis }
      """
    let result = styled(css: css, body: "<p id=\"x\">a</p><p id=\"y\">b</p>")
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    #expect(style.tabSize == .number(2.5))
    #expect(style.hyphenation.mode == .auto)
    #expect(style.hyphenation.character == "-")
    #expect(style.hyphenation.minimumWord == 6)
    #expect(style.hyphenation.minimumBefore == nil)
    #expect(style.hyphenation.minimumAfter == 3)
    #expect(style.overflowWrap == .anywhere)
    #expect(style.wordBreak == .keepAll)
    #expect(style.lineBreak == .strict)
    #expect(style.hangingPunctuation == [.first, .allowEnd, .last])
    #expect(style.textJustify == .interCharacter)
    #expect(style.textOverflow == .clip)
    let other = try #require(result.style("y"))
    #expect(other.tabSize == .length(24))  // 2 × 12
    #expect(other.hyphenation.minimumBefore == 2)
    #expect(other.hyphenation.minimumAfter == 2)
    #expect(other.textOverflow == .ellipsis)
  }

  @Test(
    "white-space and text-wrap share the wrap mode (CSS Text 4, 3)",
    arguments: [
      ("white-space: pre-line", WhiteSpace.preLine, TextWrapMode.wrap, TextWrapStyle.auto),
      ("white-space: pre", .pre, .nowrap, .auto), ("white-space: break-spaces", .breakSpaces, .wrap, .auto),
      ("white-space: pre-wrap; text-wrap: nowrap", .pre, .nowrap, .auto),
      ("text-wrap: nowrap; white-space: normal", .normal, .wrap, .auto),
      ("text-wrap: balance", .normal, .wrap, .balance), ("text-wrap: pretty wrap", .normal, .wrap, .pretty),
      ("text-wrap: stable nowrap", .nowrap, .nowrap, .stable),
    ]
  )
  func whiteSpace(css: String, space: WhiteSpace, mode: TextWrapMode, wrap: TextWrapStyle) throws {
    let result = styled(css: "#x { \(css) }")
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    #expect(style.whiteSpace == space)
    #expect(style.textWrapMode == mode)
    #expect(style.textWrapStyle == wrap)
  }

  @Test(
    "text-align takes a string to align at (CSS Text 4, 7.4)",
    arguments: [
      ("','", TextAlign.end, ","), ("',' center", .center, ","), ("left '.'", .left, "."), ("'ab'", .end, nil),
      ("match-parent", .right, nil), ("justify", .justify, nil),
    ] as [(String, TextAlign, String?)]
  )
  func alignment(value: String, align: TextAlign, mark: String?) throws {
    let result = styled(css: "body { text-align: end } #x { text-align: \(value) }")
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    #expect(style.textAlign == align)
    #expect(style.textAlignMark == mark)
  }

  @Test("decorations have a style, and offsets refer to the font size")
  func decoration() throws {
    let css = """
      #x { font-size: 20pt; text-decoration: wavy underline 1pt; text-underline-offset: 10%;
        text-underline-position: under; text-decoration-skip-ink: none }
      """
    let result = styled(css: css)
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    #expect(style.decorationStyle == .wavy)
    #expect(style.decorationLines == .underline)
    #expect(style.underlineOffset == 2)  // 10 % of 20
    #expect(style.underlinePosition == .under)
    #expect(style.skipInk == .none)
  }

  @Test("features are sorted by tag, and the last of a tag wins")
  func features() throws {
    let css = "#x { font-feature-settings: 'tnum', 'ss01' 2, 'liga' off, 'tnum' 0; font-kerning: none }"
    let result = styled(css: css)
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    #expect(
      style.fontFeatures == [
        FontFeature(tag: "liga", value: 0), FontFeature(tag: "ss01", value: 2), FontFeature(tag: "tnum", value: 0),
      ]
    )
    #expect(style.fontKerning == .none)
  }

  @Test("font-variant sets all its longhands, in any order of words; font resets them")
  func variants() throws {
    let css = """
      p { font-variant: tabular-nums small-caps no-contextual slashed-zero super discretionary-ligatures }
      #y { font-variant: none } #z { font: small-caps 10pt serif } #w { font-variant-numeric: ordinal oldstyle-nums;
        font-synthesis: weight }
      """
    let body = "<p id=\"x\">a</p><p id=\"y\">b</p><p id=\"z\">c</p><b id=\"w\">d</b>"
    let result = styled(css: css, body: body)
    #expect(result.report == [])
    let variant = try #require(result.style("x")?.fontVariant)
    #expect(variant.numeric == [.tabular, .slashedZero])
    #expect(variant.caps == .smallCaps)
    #expect(variant.position == .super)
    #expect(variant.ligatures == [.noContextual, .discretionary])
    var none = FontVariant()
    none.ligatures = .none
    #expect(result.style("y")?.fontVariant == none)
    var caps = FontVariant()
    caps.caps = .smallCaps
    #expect(result.style("z")?.fontVariant == caps)
    #expect(result.style("w")?.fontVariant.numeric == [.ordinal, .oldstyle])
    #expect(result.style("w")?.fontSynthesis.weight == true)
    #expect(result.style("w")?.fontSynthesis.style == false)
  }

  @Test(
    "what is not of a grammar is reported",
    arguments: [
      ("font-variant: tabular-nums proportional-nums", "'font-variant' does not take 'proportional-nums' here"),
      ("font-feature-settings: 'tnums'", "\"tnums\" is not the name of a feature; a feature has four letters"),
      ("text-align: 'a' justify", "css-wrong-value"), ("text-align: auto", "css-wrong-value"),
      ("hanging-punctuation: force-end allow-end", "css-wrong-value"), ("tab-size: -1", "-1 is negative"),
      ("direction: rtl", "css-later-property"), ("text-wrap: nowrap wrap", "css-wrong-value"),
      ("font-synthesis: bold", "css-wrong-value"), ("hyphens: yes", "'hyphens' takes none | manual | auto"),
    ]
  )
  func mistakes(css: String, expected: String) {
    let result = styled(css: "#x { \(css) }")
    #expect(result.report.count == 1, "\(result.report)")
    #expect(result.report.first?.contains(expected) == true, "\(result.report)")
  }
}
