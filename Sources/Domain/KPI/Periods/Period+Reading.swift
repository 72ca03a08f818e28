import Vietnamese

extension Period {
  /// Reads a period: `2025-06`, `6/2025`, `T6/2025`, `tháng 6 năm 2025`, `2025-Q2`, `quý II/2025`, `2025-H1`,
  /// `6 tháng đầu năm 2025`, `2025`, `năm 2025`.
  package init?(_ text: String) {
    // A dash or a stroke parts two things: one at an end has lost its other half.
    guard let last = text.last(where: { !$0.isWhitespace }), !"-/".contains(last) else { return nil }
    let spaced = text.map { "/.,".contains($0) ? " " : $0 }
    let words = foldedName(String(spaced)).split(separator: " ").map(String.init)
    guard let period = Period.half(words) ?? Period.named(words) ?? Period.coded(words) else { return nil }
    self = period
  }

  /// `6 tháng đầu năm 2025`, `6 thang cuoi nam 2025`, `nửa đầu năm 2025`.
  private static func half(_ words: [String]) -> Period? {
    let starts: [[String]] = [["6", "thang"], ["sau", "thang"], ["nua"]]
    guard let start = starts.first(where: { words.starts(with: $0) }) else { return nil }
    let rest = Array(words.dropFirst(start.count))
    guard let which = rest.first, let number = ["dau": 1, "cuoi": 2][which], let year = year(rest.dropFirst()) else {
      return nil
    }
    return Period(.half, year: year, number: number)
  }

  /// `tháng 6 năm 2025`, `quý II năm 2025`, `năm 2025`, `T6 2025`, `Q2 2025`.
  private static func named(_ words: [String]) -> Period? {
    guard let first = words.first else { return nil }
    if first == "nam" { return year(words[...]).flatMap { Period(.year, year: $0) } }
    for (word, kind) in [("thang", Kind.month), ("quy", .quarter)] where first == word && words.count >= 3 {
      guard let number = number(words[1], in: kind), let year = year(words.dropFirst(2)) else { return nil }
      return Period(kind, year: year, number: number)
    }
    for (letter, kind) in [("t", Kind.month), ("q", .quarter), ("h", .half)] where first.hasPrefix(letter) {
      guard let number = number(String(first.dropFirst()), in: kind), let year = year(words.dropFirst()) else {
        continue
      }
      return Period(kind, year: year, number: number)
    }
    return nil
  }

  /// `2025 06`, `6 2025`, `2025 q2`, `2025 h1`, `2025 t6`, `2025`: what a dash or a stroke parted.
  private static func coded(_ words: [String]) -> Period? {
    if words.count == 1 { return year(words[...]).flatMap { Period(.year, year: $0) } }
    guard words.count == 2 else { return nil }
    if let year = year(words[..<1]) {
      for (letter, kind) in [("q", Kind.quarter), ("h", .half), ("t", .month), ("", .month)]
      where words[1].hasPrefix(letter) {
        guard let number = number(String(words[1].dropFirst(letter.count)), in: kind) else { continue }
        return Period(kind, year: year, number: number)
      }
      return nil
    }
    guard let year = year(words[1...]), let number = number(words[0], in: .month) else { return nil }
    return Period(.month, year: year, number: number)
  }

  private static func year(_ words: ArraySlice<String>) -> Int? {
    let rest = words.first == "nam" ? words.dropFirst() : words
    guard rest.count == 1, let text = rest.first, text.utf8.count == 4 else { return nil }
    return digits(text)
  }

  /// A number in figures or, for quarters, in Roman numerals.
  private static func number(_ text: String, in kind: Kind) -> Int? {
    if kind != .month, let roman = ["i", "ii", "iii", "iv"].firstIndex(of: text) { return roman + 1 }
    return text.utf8.count <= 2 ? digits(text) : nil
  }

  private static func digits(_ text: String) -> Int? {
    text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(text) : nil
  }
}

extension Period {
  /// The name on paper: `tháng 6 năm 2025`, `quý II năm 2025`, `6 tháng đầu năm 2025`, `năm 2025`.
  package var name: String {
    switch kind {
    case .month: "tháng \(number) năm \(year)"
    case .quarter: "quý \(romanNumeral(number) ?? "\(number)") năm \(year)"
    case .half: "6 tháng \(number == 1 ? "đầu" : "cuối") năm \(year)"
    case .year: "năm \(year)"
    }
  }

  /// The name in a chart or a head of a column: `T6/2025`, `Q2/2025`, `6T đầu 2025`, `2025`.
  package var shortName: String {
    switch kind {
    case .month: "T\(number)/\(year)"
    case .quarter: "Q\(number)/\(year)"
    case .half: "6T \(number == 1 ? "đầu" : "cuối") \(year)"
    case .year: "\(year)"
    }
  }
}
