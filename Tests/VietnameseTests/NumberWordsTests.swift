import Testing
import Vietnamese

@Suite struct NumberWordsTests {
  @Test(
    "whole numbers are read as in official papers",
    arguments: [
      (0, "không"), (4, "bốn"), (5, "năm"), (10, "mười"), (11, "mười một"), (14, "mười bốn"), (15, "mười lăm"),
      (20, "hai mươi"), (21, "hai mươi mốt"), (24, "hai mươi tư"), (25, "hai mươi lăm"), (39, "ba mươi chín"),
      (100, "một trăm"), (101, "một trăm linh một"), (104, "một trăm linh bốn"), (105, "một trăm linh năm"),
      (110, "một trăm mười"), (1000, "một nghìn"), (1005, "một nghìn không trăm linh năm"),
      (1025, "một nghìn không trăm hai mươi lăm"), (1_000_005, "một triệu không trăm linh năm"),
      (1_000_000_000, "một tỷ"), (-21, "âm hai mươi mốt"), (1_000_000_000_000, "một nghìn tỷ"),
      (1_505_555_005, "một tỷ năm trăm linh năm triệu năm trăm năm mươi lăm nghìn không trăm linh năm"),
      (1_000_000_000_000_000, "một triệu tỷ"), (1_000_000_000_000_000_000, "một tỷ tỷ"),
      (2_000_000_000_000_000_001, "hai tỷ tỷ không trăm linh một"),
    ] as [(Int128, String)]
  )
  func whole(_ number: Int128, _ wanted: String) {
    #expect(numberWords(number) == wanted)
  }

  @Test(
    "fractions are read after phẩy",
    arguments: [
      (125, 1, "mười hai phẩy năm"), (9512, 2, "chín mươi lăm phẩy mười hai"), (1205, 2, "mười hai phẩy không năm"),
      (1250, 2, "mười hai phẩy năm"), (1200, 2, "mười hai"), (-5, 1, "âm không phẩy năm"),
      (31416, 4, "ba phẩy một bốn một sáu"), (3125, 3, "ba phẩy một trăm hai mươi lăm"),
    ] as [(Int128, Int, String)]
  )
  func fractions(_ coefficient: Int128, _ scale: Int, _ wanted: String) {
    #expect(numberWords(coefficient, scale: scale) == wanted)
  }

  @Test("the other style is read throughout")
  func style() {
    let style = NumberStyle(four: .bốn, zeroTen: .lẻ, thousand: .ngàn)
    #expect(numberWords(24_105, style: style) == "hai mươi bốn ngàn một trăm lẻ năm")
  }

  @Test(
    "ordinals",
    arguments: [(1, "thứ nhất"), (2, "thứ hai"), (4, "thứ tư"), (5, "thứ năm"), (21, "thứ hai mươi mốt"), (0, nil)]
      as [(Int128, String?)]
  )
  func ordinals(_ number: Int128, _ wanted: String?) {
    #expect(ordinalWords(number) == wanted)
  }

  @Test(
    "Roman numerals",
    arguments: [(1, "I"), (4, "IV"), (28, "XXVIII"), (1999, "MCMXCIX"), (3999, "MMMCMXCIX"), (4000, nil)]
      as [(Int, String?)]
  )
  func roman(_ number: Int, _ wanted: String?) {
    #expect(romanNumeral(number) == wanted)
  }

  @Test(
    "list letters",
    arguments: [(1, "a"), (4, "d"), (5, "đ"), (7, "g"), (23, "y"), (24, "aa"), (25, "ab"), (0, nil)] as [(Int, String?)]
  )
  func letters(_ number: Int, _ wanted: String?) {
    #expect(listLetter(number) == wanted)
  }
}
