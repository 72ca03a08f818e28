/// The choices that regions and houses make when numbers are read out; one setting for a document.
package struct NumberStyle: Sendable, Equatable {
  /// How a 4 after twenty and more is read.
  package enum Four: Sendable { case tư, bốn }
  /// How a zero ten is read: một trăm linh năm, một trăm lẻ năm.
  package enum ZeroTen: Sendable { case linh, lẻ }
  /// How a thousand is read.
  package enum Thousand: Sendable { case nghìn, ngàn }

  package var four: Four
  package var zeroTen: ZeroTen
  package var thousand: Thousand

  /// The official northern style where nothing else is said.
  package init(four: Four = .tư, zeroTen: ZeroTen = .linh, thousand: Thousand = .nghìn) {
    self.four = four
    self.zeroTen = zeroTen
    self.thousand = thousand
  }
}

/// Reads a number out: `numberWords(1005, scale: 0)` is một nghìn không trăm linh năm.
///
/// A fraction follows the word phẩy: read as a number where it has at most three digits and does not begin with a zero
/// (12,25: mười hai phẩy hai mươi lăm), digit by digit otherwise. Zeros that end a fraction are not read. The number is
/// `coefficient` × 10^-`scale`, and `scale` is not negative.
package func numberWords(_ coefficient: Int128, scale: Int = 0, style: NumberStyle = NumberStyle()) -> String {
  var words: [String] = []
  if coefficient < 0 { words.append("âm") }
  let digits = String(coefficient.magnitude)
  let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
  let whole = padded.utf8.dropLast(scale).map { Int($0) - 48 }
  var fraction = padded.utf8.suffix(scale).map { Int($0) - 48 }
  while fraction.last == 0 { fraction.removeLast() }
  readWhole(whole, style: style, into: &words)
  if let first = fraction.first {
    words.append("phẩy")
    if first != 0, fraction.count <= 3 {
      readWhole(fraction, style: style, into: &words)
    } else {
      words.append(contentsOf: fraction.map { digitWords[$0] })
    }
  }
  return words.joined(separator: " ")
}

/// The place of something in a row: thứ nhất, thứ hai, thứ ba, thứ tư and so on; `nil` below one.
package func ordinalWords(_ number: Int128, style: NumberStyle = NumberStyle()) -> String? {
  switch number {
  case ...0: nil
  case 1: "thứ nhất"
  case 4: "thứ tư"
  default: "thứ " + numberWords(number, style: style)
  }
}

private let digitWords = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]

/// Reads digits from the most significant one; thousands make groups, and groups of three make tỷ (10^9).
private func readWhole(_ digits: [Int], style: NumberStyle, into words: inout [String]) {
  let padding = (3 - digits.count % 3) % 3
  let padded = [Int](repeating: 0, count: padding) + digits
  let groups = stride(from: 0, to: padded.count, by: 3).map { Array(padded[$0..<($0 + 3)]) }
  guard groups.contains(where: { $0 != [0, 0, 0] }) else {
    words.append(digitWords[0])
    return
  }
  let thousand = style.thousand == .nghìn ? "nghìn" : "ngàn"
  var hasBegun = false
  var hasBegunBillion = false  // Whether anything stood since the last tỷ: a tỷ needs a number before it.
  for (index, group) in groups.enumerated() {
    let power = groups.count - 1 - index
    if group != [0, 0, 0] {
      readGroup(group, isFirst: !hasBegun, style: style, into: &words)
      if power % 3 == 2 { words.append("triệu") }
      if power % 3 == 1 { words.append(thousand) }
      hasBegun = true
      hasBegunBillion = true
    }
    if power % 3 == 0, power > 0, hasBegunBillion {
      words.append(contentsOf: repeatElement("tỷ", count: power / 3))
      hasBegunBillion = false
    }
  }
}

/// Reads three digits; the hundreds are named even when zero, unless the group is the number's first.
private func readGroup(_ group: [Int], isFirst: Bool, style: NumberStyle, into words: inout [String]) {
  let (hundreds, tens, units) = (group[0], group[1], group[2])
  if hundreds > 0 || !isFirst {
    words.append(digitWords[hundreds])
    words.append("trăm")
  }
  switch tens {
  case 0:
    if units == 0 { return }
    if hundreds > 0 || !isFirst { words.append(style.zeroTen == .linh ? "linh" : "lẻ") }
  case 1: words.append("mười")
  default:
    words.append(digitWords[tens])
    words.append("mươi")
  }
  switch units {
  case 0: break
  case 1 where tens > 1: words.append("mốt")
  case 4 where tens > 1 && style.four == .tư: words.append("tư")
  case 5 where tens > 0: words.append("lăm")
  default: words.append(digitWords[units])
  }
}
