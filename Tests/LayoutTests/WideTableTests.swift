import Layout
import TestSupport
import Testing
import Text

@Suite("Wide tables")
struct WideTableTests {
  private static let css = "table { vb-table-split: columns; vb-key-columns: 1 }"

  /// A row of a key and some cells of four letters, 40 pt wide.
  private func row(_ number: Int, columns: String = "abcdef", key: String = "kk") -> String {
    "<tr><td>\(key)</td>" + columns.map { "<td>\($0)00\(number)</td>" }.joined() + "</tr>"
  }

  @Test("columns that do not fit follow on a page of their own, the key column repeated")
  func groups() throws {
    let result = try LaidOut("<p>p</p><table id='t'>\(row(1))</table><p>q</p>", css: Self.css)
    // 20 for the key and 4 x 40 fill 180 of 200; two columns are left.
    #expect(
      result.texts == [
        ["p@0,0", "kk@0,10", "a001@20,10", "b001@60,10", "c001@100,10", "d001@140,10"],
        ["kk@0,0", "e001@20,0", "f001@60,0", "q@0,10"],
      ]
    )
    #expect(result.box("t", kind: .table) == "0,10 180×10")
    #expect(result.box("t", page: 2, kind: .table) == "0,0 100×10")
    // The second key is no content.
    #expect(result.artifacts == [[], ["kk"]])
    #expect(result.codes == [])
  }

  @Test("a table that fits, or that is not to be split, stays whole")
  func unsplit() throws {
    let fitting = try LaidOut("<table>\(row(1, columns: "abcd"))</table>", css: Self.css)
    #expect(fitting.texts.map(\.count) == [5])
    let sticking = try LaidOut("<table id='t'>\(row(1))</table>")
    // 20 + 6 x 40.
    #expect(sticking.box("t") == "0,0 260×10")
    #expect(sticking.texts.map(\.count) == [7])
  }

  @Test("all rows of a group come before the next, under the repeated head and above the repeated foot")
  func rowsOverPages() throws {
    let head = "<thead><tr><th>hh</th>" + "abcdef".map { "<th>H\($0)</th>" }.joined() + "</tr></thead>"
    let foot = "<tfoot><tr><td>ff</td>" + "abcdef".map { "<td>F\($0)</td>" }.joined() + "</tr></tfoot>"
    let body = (1...12).map { row($0 % 10) }.joined()
    let css = Self.css + "thead, tfoot { break-inside: avoid } th { text-align: left; font-weight: 400 }"
    let result = try LaidOut("<table>\(head)\(foot)<tbody>\(body)</tbody></table>", css: css)
    // Head, 8 rows and foot fill 100; 4 rows are left. Then the same with the other two columns.
    #expect(result.texts.map(\.count) == [10 * 5, 6 * 5, 10 * 3, 6 * 3])
    #expect(result.texts[1].prefix(2) == ["hh@0,0", "Ha@20,0"])
    #expect(result.texts[2].prefix(6) == ["hh@0,0", "He@20,0", "Hf@60,0", "kk@0,10", "e001@20,10", "f001@60,10"])
    #expect(result.texts[3].suffix(3) == ["ff@0,50", "Fe@20,50", "Ff@60,50"])
    // Of the head of the first page of a group only the keys are repeated.
    #expect(result.artifacts[0] == ["ff", "Fa", "Fb", "Fc", "Fd"])
    #expect(result.artifacts[2].filter { $0 != "kk" } == ["hh", "ff", "Fe", "Ff"])
    #expect(result.artifacts[3].filter { $0 != "kk" } == ["hh", "He", "Hf", "ff"])
    #expect(result.codes == [])
  }

  @Test("columns under one cell stay together where they can")
  func spanningCells() throws {
    let head = "<tr><td>kk</td><td colspan='3'>one</td><td colspan='3'>two</td></tr>"
    let result = try LaidOut("<table>\(head)\(row(1))</table>", css: Self.css)
    // Four would fit; the fourth belongs to the second three.
    #expect(
      result.texts == [
        ["kk@0,0", "one@20,0", "kk@0,10", "a001@20,10", "b001@60,10", "c001@100,10"],
        ["kk@0,0", "two@20,0", "kk@0,10", "d001@20,10", "e001@60,10", "f001@100,10"],
      ]
    )
  }

  @Test("a cell that is cut shows its content in every group, and is content in the first")
  func cutCells() throws {
    let title = "<tr><td id='t' colspan='7'>title</td></tr>"
    let result = try LaidOut("<table>\(title)\(row(1))</table>", css: Self.css)
    #expect(result.texts.map { $0[0] } == ["title@0,0", "title@0,0"])
    #expect(result.box("t", kind: .cell) == "0,0 180×10")
    #expect(result.box("t", page: 2, kind: .cell) == "0,0 100×10")
    #expect(result.artifacts == [[], ["title", "kk"]])
  }

  @Test("break properties of columns and their groups say where the table is cut")
  func columnBreaks() throws {
    let forced = "<col/><col/><col style='break-after: page'/>"
    let result = try LaidOut("<table>\(forced)\(row(1))</table>", css: Self.css)
    #expect(result.texts.map(\.count) == [3, 5])
    let kept = "<colgroup/><colgroup span='3'/><colgroup span='3' style='break-inside: avoid'/>"
    let other = try LaidOut("<table>\(kept)\(row(1))</table>", css: Self.css)
    #expect(other.texts.map(\.count) == [4, 4])
  }

  @Test("columns of row headers are the key columns where none are named")
  func headersAsKeys() throws {
    let css = "table { vb-table-split: columns } th { text-align: left; font-weight: 400 }"
    let cells = "abcdef".map { "<td>\($0)001</td>" }.joined()
    let body = "<tr><td colspan='8'>t</td></tr><tr><th>k</th><th>l</th>\(cells)</tr>"
    let result = try LaidOut("<table>\(body)</table>", css: css)
    #expect(
      result.texts == [
        ["t@0,0", "k@0,10", "l@10,10", "a001@20,10", "b001@60,10", "c001@100,10", "d001@140,10"],
        ["t@0,0", "k@0,10", "l@10,10", "e001@20,10", "f001@60,10"],
      ]
    )
  }

  @Test("a row is as high in every group as its highest cell makes it")
  func rowHeights() throws {
    let tall = "<tr><td>kk</td><td id='a'>a</td><td/><td/><td/><td/><td>f<br/>f<br/>f</td></tr>"
    let result = try LaidOut("<table>\(tall)\(row(1))</table>", css: Self.css)
    #expect(result.box("a") == "20,0 40×30")
    #expect(result.texts[0].last == "d001@140,30")
    #expect(result.texts[1].last == "f001@60,30")
  }

  @Test("a row that is split goes on in each group")
  func splitRows() throws {
    let lines = Array(repeating: "x", count: 12).joined(separator: "<br/>")
    let cells = "abcde".map { "<td>\($0)001</td>" }.joined()
    let result = try LaidOut("<table><tr><td>kk</td>\(cells)<td>\(lines)</td></tr></table>", css: Self.css)
    // 12 lines of 10 in the second group: 10 on its first page; the rest of the row's height is that of the first group too.
    #expect(result.texts.map(\.count) == [5, 0, 2 + 10, 2])
    #expect(result.codes == [])
  }

  @Test("the first piece has the caption above, the last the one below")
  func captions() throws {
    let captions = "<caption>top</caption><caption style='caption-side: bottom'>end</caption>"
    let result = try LaidOut("<table>\(captions)\(row(1))</table>", css: Self.css + "caption { text-align: left }")
    #expect(result.texts[0].prefix(2) == ["top@0,0", "kk@0,10"])
    #expect(result.texts[1] == ["kk@0,0", "e001@20,0", "f001@60,0", "end@0,10"])
  }

  @Test("sums carried over a page are those of the group's rows")
  func carriedSums() throws {
    let css =
      Self.css + "td.n { vb-sum: s } tr.f { vb-carry: foot } .c::before { content: carried-sum(s) }"
    let rows = (1...12).map { _ in
      "<tr><td>kk</td><td>aaaa</td><td>bbbb</td><td>cccc</td><td>dddd</td><td>ffff</td><td class='n'>1</td></tr>"
    }
    let foot = "<tr class='f'><td>s</td><td class='c'/><td/><td/><td/><td/><td class='c'/></tr>"
    let result = try LaidOut("<table>\(rows.joined())\(foot)</table>", css: css)
    // 9 rows and the carried one fill a page, in both groups.
    #expect(result.texts.map { $0.count } == [9 * 5 + 2, 3 * 5, 9 * 3 + 2, 3 * 3])
    #expect(result.texts[0].suffix(2) == ["s@0,90", "9@20,90"])
    #expect(result.texts[2].suffix(2) == ["s@0,90", "9@60,90"])
    #expect(result.codes == [])
  }

  @Test("a footnote called in a key column stands on one page")
  func footnotes() throws {
    let css = Self.css + "i { float: footnote; font-style: normal } ::footnote-call { content: none }"
    let result = try LaidOut("<table>\(row(1, key: "k<i>note</i>"))</table>", css: css)
    #expect(result.texts.map { page in page.count { $0.hasPrefix("note") } } == [1, 0])
  }

  @Test("columns of a table that asks for more width keep it")
  func askedWidths() throws {
    let css = "table { vb-table-split: columns; vb-key-columns: 1; width: 420pt }"
    let result = try LaidOut("<table id='t'><col style='width: 60pt'/>\(row(1, columns: "abc"))</table>", css: css)
    // 60 for the key, 360 shared by three: one stands beside the key on a page of 200.
    #expect(result.texts.map(\.count) == [2, 2, 2])
    #expect(result.box("t", page: 3, kind: .table) == "0,0 180×10")
    let fixed = "table { vb-table-split: columns; vb-key-columns: 1; width: 100%; table-layout: fixed }"
    let columns = "<col style='width: 50pt'/><col span='4' style='width: 70pt'/>"
    let other = try LaidOut("<table id='t'>\(columns)\(row(1, columns: "abcd"))</table>", css: fixed)
    // 50 + 2 x 70.
    #expect(other.texts.map(\.count) == [3, 3])
    #expect(other.box("t", kind: .table) == "0,0 190×10")
  }

  @Test("pieces fill the width that the table asks for, the last one as far as its columns do")
  func filledPieces() throws {
    let css = Self.css + "table { width: 100% }"
    let result = try LaidOut("<table id='t'>\(row(1))</table>", css: css)
    // 20 more than 180, in proportion to the widths: the key becomes 20 + 20/9, in all pieces.
    #expect(result.box("t", kind: .table) == "0,0 200×10")
    #expect(result.box("t", page: 2, kind: .table) == "0,0 102.22×10")
  }

  @Test("a column that is wider than its page stands alone and sticks out")
  func tooWide() throws {
    let body = "<table><tr><td>kk</td><td>a</td><td>\(String(repeating: "x", count: 25))</td><td>b</td></tr></table>"
    let result = try LaidOut(body, css: Self.css)
    #expect(result.texts.map(\.count) == [2, 2, 2])
    #expect(result.codes == ["layout-table-too-wide"])
  }

  @Test("key columns that leave no room for others are columns like all")
  func wideKeys() throws {
    let css = "table { vb-table-split: columns; vb-key-columns: 3 }"
    let result = try LaidOut(
      "<table>\(row(1, columns: "abcdef", key: String(repeating: "k", count: 12)))</table>",
      css: css
    )
    // 120 + 2 x 40, then 4 x 40.
    #expect(result.texts.map(\.count) == [3, 4])
    #expect(result.artifacts == [[], []])
    #expect(result.codes == [])
  }

  @Test("collapsed borders close every piece")
  func collapsedBorders() throws {
    let css = Self.css + "table { border-collapse: collapse } td { border: 2pt solid }"
    let result = try LaidOut("<table id='t'>\(row(1))</table>", css: css)
    // Columns of 22 and 42: 22 + 4 x 42 = 190 and half a border on both sides; then 22 + 2 x 42.
    #expect(result.box("t", kind: .table) == "0,0 192×14")
    #expect(result.box("t", page: 2, kind: .table) == "0,0 108×14")
    let rules = result.pages.map { $0.fragments.first { $0.kind == .table }?.rules.count }
    // Above and below; beside each column.
    #expect(rules == [2 + 6, 2 + 4])
  }

  @Test("in columns the next group stands in the next column")
  func multiColumn() throws {
    let body = "<div style='columns: 2; column-gap: 0; column-fill: auto; height: 100pt'><table>\(row(1))</table></div>"
    let result = try LaidOut(body, css: Self.css, page: "size: 400pt 100pt; margin: 0")
    #expect(result.texts.map(\.count) == [5 + 3])
    #expect(result.texts[0].last == "f001@260,0")
  }

  @Test(
    "boxes around that are as wide as their content let the table be split",
    arguments: ["<div style='float: left'>", "<div style='display: flex'>", "<table><tr><td>"]
  )
  func narrowBoxes(start: String) throws {
    let ends = ["<table><tr><td>": "</td></tr></table>"]
    let table = "<table class='w'>\(row(1))</table>"
    let css = ".w { vb-table-split: columns; vb-key-columns: 1 }"
    let result = try LaidOut("\(start)\(table)\(ends[start] ?? "</div>")", css: css)
    // 260 in all, 60 at least: the page's 200 hold the key and four columns.
    #expect(result.texts.map(\.count) == [5, 3])
    #expect(result.codes == [])
  }

  @Test("nothing of a table that is split is lost", arguments: 0..<40)
  func nothingIsLost(seed: Int) throws {
    var random = Dice(seed: seed)
    var words: [String] = []
    var rows = ""
    let columns = 4 + random.roll(16)
    for _ in 0..<1 + random.roll(12) {
      rows += "<tr>"
      var column = 0
      while column < columns {
        let (width, height) = (1 + random.roll(8) / 5 * random.roll(5), 1 + random.roll(8) / 6)
        let count = 1 + random.roll(6)
        let own = (0..<count).map { _ in
          words.append("w\(words.count)")
          return words[words.count - 1]
        }
        rows += "<td colspan='\(width)' rowspan='\(height)'>\(own.joined(separator: " "))</td>"
        column += width
      }
      rows += "</tr>"
    }
    let keys = ["auto", "0", "1", "2"][random.roll(4)]
    let css =
      "table { vb-table-split: columns; vb-key-columns: \(keys); table-layout: \(["auto", "fixed"][random.roll(2)]);"
      + "width: \(["auto", "100%", "700pt"][random.roll(3)]) }"
    let page = "size: \(80 + random.roll(120))pt \(40 + random.roll(100))pt; margin: 0"
    let result = try LaidOut("<table>\(rows)</table>", css: css, page: page)
    #expect(result.words.sorted() == words.sorted())
  }
}

extension LaidOut {
  /// The texts of each page that are no content.
  fileprivate var artifacts: [[String]] {
    pages.map { page in
      page.fragments.filter { $0.kind == .text && $0.contentPaint >= 0 && $0.role == .artifact }.map { fragment in
        let paint = page.texts[Int(fragment.contentPaint)]
        let range = Int(paint.utf8.lowerBound)..<Int(paint.utf8.upperBound)
        return String(decoding: page.placed.utf8[range], as: UTF8.self)
      }
    }
  }
}
