import Geometry
import Layout
import Testing

/// The page is 200 × 100, a letter 10 × 10.
@Suite("Sizes of blocks")
struct BlockSizeTests {
  @Test(
    "aspect-ratio gives the size that is not given (CSS Sizing 4, 4)",
    arguments: [
      // 50 / 2.
      (#"<div id="b" style="aspect-ratio: 2; width: 50pt">a</div>"#, "0,0 50×25"),
      // Three lines need 30, more than 10 / 1: the content's height is the least.
      (#"<div id="b" style="aspect-ratio: 1; width: 10pt">a b c</div>"#, "0,0 10×30"),
      // Not where min-height says otherwise, or the box scrolls.
      (#"<div id="b" style="aspect-ratio: 1; width: 10pt; min-height: 0">a b c</div>"#, "0,0 10×10"),
      (#"<div id="b" style="aspect-ratio: 1; width: 10pt; overflow: hidden">a b c</div>"#, "0,0 10×10"),
      // And never more than max-height.
      (#"<div id="b" style="aspect-ratio: 1; width: 10pt; max-height: 25pt">a b c</div>"#, "0,0 10×25"),
      // A block is as wide as its container all the same: 200 / 4.
      (#"<div id="b" style="aspect-ratio: 4 / 1">a</div>"#, "0,0 200×50"),
      // A float is as wide as its height says: 20 × 3.
      (#"<div id="b" style="aspect-ratio: 3; height: 20pt; float: left">a</div>"#, "0,0 60×20"),
      // Of the border box: 30 / 2, edges of 5 inside; with auto of the content box: 20 / 2 + 10.
      (
        #"<div id="b" style="aspect-ratio: 2; width: 30pt; padding: 5pt; box-sizing: border-box"></div>"#, "0,0 30×15"
      ),
      (
        #"<div id="b" style="aspect-ratio: auto 2; width: 30pt; padding: 5pt; box-sizing: border-box"></div>"#,
        "0,0 30×20"
      ),
      // Between two insets the height is 100 - 20 - 40, and the width is the same.
      (#"<div id="b" style="aspect-ratio: 1; position: absolute; top: 20pt; bottom: 40pt">a</div>"#, "0,20 40×40"),
    ]
  )
  func aspectRatio(body: String, box: String) throws {
    let result = try LaidOut(body)
    #expect(result.box("b") == box)
    #expect(result.codes == [])
  }

  @Test(
    "intrinsic heights are those of the content (CSS Sizing 3, 5.1)",
    arguments: [
      (#"<div id="b" style="height: 5pt; min-height: min-content">a<br/>b</div>"#, "0,0 200×20"),
      (#"<div id="b" style="height: 50pt; max-height: max-content">a<br/>b</div>"#, "0,0 200×20"),
      (#"<div id="b" style="height: fit-content">a<br/>b</div>"#, "0,0 200×20"),
      // 'aa bb' fits into 60 once, into 30 twice.
      (#"<div style="width: 30pt"><div id="b" style="max-width: fit-content">aa bb</div></div>"#, "0,0 30×20"),
      (#"<div style="width: 60pt"><div id="b" style="max-width: fit-content">aa bb</div></div>"#, "0,0 50×10"),
    ]
  )
  func intrinsicHeights(body: String, box: String) throws {
    let result = try LaidOut(body)
    #expect(result.box("b") == box)
    #expect(result.codes == [])
  }

  @Test(
    "percentages of heights refer to a definite containing block, in lines and for floats too (CSS 2.2, 10.5)",
    arguments: [
      (#"<span id="b" style="display: inline-block; width: 10pt; height: 50%"></span>"#, "0,0 10×20"),
      (#"<div id="b" style="float: left; width: 10pt; height: 50%"></div>"#, "0,0 10×20"),
    ]
  )
  func percentHeights(child: String, box: String) throws {
    // Half of 40; of an automatic height they are automatic themselves: an empty box has no height.
    let result = try LaidOut(#"<div style="height: 40pt">\#(child)</div>"#)
    #expect(result.box("b") == box)
    let automatic = try LaidOut("<div>\(child)</div>")
    #expect(automatic.box("b").hasSuffix("10×0"))
    #expect(result.codes + automatic.codes == [])
  }

  @Test("edges are repeated at breaks where box-decoration-break is clone (CSS Fragmentation 3, 5.4)")
  func clonedDecoration() throws {
    // 50 + 5 + three lines of 10 + 5 are 90, a fourth line would make 100; with sliced edges five lines would fit.
    let lines = "a<br/>b<br/>c<br/>d<br/>e<br/>f"
    let body = #"<div style="height: 55pt"></div><div id="b" style="border: 5pt solid; %">"# + lines + "</div>"
    let cloned = try LaidOut(body.replacing("%", with: "box-decoration-break: clone"))
    #expect(cloned.texts == [["a@5,60", "b@5,70", "c@5,80"], ["d@5,5", "e@5,15", "f@5,25"]])
    #expect(cloned.box("b") == "0,55 200×45")
    #expect(cloned.box("b", page: 2) == "0,0 200×40")
    let sliced = try LaidOut(body.replacing("%", with: ""))
    #expect(sliced.texts == [["a@5,60", "b@5,70", "c@5,80", "d@5,90"], ["e@5,0", "f@5,10"]])
    #expect(cloned.codes + sliced.codes == [])
  }

  @Test("the root element has margins, which collapse with nothing (CSS 2.2, 8.3.1)")
  func rootMargins() throws {
    // 5 of html, then max(15, 20) of body and p.
    let result = try LaidOut(
      #"<p id="b" style="margin-top: 20pt">a</p>"#,
      css: "html { margin: 5pt 10pt } body { margin-top: 15pt }"
    )
    #expect(result.box("b") == "10,25 180×10")
    // 100 - 5 of the first page are for lines: nine; the next page has no margin at its top.
    let lines = Array(repeating: "a", count: 11).joined(separator: "<br/>")
    let long = try LaidOut(lines, css: "html { margin: 5pt auto; width: 20pt }")
    #expect(long.texts.map(\.count) == [9, 2])
    #expect(long.texts[0].first == "a@90,5")
    #expect(long.texts[1].first == "a@90,0")
    #expect(result.codes + long.codes == [])
  }

  @Test("margins that adjoin a break are cut off, and told as 0 (CSS Fragmentation 3, 5.2)")
  func truncatedMargins() throws {
    let result = try LaidOut(
      """
      <div style="height: 90pt; margin-bottom: 30pt">a</div><div style="margin-top: 20pt"><p style="margin-top: 5pt">b</p></div>
      """
    )
    #expect(result.texts == [["a@0,0"], ["b@0,0"]])
    let margins = result.pages.map { page in
      page.fragments.filter { $0.kind == .block && $0.margin.vertical > 0 }.count
    }
    #expect(margins == [0, 0])
    // After a forced break the margin stays (the same section).
    let forced = try LaidOut(#"<p>a</p><p style="break-before: page; margin-top: 20pt">b</p>"#)
    #expect(forced.texts == [["a@0,0"], ["b@0,20"]])
    #expect(result.codes + forced.codes == [])
  }

  @Test("a box of a given height stays so high where its content goes on on the next page")
  func overflowingOverPages() throws {
    let body = """
      <div style='height: 50pt'></div><div id='a' style='height: 40pt'><div id='b' style='height: 80pt'></div></div>
      """
    let result = try LaidOut(body)
    // 50, then 40 of the 50 that the page leaves; of the 80 inside, 50 are here and 30 on the next page.
    #expect(result.box("a") == "0,50 200×40")
    #expect(result.box("b") == "0,50 200×50")
    #expect(result.box("a", page: 2) == "0,0 200×0")
    #expect(result.box("b", page: 2) == "0,0 200×30")
    #expect(result.codes == [])
  }
}
