/// The place of a text in Vietnamese order: compare keys, not texts.
///
/// Syllable by syllable, letters decide before tones; a shorter beginning comes first; small letters before capitals only
/// where nothing else differs. A tone belongs to the syllable, so that hoà and hòa are equal, and composed and
/// decomposed text are too.
package struct SortKey: Sendable, Comparable, Hashable {
  private let weights: [UInt8]

  /// The key of a text.
  package init(text: String) {
    var builder = SortKeyBuilder()
    builder.add(text.split(whereSeparator: \.isWhitespace))
    weights = builder.finished
  }

  /// The key of a person's name, family name first as written: the given name (the last word) decides, then the
  /// middle names, then the family name.
  package init(personName: String) {
    let words = personName.split(whereSeparator: \.isWhitespace)
    var builder = SortKeyBuilder()
    builder.add(words.suffix(1))
    builder.endPart()
    builder.add(words.dropLast().dropFirst())
    builder.endPart()
    builder.add(words.dropLast().prefix(1))
    weights = builder.finished
  }

  package static func < (first: SortKey, second: SortKey) -> Bool {
    first.weights.lexicographicallyPrecedes(second.weights)
  }
}

/// Writes weights: 0 ends a part, 1 ends a syllable's letters or tones, so that a shorter beginning comes first.
private struct SortKeyBuilder {
  private var weights: [UInt8] = []
  private var cases: [UInt8] = []
  private var tones: [UInt8] = []

  /// The weights, with the cases of all letters behind everything else.
  var finished: [UInt8] { weights + [0] + cases }

  mutating func endPart() {
    weights.append(0)
  }

  mutating func add(_ words: some Collection<Substring>) {
    for word in words { add(syllable: word) }
  }

  private mutating func add(syllable: Substring) {
    tones.removeAll(keepingCapacity: true)
    for scalar in syllable.unicodeScalars { add(scalar) }
    weights.append(1)
    for tone in tones { weights.append(tone + 1) }
    weights.append(1)
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if let letter = letter(scalar), let rank = rank(of: letter.base) {
      weights.append(firstLetter + rank)
      cases.append(letter.isUpper ? 3 : 2)
      if letter.tone != .level { tones.append(letter.tone.rawValue) }
    } else if let tone = Tone.allCases.first(where: { $0.mark == scalar }) {
      tones.append(tone.rawValue)
    } else if let last = weights.last, let changed = rankAfterMark(scalar, of: last) {
      weights[weights.count - 1] = changed
    } else if let digit = scalar.isASCII ? Character(scalar).wholeNumberValue : nil {
      weights.append(firstDigit + UInt8(digit))
    } else if scalar.isASCII {
      weights.append(contentsOf: [2, UInt8(scalar.value)])
    } else {
      // Other scripts follow the alphabet, in the order of their code points.
      let value = scalar.value
      weights.append(contentsOf: [0xFF, UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)])
    }
  }
}

private let firstDigit: UInt8 = 10
private let firstLetter: UInt8 = 20

private let ranks: [Unicode.Scalar: UInt8] = {
  var ranks: [Unicode.Scalar: UInt8] = [:]
  for (index, scalar) in alphabet.enumerated() { ranks[scalar] = UInt8(index) }
  return ranks
}()

private func rank(of base: Unicode.Scalar) -> UInt8? {
  ranks[base]
}

/// The weight of a letter once a combining circumflex, breve or horn has followed it.
private func rankAfterMark(_ mark: Unicode.Scalar, of weight: UInt8) -> UInt8? {
  guard weight >= firstLetter, Int(weight - firstLetter) < alphabet.count else { return nil }
  let changed: Unicode.Scalar? =
    switch (alphabet[Int(weight - firstLetter)], mark) {
    case ("a", "\u{302}"): "â"
    case ("a", "\u{306}"): "ă"
    case ("e", "\u{302}"): "ê"
    case ("o", "\u{302}"): "ô"
    case ("o", "\u{31B}"): "ơ"
    case ("u", "\u{31B}"): "ư"
    default: nil
    }
  return changed.flatMap { rank(of: $0) }.map { firstLetter + $0 }
}
