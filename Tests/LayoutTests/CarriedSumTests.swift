import Layout
import Testing
import Values

@Suite("Sums carried over pages")
struct CarriedSumTests {
  private static let css = """
    td.n { vb-sum: s } tr.f { vb-carry: foot } tr.h { vb-carry: head }
    .c::before { content: carried-sum(s) } .p::before { content: page-sum(s) }
    """
  private static let carried = "<tr class='h'><td class='c'/></tr><tr class='f'><td class='c'/></tr>"

  private func rows(_ values: [String]) -> String {
    values.map { "<tr><td class='n'>\($0)</td></tr>" }.joined()
  }

  private func words(_ result: LaidOut) -> [[String]] {
    result.texts.map { $0.map { String($0.prefix { $0 != "@" }) } }
  }

  @Test("each page that goes on ends with the sum so far, and the next begins with it")
  func carriedRows() throws {
    let body = "<table><tbody>\(rows(Array(repeating: "1", count: 20)))</tbody><tfoot>\(Self.carried)</tfoot></table>"
    let result = try LaidOut(body, css: Self.css)
    let one = ["1@0,0"]
    // 9 rows of 10 and the carried row; then 1 + 8 + 1; then 1 and the 3 that are left.
    #expect(
      words(result) == [
        Array(repeating: "1", count: 9) + ["9"], ["9"] + Array(repeating: "1", count: 8) + ["17"],
        ["17", "1", "1", "1"],
      ]
    )
    #expect(result.texts[0].first == one[0])
    #expect(result.texts[0].last == "9@0,90")
    #expect(result.texts[1].first == "9@0,0")
    #expect(result.texts[1].last == "17@0,90")
    #expect(result.codes == [])
  }

  @Test("rows that fit without a carried row below them end the table")
  func lastPage() throws {
    let body = "<table>\(rows(Array(repeating: "1", count: 10)))\(Self.carried)</table>"
    let result = try LaidOut(body, css: Self.css)
    // 10 rows of 10 fill the page of 100.
    #expect(words(result) == [Array(repeating: "1", count: 10)])
    #expect(result.codes == [])
  }

  @Test("a row that moves to the next page is not in the first page's sum")
  func movedRow() throws {
    let tall = "<tr><td class='n' style='height: 40pt'>100</td></tr>"
    let body = "<table>\(rows(["1", "2", "3", "4", "5", "6"]))\(tall)\(rows(["7"]))\(Self.carried)</table>"
    let result = try LaidOut(body, css: Self.css)
    // 60 + 40 and the carried row are more than 100: 100 moves.
    #expect(words(result) == [["1", "2", "3", "4", "5", "6", "21"], ["21", "100", "7"]])
    #expect(result.codes == [])
  }

  @Test("a split row counts on the page where it begins")
  func splitRow() throws {
    let tall = "<tr><td>\(Array(repeating: "x", count: 12).joined(separator: "<br/>"))</td><td class='n'>5</td></tr>"
    let body = "<table>\(rows(["1"]))\(tall)\(rows(["2"]))\(Self.carried)</table>"
    let result = try LaidOut(body, css: Self.css)
    // 10, 80 of the tall row, 10; then 10, 40 and 10.
    let words = words(result)
    #expect(words.count == 2)
    #expect(words.first?.last == "6")
    #expect(words.last?.first == "6")
    #expect(words.first?.filter { $0 == "x" }.count == 8)
    #expect(result.codes == [])
  }

  @Test("a repeated foot shows the page's sum and the sum so far; a body row shows the total")
  func foot() throws {
    let foot = "<tfoot><tr><td class='p'/></tr><tr><td class='c'/></tr></tfoot>"
    let total = "<tr><td class='c'/></tr>"
    let body = "<table><tbody>\(rows(Array(repeating: "0,5", count: 10)))\(total)</tbody>\(foot)</table>"
    let result = try LaidOut(body, css: Self.css)
    // 8 rows and the foot of 20; then 2 rows, the total, and the foot.
    #expect(
      words(result) == [
        Array(repeating: "0,5", count: 8) + ["4,0", "4,0"], ["0,5", "0,5", "5,0", "1,0", "5,0"],
      ]
    )
    #expect(result.codes == [])
  }

  @Test("sums are exact and grouped, texts may stand in an attribute")
  func numbers() throws {
    let values = ["1.234.567,10", "0,2", "-1.000.000", "", "–", "1234.5", "1.234"]
    let total = "<tr><td class='c'/></tr>"
    let other = "<tr><td data-v='7' style='vb-sum: t attr(data-v), s attr(data-w)'>seven</td></tr>"
    let shown = "<tr><td class='t'/></tr>"
    let css = Self.css + ".t::before { content: carried-sum(t) }"
    let result = try LaidOut("<table>\(rows(values))\(other)\(total)\(shown)</table>", css: css)
    // 1234567,10 + 0,2 - 1000000 + 1234,5 + 1234
    #expect(words(result).first?.suffix(2) == ["237.035,80", "7"])
    #expect(result.codes == [])
  }

  @Test("a nested table adds up by itself, and keeps its sums when rows around it are made again")
  func nested() throws {
    let inner = "<table>\(rows(["5", "6"]))<tr><td class='c'/></tr></table>"
    let outer = "<tr class='f'><td><span class='c'/>\(inner)</td></tr>"
    let body = "<table>\(rows(Array(repeating: "1", count: 11)))\(outer)</table>"
    let result = try LaidOut(body, css: Self.css)
    // 40 for the row at the foot: 6 rows of 10 above it.
    #expect(
      words(result) == [Array(repeating: "1", count: 6) + ["6", "5", "6", "11"], Array(repeating: "1", count: 5)]
    )
    #expect(result.codes == [])
  }

  @Test("what is no number is reported, and so is a sum that nothing adds to")
  func mistakes() throws {
    let body = "<p class='c'/><table>\(rows(["1.23,4", "một"]))<tr><td class='c'/></tr></table>"
    let result = try LaidOut(body, css: Self.css)
    #expect(
      result.codes == [
        "layout-misplaced-sum", "layout-unreadable-number", "layout-unreadable-number", "layout-misplaced-sum",
      ]
    )
  }

  @Test("every page's sum is that of its rows, and together they are the total", arguments: 0..<60)
  func everyPage(seed: Int) throws {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func random(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int(state >> 33) % range.count
    }
    let values = (0..<random(1...60)).map { _ in random(-500...9_999) }
    let rows = values.map { value in
      let text =
        "\(value / 100 == 0 && value < 0 ? "-" : "")\(value / 100),\(value.magnitude % 100 < 10 ? "0" : "")\(value.magnitude % 100)"
      let lines = Array(repeating: "x", count: random(1...6)).joined(separator: "<br/>")
      return "<tr><td>\(lines)</td><td class='n'>\(text)</td></tr>"
    }
    let foot = "<tr class='f'><td/><td><b class='p'/><br/><b class='c'/></td></tr>"
    let head = "<tr class='h'><td/><td><b class='c'/></td></tr>"
    let total = "<tbody><tr><td/><td><b class='c'/></td></tr></tbody>"
    let body = "<p>p</p><table><tbody>\(rows.joined())</tbody>\(total)<tfoot>\(foot)\(head)</tfoot></table>"
    let page = "size: 300pt \(random(6...20) * 10)pt; margin: 0"
    let result = try LaidOut(body, css: Self.css + "b { font-weight: 400 }", page: page)
    var sum = 0
    var pageSums = 0
    let pages = words(result).map { $0.filter { $0 != "x" && $0 != "p" }.compactMap(hundredths) }
    for (index, page) in pages.enumerated() {
      var numbers = page[...]
      if index > 0, !numbers.isEmpty { #expect(numbers.removeFirst() == sum) }
      guard index < pages.count - 1 else {
        #expect(numbers.popLast() == values.reduce(0, +))
        pageSums += numbers.reduce(0, +)
        continue
      }
      #expect(numbers.count >= 2)
      let carried = numbers.popLast() ?? 0
      let own = numbers.popLast() ?? 0
      #expect(own == numbers.reduce(0, +))
      sum += own
      pageSums += own
      #expect(carried == sum)
    }
    #expect(pageSums == values.reduce(0, +))
    #expect(result.codes == [])
  }

  private func hundredths(_ text: String) -> Int? {
    let digits = text.filter { $0 != "." && $0 != "," }
    return text.contains(",") ? Int(digits) : Int(digits).map { $0 * 100 }
  }
}
