import Printing
import Testing

@Suite struct PageRangesTests {
  @Test(
    "ranges are put in order and joined where they touch",
    arguments: [
      ("1-3,7", [1...3, 7...7]), ("7,1-3", [1...3, 7...7]), ("1,2,3", [1...3]), ("2-5,4-9", [2...9]), ("5-", [5...10]),
      ("-2", [1...2]), ("10", [10...10]), ("1-10", [1...10]),
    ]
  )
  func ranges(text: String, ranges: [ClosedRange<Int>]) throws {
    #expect(try #require(PageRanges(text)).within(10) == ranges)
  }

  @Test(
    "what is no range is refused",
    arguments: ["", "0", "3-1", "a", "1,", "1-2-3", "-", "+1", "1 - 2", "99999999999"]
  )
  func refused(text: String) {
    #expect(PageRanges(text) == nil)
  }

  @Test("a page that the document does not have is refused", arguments: ["11", "9-11", "11-", "1,12"])
  func beyondEnd(text: String) throws {
    #expect(try #require(PageRanges(text)).within(10) == nil)
  }

  @Test("ranges are written as they are read", arguments: ["1-3,7", "5-", "2"])
  func description(text: String) {
    #expect(PageRanges(text)?.description == text)
  }
}
