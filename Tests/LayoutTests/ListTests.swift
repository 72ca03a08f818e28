import Testing

@Suite("Lists and counters")
struct ListTests {
  @Test("markers stand outside the items, numbers count on")
  func markers() throws {
    let result = try LaidOut(
      "<ol style='padding-left: 50pt'><li>a</li><li>b<ol style='padding-left: 50pt'><li>c</li></ol></li></ol>"
    )
    // "1. " is three squares wide and ends where the item begins.
    #expect(result.texts == [["1. @20,0", "a@50,0", "2. @20,10", "b@50,10", "1. @70,20", "c@100,20"]])
  }

  @Test("a marker stands beside the first line of a block inside its item")
  func markerOfBlock() throws {
    let result = try LaidOut("<ol style='padding-left: 50pt'><li><p style='padding-top: 7pt'>a</p></li></ol>")
    #expect(result.texts == [["1. @20,7", "a@50,7"]])
  }

  @Test(
    "list-style-type gives the numbers their form",
    arguments: [
      ("upper-roman", "IV. "), ("lower-alpha", "d. "), ("vb-lower-vietnamese", "d. "), ("decimal-leading-zero", "04. "),
    ]
  )
  func styles(type: String, marker: String) throws {
    let result = try LaidOut("<ol start='4' style='padding-left: 50pt; list-style-type: \(type)'><li>a</li></ol>")
    #expect(result.texts[0][0].hasPrefix(marker + "@"))
  }

  @Test("counters nest and count as the specification says")
  func counters() throws {
    let css = """
      section { counter-reset: s } h2 { counter-increment: s } body { counter-reset: c } section { counter-increment: c }
      h2::before { content: counter(c, upper-roman) "." counter(s) " " }
      """
    let result = try LaidOut(
      "<section><h2>a</h2><h2>b</h2></section><section><h2>c</h2></section>",
      css: css
    )
    #expect(result.texts[0].map { $0.prefix(while: { $0 != "@" }) } == ["I.1 ", "a", "I.2 ", "b", "II.1 ", "c"])
  }
}
