/// The text in capitals: nghị quyết becomes NGHỊ QUYẾT.
package func upperCased(_ text: String) -> String {
  text.uppercased()
}

/// The text in small letters.
package func lowerCased(_ text: String) -> String {
  text.lowercased()
}

/// Each word with a capital first and small letters after it, as names are written: Nguyễn Văn A.
///
/// Words are parted by white space and hyphens.
package func titleCased(_ text: String) -> String {
  var result = ""
  var isFirst = true
  for character in text {
    result += isFirst ? character.uppercased() : character.lowercased()
    isFirst = character.isWhitespace || character == "-"
  }
  return result
}

/// The first letter made a capital, the rest left as it is: mười hai becomes Mười hai.
package func capitalized(_ text: String) -> String {
  guard let first = text.firstIndex(where: \.isLetter) else { return text }
  return text[..<first] + text[first].uppercased() + text[text.index(after: first)...]
}
