/// Digits of other scripts by their zero (CSS Counter Styles 3, 6.1).
private let numericStyles: KeyValuePairs<String, UInt32> = [
  "arabic-indic": 0x660, "bengali": 0x9E6, "cambodian": 0x17E0, "devanagari": 0x966, "gujarati": 0xAE6,
  "gurmukhi": 0xA66, "kannada": 0xCE6, "khmer": 0x17E0, "lao": 0xED0, "malayalam": 0xD66, "mongolian": 0x1810,
  "myanmar": 0x1040, "oriya": 0xB66, "persian": 0x6F0, "tamil": 0xBE6, "telugu": 0xC66, "thai": 0xE50, "tibetan": 0xF20,
]

/// Letters as numbers: the first of the range, the weights' letters from 1 to 9, 10 to 90 and so on.
private let additiveStyles: KeyValuePairs<String, (limit: Int, letters: String)> = [
  "armenian": (9999, "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔ"),
  "upper-armenian": (9999, "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔ"),
  "lower-armenian": (9999, "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփք"),
  "georgian": (19999, "აბგდევზჱთიკლმნჲოპჟრსტჳფქღყშჩცძწჭხჴჯჰჵ"),
]

/// The names of predefined styles without a case of their own, for hints and the reference.
let predefinedCounterNames = numericStyles.map(\.key) + additiveStyles.map(\.key)

/// A predefined counter style that has no case of its own.
func predefinedCounterStyle(_ name: String) -> CounterStyle? {
  if let zero = numericStyles.first(where: { $0.key == name })?.value {
    var style = CounterStyle(system: .numeric)
    style.symbols = (0..<10).compactMap { Unicode.Scalar(zero + $0) }.map { String(Character($0)) }
    return style
  }
  guard let row = additiveStyles.first(where: { $0.key == name })?.value else { return nil }
  var style = CounterStyle(system: .additive)
  style.ranges = [1...row.limit]
  var weight = 1
  for (index, letter) in row.letters.enumerated() {
    style.additiveSymbols.append(.init(weight: weight * (index % 9 + 1), symbol: String(letter)))
    if index % 9 == 8 { weight *= 10 }
  }
  style.additiveSymbols.reverse()
  return style
}
