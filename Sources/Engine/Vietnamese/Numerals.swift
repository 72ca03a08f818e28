/// The number in Roman numerals, or `nil` outside 1 to 3999.
package func romanNumeral(_ number: Int) -> String? {
  guard (1...3999).contains(number) else { return nil }
  let values: [(Int, String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]
  var rest = number
  var numeral = ""
  for (value, sign) in values {
    while rest >= value {
      numeral += sign
      rest -= value
    }
  }
  return numeral
}

/// The letters that number the points of a Vietnamese list; ă, â, ê, ô, ơ, ư and the foreign letters are left out.
package let listLetters: [Unicode.Scalar] = Array("abcdđeghiklmnopqrstuvxy".unicodeScalars)

/// The letters that number an item of a list.
///
/// They go a, b, c, d, đ, e, g to y, then aa, ab and so on; `nil` below one.
package func listLetter(_ number: Int) -> String? {
  guard number > 0 else { return nil }
  var rest = number
  var scalars: [Unicode.Scalar] = []
  while rest > 0 {
    rest -= 1
    scalars.append(listLetters[rest % listLetters.count])
    rest /= listLetters.count
  }
  var text = ""
  text.unicodeScalars.append(contentsOf: scalars.reversed())
  return text
}
