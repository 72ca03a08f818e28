/// A stretch of text between spaces, classified for ``VietnameseBreaks``.
struct VietnameseWord {
  var start: Int
  /// The byte after the last.
  var end: Int
  /// Without the punctuation around it.
  var core: Range<Int>
  var endsWithDigit: Bool
  /// A number, a date or a document number: digits with letters, separators and nothing else.
  var isNumberOrCode: Bool
  /// `T/M`, `K/T` and their like.
  var isSignatureMark: Bool
  private var startsWithDigit: Bool
  private var startsWithCapital: Bool
  private var isRomanNumeral: Bool
  private var isSingleLetter: Bool

  /// The next word at or after a byte; `nil` at the end of the text.
  init?(in bytes: UnsafeBufferPointer<UInt8>, from byte: Int) {
    start = byte
    while start < bytes.count, Self.isSpace(bytes, start) { start += Self.separatorLength(bytes, start) }
    guard start < bytes.count else { return nil }
    end = start
    while end < bytes.count, !Self.isSpace(bytes, end) { end += 1 }
    var low = start
    var high = end
    while low < high, Self.isPunctuation(bytes[low]) { low += 1 }
    while high > low, Self.isPunctuation(bytes[high - 1]) { high -= 1 }
    core = low..<high
    endsWithDigit = high > low && high == end && Self.isDigit(bytes[high - 1])
    startsWithDigit = high > low && Self.isDigit(bytes[low])
    let scan = Scan(bytes, core)
    isNumberOrCode = scan.digits > 0 && scan.others == 0
    isRomanNumeral = high > low && scan.roman == high - low
    isSingleLetter = scan.scalars == 1 && scan.digits == 0
    startsWithCapital = high > low && Self.isCapital(bytes, low)
    isSignatureMark =
      core.count == 3 && bytes[low + 1] == UInt8(ascii: "/") && Self.isCapital(bytes, low)
      && Self.isCapital(bytes, low + 2)
    if isSignatureMark { isNumberOrCode = true }
  }

  /// Whether the word is one of these.
  func matches(_ follower: VietnameseBreaks.Follower) -> Bool {
    if follower.contains(.numeral), startsWithDigit || isRomanNumeral { return true }
    if follower.contains(.letter), isSingleLetter { return true }
    return follower.contains(.capital) && startsWithCapital
  }

  /// What kinds of characters a word is made of.
  private struct Scan {
    var digits = 0
    var roman = 0
    var others = 0
    var scalars = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
      for index in range {
        let byte = bytes[index]
        if byte & 0xC0 != 0x80 { scalars += 1 }
        switch byte {
        case 0x30...0x39: digits += 1
        case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"), UInt8(ascii: "C"): roman += 1
        case 0x41...0x5A, 0x61...0x7A, 0x80...: break
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "%"),
          UInt8(ascii: "+"):
          break
        default: others += 1
        }
      }
    }
  }

  /// A space, or a character that stands for no text: U+2028, U+200B, U+FFFC.
  private static func isSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: " ") || separatorLength(bytes, index) == 3
  }

  private static func separatorLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    guard index + 2 < bytes.count else { return 1 }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0x8B), (0xEF, 0xBF, 0xBC): return 3
    default: return 1
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "%"): false
    default: true
    }
  }

  private static func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    if bytes[index] < 0x80 { return 0x41...0x5A ~= bytes[index] }
    return decodeScalar(bytes, at: index).scalar.properties.isUppercase
  }
}

/// The bytes with Latin and Vietnamese capitals made small.
func foldedToLowerCase(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
  var folded: [UInt8] = []
  folded.reserveCapacity(range.count)
  var index = range.lowerBound
  while index < range.upperBound {
    let byte = bytes[index]
    if byte < 0x80 {
      folded.append(0x41...0x5A ~= byte ? byte + 0x20 : byte)
      index += 1
    } else {
      let (scalar, length) = decodeScalar(bytes, at: index)
      if scalar.properties.isUppercase {
        folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        folded.append(contentsOf: bytes[index..<index + length])
      }
      index += length
    }
  }
  return folded
}
