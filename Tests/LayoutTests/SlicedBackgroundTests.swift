import Geometry
import Layout
import Testing

/// Pages of 100 pt by 200 pt with lines of 10 pt: a background is placed as if its box had not been broken
/// (CSS Fragmentation 3, 5.4).
@Suite("Backgrounds of broken boxes")
struct SlicedBackgroundTests {
  private func lines(_ count: Int) -> String { Array(repeating: "a", count: count).joined(separator: "<br/>") }

  private func tiles(_ style: String, _ body: String) throws -> [String] {
    try LaidOut("<div style='\(style)'>\(body)</div>").pages.flatMap { page in
      page.backgrounds.map { paint in
        let tile = paint.tile
        return "\(short(tile.left)),\(short(tile.top)) \(short(tile.size.width))×\(short(tile.size.height))"
      }
    }
  }

  @Test("a gradient goes on where the page before has ended")
  func gradient() throws {
    // Pieces of 100 and 50: one gradient of 150.
    let found = try tiles("background: linear-gradient(red, blue)", lines(15))
    #expect(found == ["0,0 200×150", "0,-100 200×150"])
    let cloned = try tiles("background: linear-gradient(red, blue); box-decoration-break: clone", lines(15))
    #expect(cloned == ["0,0 200×100", "0,0 200×50"])
  }

  @Test("edges that a piece lacks count where the background begins")
  func edges() throws {
    // 5 + 10 + 150 + 10 + 5 without breaks: pieces of 95 (8 lines) fill the page, then 7 lines, padding and border.
    let style = "border: 5pt solid; padding: 10pt; background: linear-gradient(red, blue); background-origin: "
    #expect(try tiles(style + "border-box", lines(15)) == ["0,0 200×185", "0,-100 200×185"])
    #expect(try tiles(style + "padding-box", lines(15)) == ["5,5 190×175", "5,-95 190×175"])
    #expect(try tiles(style + "content-box", lines(15)) == ["15,15 170×155", "15,-85 170×155"])
  }

  @Test("three pieces, and columns on one page")
  func more() throws {
    let found = try tiles("background: linear-gradient(red, blue)", lines(25))
    #expect(found == ["0,0 200×250", "0,-100 200×250", "0,-200 200×250"])
    let columns = "<div style='background: linear-gradient(red, blue)'>\(lines(6))</div>"
    let beside = try tiles("columns: 2; column-gap: 0; height: 40pt; column-fill: auto", columns)
    #expect(beside == ["0,0 100×60", "100,-40 100×60"])
  }

  @Test("pieces of an inline box show one background from line to line")
  func inline() throws {
    // Ten letters of 10 pt on the first line, four on the second.
    let text = "<span style='background: linear-gradient(red, blue)'>aaaaaaaaaa aaaa</span>"
    #expect(try tiles("width: 100pt", text) == ["0,0 140×10", "-100,10 140×10"])
  }
}
