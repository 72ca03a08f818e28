import Vietnamese

/// A person's name for comparing: case, white space, the place of the tone and the form of its marks do not matter.
///
/// Marks do: Hoa and Hòa are two people. A form of address before the name (đồng chí, đ/c) is no part of it.
func personKey(_ name: String) -> String {
  let words = lowerCased(normalizedTonePlace(name)).split(whereSeparator: \.isWhitespace)
  if words.count > 1, words[0] == "đ/c" { return words.dropFirst().joined(separator: " ") }
  if words.count > 2, words[0] == "đồng", words[1] == "chí" { return words.dropFirst(2).joined(separator: " ") }
  return words.joined(separator: " ")
}
