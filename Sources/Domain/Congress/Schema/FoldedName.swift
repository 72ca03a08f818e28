import Vietnamese

/// A person's name for comparing: case, white space, the place of the tone and the form of its marks do not matter.
///
/// Marks do: Hoa and Hòa are two people.
func personKey(_ name: String) -> String {
  let words = normalizedTonePlace(name).split(whereSeparator: \.isWhitespace)
  return lowerCased(words.joined(separator: " "))
}
