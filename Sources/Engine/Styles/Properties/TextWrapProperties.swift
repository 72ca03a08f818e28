/// White space, wrapping, hyphenation and what happens at the ends of lines.
let textWrapProperties: [Property] = [
  Property("white-space-collapse", \.whiteSpaceCollapse, initial: "collapse", .inherited),
  Property("text-wrap-mode", \.textWrapMode, initial: "wrap", .inherited),
  Property("text-wrap-style", \.textWrapStyle, initial: "auto", .inherited),
  Property(
    "tab-size",
    \.tabSize,
    Definition("<number [0,∞]> | <length [0,∞]>", initial: "8", .inherited),
    computed: { $0.tabSize() }
  ),
  Property("hyphens", \.hyphenation.mode, initial: "manual", .inherited),
  Property(
    "hyphenate-character",
    \.hyphenation.character,
    Definition("auto | <string>", initial: "auto", .inherited),
    value: { reader -> String?? in
      if reader.take("auto") { return .some(nil) }
      return reader.string().map { .some($0) }
    }
  ),
  Property(
    "hyphenate-limit-chars",
    \.hyphenationLimits,
    Definition("[ auto | <integer [0,∞]> ]{1,3}", initial: "auto", .inherited),
    value: { $0.hyphenationLimits() }
  ),
  Property("overflow-wrap", \.overflowWrap, initial: "normal", .inherited),
  Property("word-break", \.wordBreak, initial: "normal", .inherited),
  Property("line-break", \.lineBreak, initial: "auto", .inherited),
  Property(
    "hanging-punctuation",
    \.hangingPunctuation,
    Definition("none | [ first || [ force-end | allow-end ] || last ]", initial: "none", .inherited),
    value: { $0.hangingPunctuation() }
  ),
  Property(
    "text-justify",
    \.textJustify,
    Definition("auto | none | inter-word | inter-character | distribute", initial: "auto", .inherited),
    value: { $0.take("distribute") ? .interCharacter : $0.keyword(of: TextJustify.self) }
  ),
  Property(
    "text-overflow",
    \.textOverflow,
    Definition("clip | ellipsis | <string>", initial: "clip"),
    value: { reader in
      reader.keyword(["clip": .clip, "ellipsis": .ellipsis]) ?? reader.string().map(TextOverflow.text)
    }
  ),
]

let textWrapShorthands: [Shorthand] = [
  Shorthand("white-space", keywords(of: WhiteSpace.self), ["white-space-collapse", "text-wrap-mode"]) { reader in
    guard let value = reader.keyword(of: WhiteSpace.self) else { return nil }
    return [
      .of("white-space-collapse", \.whiteSpaceCollapse, value.collapse),
      .of("text-wrap-mode", \.textWrapMode, value.wrapMode),
    ]
  },
  Shorthand("text-wrap", "<'text-wrap-mode'> || <'text-wrap-style'>", ["text-wrap-mode", "text-wrap-style"]) { reader in
    reader.anyOrder([["text-wrap-mode"], ["text-wrap-style"]])
  },
]

extension ComputedStyle {
  /// The three numbers of `hyphenate-limit-chars` as one value, for the table.
  fileprivate var hyphenationLimits: [Int?] {
    get { [hyphenation.minimumWord, hyphenation.minimumBefore, hyphenation.minimumAfter] }
    set {
      guard newValue.count == 3 else { return }
      hyphenation.minimumWord = newValue[0]
      hyphenation.minimumBefore = newValue[1]
      hyphenation.minimumAfter = newValue[2]
    }
  }
}

extension ValueReader {
  fileprivate mutating func tabSize() -> Computation<TabSize>? {
    if let number = number(.nonNegative) {
      let bounded = min(number, 1e6)
      return { _, _ in .number(bounded) }
    }
    guard let length = length(.refused, .nonNegative) else { return nil }
    return { .length(max(0, length.points($0, $1))) }
  }

  /// CSS Text 4, 6.3.3: a missing third value is the second; a missing second is `auto`.
  fileprivate mutating func hyphenationLimits() -> [Int?]? {
    var limits: [Int?] = []
    while limits.count < 3, !isAtEnd {
      if take("auto") {
        limits.append(nil)
      } else if let limit = integer(atLeast: 0) {
        limits.append(limit)
      } else {
        break
      }
    }
    switch limits.count {
    case 0: return nil
    case 1: return [limits[0], nil, nil]
    case 2: return [limits[0], limits[1], limits[1]]
    default: return limits
    }
  }

  fileprivate mutating func hangingPunctuation() -> HangingPunctuation? {
    if take("none") { return [] }
    let words: KeyValuePairs<String, HangingPunctuation> = [
      "first": .first, "last": .last, "force-end": .forceEnd, "allow-end": .allowEnd,
    ]
    let ends: HangingPunctuation = [.forceEnd, .allowEnd]
    var result: HangingPunctuation = []
    while let word = keyword(words) {
      guard !result.contains(word), ends.isDisjoint(with: word) || ends.isDisjoint(with: result) else { return nil }
      result.insert(word)
    }
    return result.isEmpty ? nil : result
  }
}
