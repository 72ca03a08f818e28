/// The six tones in the order in which words are sorted.
package enum Tone: UInt8, Sendable, CaseIterable, Comparable {
  case level, falling, asking, tumbling, rising, heavy

  package static func < (first: Tone, second: Tone) -> Bool {
    first.rawValue < second.rawValue
  }

  /// The mark that follows a letter in decomposed text; a level tone has none.
  package var mark: Unicode.Scalar? {
    switch self {
    case .level: nil
    case .falling: "\u{300}"
    case .asking: "\u{309}"
    case .tumbling: "\u{303}"
    case .rising: "\u{301}"
    case .heavy: "\u{323}"
    }
  }
}

/// A letter of Vietnamese in its composed form (NFC: one scalar).
package struct Letter: Sendable, Equatable {
  /// The letter with its tone.
  package var scalar: Unicode.Scalar
  /// The letter without tone, in lower case: one of the alphabet's letters.
  package var base: Unicode.Scalar
  /// The tone it carries.
  package var tone: Tone
  /// Whether it is a capital.
  package var isUpper: Bool
}

/// The alphabet in its order, with the four letters that only foreign words have in their usual places.
package let alphabet: [Unicode.Scalar] = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars)

/// Vowels by tone: one row a vowel, tones in the order of ``Tone``, small letters and then capitals.
private let vowelRows: [(small: String, capital: String)] = [
  ("aàảãáạ", "AÀẢÃÁẠ"), ("ăằẳẵắặ", "ĂẰẲẴẮẶ"), ("âầẩẫấậ", "ÂẦẨẪẤẬ"),
  ("eèẻẽéẹ", "EÈẺẼÉẸ"), ("êềểễếệ", "ÊỀỂỄẾỆ"), ("iìỉĩíị", "IÌỈĨÍỊ"),
  ("oòỏõóọ", "OÒỎÕÓỌ"), ("ôồổỗốộ", "ÔỒỔỖỐỘ"), ("ơờởỡớợ", "ƠỜỞỠỚỢ"),
  ("uùủũúụ", "UÙỦŨÚỤ"), ("ưừửữứự", "ƯỪỬỮỨỰ"), ("yỳỷỹýỵ", "YỲỶỸÝỴ"),
]

/// The 134 letters that ASCII lacks: twelve vowels with six tones each, and đ, in both cases.
package let letters: [Letter] = {
  var letters: [Letter] = []
  for row in vowelRows {
    for (text, isUpper) in [(row.small, false), (row.capital, true)] {
      guard let base = row.small.unicodeScalars.first else { continue }
      for (tone, scalar) in zip(Tone.allCases, text.unicodeScalars) where !scalar.isASCII {
        letters.append(Letter(scalar: scalar, base: base, tone: tone, isUpper: isUpper))
      }
    }
  }
  letters.append(Letter(scalar: "đ", base: "đ", tone: .level, isUpper: false))
  letters.append(Letter(scalar: "Đ", base: "đ", tone: .level, isUpper: true))
  return letters
}()

private let lettersByScalar: [Unicode.Scalar: Letter] =
  Dictionary(uniqueKeysWithValues: letters.map { ($0.scalar, $0) })

/// The letter a composed scalar is, or `nil` for a character that Vietnamese does not have.
package func letter(_ scalar: Unicode.Scalar) -> Letter? {
  guard scalar.isASCII else { return lettersByScalar[scalar] }
  switch scalar {
  case "a"..."z": return Letter(scalar: scalar, base: scalar, tone: .level, isUpper: false)
  case "A"..."Z":
    let base = Unicode.Scalar(UInt8(scalar.value) + 0x20)
    return Letter(scalar: scalar, base: base, tone: .level, isUpper: true)
  default: return nil
  }
}

/// The small letter with another tone: `compose("ê", .rising)` is ế.
package func compose(_ base: Unicode.Scalar, _ tone: Tone) -> Unicode.Scalar {
  composed[ComposedKey(base: base, tone: tone)] ?? base
}

private struct ComposedKey: Hashable {
  var base: Unicode.Scalar
  var tone: Tone
}

private let composed: [ComposedKey: Unicode.Scalar] = Dictionary(
  letters.filter { !$0.isUpper }.map { (ComposedKey(base: $0.base, tone: $0.tone), $0.scalar) },
  uniquingKeysWith: { first, _ in first }
)
