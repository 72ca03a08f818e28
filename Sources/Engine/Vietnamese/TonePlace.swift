/// The text with every tone on its main vowel (hòa becomes hoà, hủy becomes huỷ), for comparing and searching only.
///
/// Both spellings are correct, and names keep the one they have: never show the result. They differ only where a
/// syllable ends in oa, oe or uy; in quý the u belongs to the consonant.
package func normalizedTonePlace(_ text: String) -> String {
  var scalars = Array(composing(text).unicodeScalars)
  for index in scalars.indices.dropLast() {
    guard let first = letter(scalars[index]), let second = letter(scalars[index + 1]) else { continue }
    guard first.tone != .level, second.tone == .level, isOpenPair(first.base, second.base) else { continue }
    let endsSyllable = index + 2 >= scalars.count || !scalars[index + 2].properties.isAlphabetic
    let followsQ = index > 0 && letter(scalars[index - 1])?.base == "q"
    guard endsSyllable, !followsQ else { continue }
    scalars[index] = cased(first.base, as: first)
    scalars[index + 1] = cased(compose(second.base, first.tone), as: second)
  }
  var result = ""
  result.unicodeScalars.append(contentsOf: scalars)
  return result
}

private func isOpenPair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
  switch (first, second) {
  case ("o", "a"), ("o", "e"), ("u", "y"): true
  default: false
  }
}

private func cased(_ scalar: Unicode.Scalar, as model: Letter) -> Unicode.Scalar {
  guard model.isUpper else { return scalar }
  return scalar.properties.uppercaseMapping.unicodeScalars.first ?? scalar
}

/// Letters and the marks that follow them made one scalar each, where Vietnamese has it.
private func composing(_ text: String) -> String {
  var result = ""
  for character in text {
    let scalars = character.unicodeScalars
    let isSingle = scalars.index(after: scalars.startIndex) == scalars.endIndex
    // Characters are equal when they are canonically equivalent: the table's composed letter stands for all spellings.
    result.append(isSingle ? character : composedCharacters[character] ?? character)
  }
  return result
}

private let composedCharacters: [Character: Character] =
  Dictionary(uniqueKeysWithValues: letters.map { (Character($0.scalar), Character($0.scalar)) })
