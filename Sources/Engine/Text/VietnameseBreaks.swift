/// What Vietnamese documents keep on one line although UAX 14 would break it: numbers with what they count, references, document numbers.
struct VietnameseBreaks {
  /// What must follow a word for the two to stay together.
  struct Follower: OptionSet {
    let rawValue: UInt8
    /// A number or a Roman numeral.
    static let numeral = Follower(rawValue: 1)
    /// A single letter, as in «điểm a».
    static let letter = Follower(rawValue: 2)
    /// A word with a capital, as a name.
    static let capital = Follower(rawValue: 4)
  }

  private let text: [UInt8]

  init(text: [UInt8]) {
    self.text = text
  }

  /// Turns allowed breaks that the rules forbid into weak ones.
  ///
  /// Linear in the text.
  func weaken(_ marks: inout [BreakMark]) {
    text.withUnsafeBufferPointer { bytes in
      var beforePrevious: VietnameseWord?
      var previous: VietnameseWord?
      var byte = 0
      while let word = VietnameseWord(in: bytes, from: byte) {
        if word.isNumberOrCode {
          for inside in word.core.dropFirst() where marks[inside] == .allowed { marks[inside] = .weak }
        }
        // A dash between words ends a line; it does not begin one.
        if previous != nil, isDash(bytes, word), marks[word.start] == .allowed { marks[word.start] = .weak }
        if let previous, previous.end + 1 == word.start, bytes[previous.end] == UInt8(ascii: " "),
          marks[word.start] == .allowed, staysTogether(bytes, beforePrevious, previous, word)
        {
          marks[word.start] = .weak
        }
        beforePrevious = previous
        previous = word
        byte = word.end
      }
    }
  }

  private func isDash(_ bytes: UnsafeBufferPointer<UInt8>, _ word: VietnameseWord) -> Bool {
    let range = word.start..<word.end
    return range.count == 1 && bytes[word.start] == UInt8(ascii: "-")
      || range.count == 3 && bytes[word.start] == 0xE2 && bytes[word.start + 1] == 0x80
        && (0x93...0x94).contains(bytes[word.start + 2])
  }

  private func staysTogether(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ beforePrevious: VietnameseWord?,
    _ previous: VietnameseWord,
    _ word: VietnameseWord
  ) -> Bool {
    if previous.endsWithDigit, Self.units.contains(folded(bytes, word.core)) { return true }
    // The years of a term: a dash between two numbers is part of one figure.
    if isDash(bytes, previous), let beforePrevious, beforePrevious.endsWithDigit, word.matches(.numeral) { return true }
    // Short for «thay mặt», «ký thay»: the organ or office follows.
    if previous.isSignatureMark { return true }
    // Most words are followed by none of these: they are not looked up.
    guard word.matches([.numeral, .letter, .capital]), previous.core.upperBound == previous.end else { return false }
    let key = folded(bytes, previous.core)
    if let follower = Self.keepers[key] { return word.matches(follower) }
    guard let beforePrevious, let pair = Self.pairs[key], beforePrevious.end + 1 == previous.start,
      folded(bytes, beforePrevious.core) == pair.first
    else { return false }
    return word.matches(pair.follower)
  }

  private func folded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
    guard range.count <= Self.longestKeeper else { return [] }
    return foldedToLowerCase(bytes, range)
  }
}

/// Makes the tables of Vietnamese line breaks, which else the first document of a process makes.
package func prepareBreakTables() { VietnameseBreaks.prepare() }

extension VietnameseBreaks {
  static func prepare() {
    _ = keepers
    _ = pairs
    _ = units
  }

  private static let longestKeeper = 12

  /// Words that stay with what they number.
  private static let keepers: [[UInt8]: Follower] = table([
    ("điều", .numeral), ("khoản", .numeral), ("điểm", [.numeral, .letter]), ("mục", .numeral), ("chương", .numeral),
    ("phần", .numeral), ("số", .numeral), ("ngày", .numeral), ("tháng", .numeral), ("năm", .numeral),
    ("quý", .numeral), ("khóa", .numeral), ("khoá", .numeral), ("thứ", .numeral),
    ("tiết", [.numeral, .letter]),
    ("bảng", .numeral), ("biểu", .numeral), ("trang", .numeral), ("đ/c", .capital),
  ])

  /// Second words of pairs: what stands before them, and what stays with the two.
  private static let pairs: [[UInt8]: (first: [UInt8], follower: Follower)] = [
    Array("chí".utf8): (Array("đồng".utf8), .capital),
    Array("lục".utf8): (Array("phụ".utf8), .numeral),
  ]

  /// Units and amounts that stay with the number before them.
  private static let units: Set<[UInt8]> = Set(
    [
      "%", "‰", "°c", "m", "m2", "m²", "m3", "m³", "km", "km2", "km²", "cm", "mm", "ha", "kg", "g", "tấn", "tạ", "lít",
      "kw",
      "kwh", "mw", "đ", "đồng", "usd", "tỷ", "tỉ", "triệu", "nghìn", "ngàn",
    ].map { Array($0.utf8) }
  )

  private static func table(_ rows: [(String, Follower)]) -> [[UInt8]: Follower] {
    Dictionary(uniqueKeysWithValues: rows.map { (Array($0.0.utf8), $0.1) })
  }
}
