extension Period {
  /// Reads the form in which periods are stored, quickly: a store holds many.
  init?(stored text: String) {
    let bytes = Array(text.utf8)
    func digits(_ range: Range<Int>) -> Int? {
      var number = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        number = number * 10 + Int(byte - 0x30)
      }
      return number
    }
    guard bytes.count == 4 || bytes.count == 7, let year = digits(0..<4) else { return nil }
    if bytes.count == 4 {
      self.init(.year, year: year)
      return
    }
    switch bytes[5] {
    case UInt8(ascii: "Q"): self.init(.quarter, year: year, number: digits(6..<7) ?? 0)
    case UInt8(ascii: "H"): self.init(.half, year: year, number: digits(6..<7) ?? 0)
    default: self.init(.month, year: year, number: digits(5..<7) ?? 0)
    }
  }
}
