import Styles
import Testing

@Suite struct ListStyleTypeTests {
  @Test(
    "a counter's value in each style",
    arguments: [
      (.decimal, 12, "12"), (.decimalLeadingZero, 3, "03"), (.decimalLeadingZero, -3, "-03"),
      (.lowerRoman, 1994, "mcmxciv"), (.upperRoman, 4000, "4000"), (.lowerAlpha, 1, "a"), (.lowerAlpha, 28, "ab"),
      (.upperAlpha, 26, "Z"), (.lowerGreek, 2, "β"), (.lowerVietnamese, 5, "đ"), (.lowerVietnamese, 23, "y"),
      (.lowerVietnamese, 24, "aa"), (.upperVietnamese, 5, "Đ"), (.lowerAlpha, 0, "0"), (.none, 3, ""),
    ] as [(ListStyleType, Int, String)]
  )
  func texts(style: ListStyleType, value: Int, expected: String) {
    #expect(style.text(for: value) == expected)
  }

  @Test("markers have their suffix")
  func markers() {
    #expect(ListStyleType.decimal.markerText(for: 3) == "3. ")
    #expect(ListStyleType.disc.markerText(for: 3) == "• ")
    #expect(ListStyleType.text("– ").markerText(for: 3) == "– ")
    #expect(ListStyleType.none.markerText(for: 3) == "")
  }
}
