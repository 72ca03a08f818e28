/// Alignment and gaps (CSS Box Alignment 3) as flex containers and columns use them.
let alignmentProperties: [Property] = [
  content("justify-content", \.alignment.justifyContent),
  content("align-content", \.alignment.alignContent),
  item("align-items", \.alignment.alignItems, initial: "normal"),
  item("align-self", \.alignment.alignSelf, initial: "auto"),
  item("justify-items", \.alignment.justifyItems, initial: "normal"),
  gap("row-gap", \.alignment.rowGap),
  gap("column-gap", \.alignment.columnGap),
]

let alignmentShorthands: [Shorthand] = [
  .pair("gap", "row-gap", "column-gap"),
  .pair("place-content", "align-content", "justify-content"),
  .pair("place-items", "align-items", "justify-items"),
]

private func content(_ name: String, _ field: StylePath<ContentAlignment>) -> Property {
  Property(
    name,
    field,
    Definition(keywords(of: ContentAlignment.self), initial: "normal"),
    value: { $0.baselineOrKeyword(last: .lastBaseline) }
  )
}

private func item(_ name: String, _ field: StylePath<SelfAlignment>, initial: String) -> Property {
  let words = SelfAlignment.allCases.filter { $0 != .auto || initial == "auto" }.map(\.rawValue)
  return Property(
    name,
    field,
    Definition(words.joined(separator: " | "), initial: initial),
    value: { reader in
      if initial != "auto", reader.next?.word == "auto" { return nil }
      return reader.baselineOrKeyword(last: .lastBaseline)
    }
  )
}

private func gap(_ name: String, _ field: StylePath<LengthPercentage?>) -> Property {
  Property(
    name,
    field,
    Definition("normal | <length-percentage [0,∞]>", initial: "normal"),
    computed: { reader in
      if reader.take("normal") { return { _, _ in nil } }
      guard let length = reader.length(.allowed, .nonNegative) else { return nil }
      return { length.lengthPercentage($0, $1).clamped }
    }
  )
}

extension ValueReader {
  /// A keyword, or `first baseline` or `last baseline`.
  fileprivate mutating func baselineOrKeyword<Value: RawRepresentable<String>>(last: Value) -> Value? {
    let place = position
    if take("first") {
      if next?.word == "baseline" { return keyword(of: Value.self) }
    } else if take("last") {
      if take("baseline") { return last }
    } else {
      return keyword(of: Value.self)
    }
    goBack(to: place)
    return nil
  }
}
