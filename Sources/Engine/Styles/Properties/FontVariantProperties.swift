/// `font-variant-*`, features, kerning and synthesis.
let fontVariantProperties: [Property] = [
  Property(
    "font-variant-ligatures",
    \.fontVariant.ligatures,
    Definition("normal | none | " + ligatureWords.grammar, initial: "normal", .inherited),
    value: { $0.take("normal") ? [] : $0.take("none") ? FontLigatures.none : $0.set(of: ligatureWords) }
  ),
  Property("font-variant-caps", \.fontVariant.caps, initial: "normal", .inherited),
  Property(
    "font-variant-numeric",
    \.fontVariant.numeric,
    Definition("normal | " + numeralWords.grammar, initial: "normal", .inherited),
    value: { $0.take("normal") ? [] : $0.set(of: numeralWords) }
  ),
  Property("font-variant-position", \.fontVariant.position, initial: "normal", .inherited),
  Property(
    "font-variant-alternates",
    \.fontVariant.usesHistoricalForms,
    Definition("normal | historical-forms", initial: "normal", .inherited),
    value: { $0.keyword(["normal": false, "historical-forms": true]) }
  ),
  Property(
    "font-feature-settings",
    \.fontFeatures,
    Definition("normal | [ <string> [ <integer [0,∞]> | on | off ]? ]#", initial: "normal", .inherited),
    value: { $0.fontFeatures() }
  ),
  Property("font-kerning", \.fontKerning, initial: "auto", .inherited),
  synthesis("font-synthesis-weight", \.fontSynthesis.weight),
  synthesis("font-synthesis-style", \.fontSynthesis.style),
  synthesis("font-synthesis-small-caps", \.fontSynthesis.smallCaps),
]

let fontVariantShorthands: [Shorthand] = [
  Shorthand(
    "font-variant",
    "normal | none | [ <'font-variant-ligatures'> || <'font-variant-caps'> || <'font-variant-numeric'> "
      + "|| <'font-variant-position'> || <'font-variant-alternates'> ]",
    fontVariantLonghands
  ) { $0.fontVariant() },
  Shorthand(
    "font-synthesis",
    "none | [ weight || style || small-caps ]",
    ["font-synthesis-weight", "font-synthesis-style", "font-synthesis-small-caps"]
  ) { $0.fontSynthesis() },
]

/// What `font-variant` stands for.
let fontVariantLonghands = [
  "font-variant-ligatures", "font-variant-caps", "font-variant-numeric", "font-variant-position",
  "font-variant-alternates",
]

private func synthesis(_ name: String, _ field: StylePath<Bool>) -> Property {
  let definition = Definition("auto | none", initial: "auto", .inherited)
  return Property(name, field, definition, value: { $0.keyword(["auto": true, "none": false]) })
}

/// Keywords that are bits of a set; those of one group exclude each other.
private struct WordSet<Bits: OptionSet & Sendable>: Sendable {
  let groups: [[(word: String, bit: Bits)]]

  var grammar: String {
    "[ " + groups.map { "[ " + $0.map(\.word).joined(separator: " | ") + " ]" }.joined(separator: " || ") + " ]"
  }
}

private let ligatureWords = WordSet<FontLigatures>(groups: [
  [("common-ligatures", .common), ("no-common-ligatures", .noCommon)],
  [("discretionary-ligatures", .discretionary), ("no-discretionary-ligatures", .noDiscretionary)],
  [("historical-ligatures", .historical), ("no-historical-ligatures", .noHistorical)],
  [("contextual", .contextual), ("no-contextual", .noContextual)],
])

private let numeralWords = WordSet<FontNumerals>(groups: [
  [("lining-nums", .lining), ("oldstyle-nums", .oldstyle)],
  [("proportional-nums", .proportional), ("tabular-nums", .tabular)],
  [("diagonal-fractions", .diagonalFractions), ("stacked-fractions", .stackedFractions)],
  [("ordinal", .ordinal)],
  [("slashed-zero", .slashedZero)],
])

extension ValueReader {
  /// One word of a set, where nothing of its group was seen before.
  private mutating func take<Bits>(_ words: WordSet<Bits>, into bits: inout Bits) -> Bool {
    guard let next, next.kind == .ident else { return false }
    let word = next.word
    for group in words.groups {
      guard let found = group.first(where: { $0.word == word }) else { continue }
      guard group.allSatisfy({ bits.isDisjoint(with: $0.bit) }) else { return false }
      bits.formUnion(found.bit)
      advance()
      return true
    }
    return false
  }

  fileprivate mutating func set<Bits>(of words: WordSet<Bits>) -> Bits? {
    var bits: Bits = []
    while take(words, into: &bits) {}
    return bits.isEmpty ? nil : bits
  }

  fileprivate mutating func fontVariant() -> [LonghandValue]? {
    if take("normal") { return [] }
    if take("none") { return [.of("font-variant-ligatures", "none")] }
    var variant = FontVariant()
    while let next {
      if take(ligatureWords, into: &variant.ligatures) || take(numeralWords, into: &variant.numeric) { continue }
      if next.word == "normal" {
        return nil
      } else if variant.caps == .normal, let caps = keyword(of: FontCaps.self) {
        variant.caps = caps
      } else if variant.position == .normal, let position = keyword(of: FontVariantPosition.self) {
        variant.position = position
      } else if !variant.usesHistoricalForms, take("historical-forms") {
        variant.usesHistoricalForms = true
      } else {
        return nil
      }
    }
    return [
      .of("font-variant-ligatures", \.fontVariant.ligatures, variant.ligatures),
      .of("font-variant-caps", \.fontVariant.caps, variant.caps),
      .of("font-variant-numeric", \.fontVariant.numeric, variant.numeric),
      .of("font-variant-position", \.fontVariant.position, variant.position),
      .of("font-variant-alternates", \.fontVariant.usesHistoricalForms, variant.usesHistoricalForms),
    ]
  }

  fileprivate mutating func fontSynthesis() -> [LonghandValue]? {
    var allowed = FontSynthesis()
    (allowed.weight, allowed.style, allowed.smallCaps) = (false, false, false)
    if !take("none") {
      var isEmpty = true
      while !isAtEnd {
        if !allowed.weight, take("weight") {
          allowed.weight = true
        } else if !allowed.style, take("style") {
          allowed.style = true
        } else if !allowed.smallCaps, take("small-caps") {
          allowed.smallCaps = true
        } else {
          return nil
        }
        isEmpty = false
      }
      guard !isEmpty else { return nil }
    }
    return [
      .of("font-synthesis-weight", \.fontSynthesis.weight, allowed.weight),
      .of("font-synthesis-style", \.fontSynthesis.style, allowed.style),
      .of("font-synthesis-small-caps", \.fontSynthesis.smallCaps, allowed.smallCaps),
    ]
  }

  /// CSS Fonts 4, 6.12: the last setting of a tag wins, and the computed list is sorted by tag.
  fileprivate mutating func fontFeatures() -> [FontFeature]? {
    if take("normal") { return [] }
    var values: [String: Int] = [:]
    repeat {
      guard let place = next, let tag = string() else { return nil }
      guard tag.utf8.count == 4, tag.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
        let help = "a feature has four letters, such as \"tnum\""
        note(.wrongValue, "\(place.description) is not the name of a feature", at: place, help: help)
        return nil
      }
      values[tag] = keyword(["on": 1, "off": 0]) ?? integer(atLeast: 0) ?? 1
    } while takeComma()
    return values.map { FontFeature(tag: $0.key, value: $0.value) }.sorted { $0.tag < $1.tag }
  }
}
