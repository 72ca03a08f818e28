/// Alignment, spacing, decoration and white space.
let textProperties: [Property] = [
  Property(
    "text-align",
    \.alignmentAndMark,
    Definition(
      "start | end | left | right | center | justify | match-parent | [ <string> || start | end | left | right | center ]",
      initial: "start",
      .inherited
    ),
    computed: { $0.textAlign() }
  ),
  Property("text-align-last", \.textAlignLast, initial: "auto", .inherited),
  Property(
    "text-indent",
    \.textIndent,
    Definition("<length-percentage> && hanging? && each-line?", initial: "0", .inherited),
    computed: { $0.textIndent() }
  ),
  Property("text-transform", \.textTransform, initial: "none", .inherited),
  Property(
    "text-decoration-line",
    \.decorationLines,
    Definition("none | [ underline || overline || line-through ]", initial: "none"),
    value: { $0.decorationLines() }
  ),
  Property(
    "text-decoration-color",
    \.decorationColor,
    Definition("<color>", initial: "currentcolor"),
    computed: { $0.optionalColor() }
  ),
  Property("text-decoration-style", \.decorationStyle, initial: "solid"),
  Property(
    "text-underline-offset",
    \.underlineOffset,
    Definition("auto | <length-percentage>", initial: "auto", .inherited),
    computed: { reader in
      if reader.take("auto") { return { _, _ in nil } }
      guard let length = reader.length() else { return nil }
      return { length.points($0, $1, reference: $0.fontSize) }
    }
  ),
  Property("text-underline-position", \.underlinePosition, initial: "auto", .inherited),
  Property("text-decoration-skip-ink", \.skipInk, initial: "auto", .inherited),
  Property(
    "text-decoration-thickness",
    \.decorationThickness,
    Definition("auto | from-font | <length-percentage [0,∞]>", initial: "auto"),
    computed: { reader in
      if reader.take("auto") || reader.take("from-font") { return { _, _ in .fromFont } }
      guard let length = reader.length(.allowed, .nonNegative) else { return nil }
      return { .length(max(0, length.points($0, $1, reference: $0.fontSize))) }
    }
  ),
  spacing("letter-spacing", \.letterSpacing),
  spacing("word-spacing", \.wordSpacing),
  Property(
    "vertical-align",
    \.verticalAlign,
    Definition(
      "baseline | sub | super | top | text-top | middle | bottom | text-bottom | <length-percentage>",
      initial: "baseline",
      places: .boxes
    ),
    computed: { $0.verticalAlign() }
  ),
]

let textShorthands: [Shorthand] = [
  Shorthand(
    "text-decoration",
    "<'text-decoration-line'> || <'text-decoration-style'> || <'text-decoration-color'> "
      + "|| <'text-decoration-thickness'>",
    ["text-decoration-line", "text-decoration-style", "text-decoration-color", "text-decoration-thickness"]
  ) { reader in
    reader.anyOrder([
      ["text-decoration-line"], ["text-decoration-style"], ["text-decoration-color"], ["text-decoration-thickness"],
    ])
  },
  Shorthand(
    "font",
    "[ <'font-style'> || small-caps || <'font-weight'> ]? <'font-size'> [ / <'line-height'> ]? <'font-family'>",
    // The last two are only reset (CSS Fonts 4, 2.7).
    ["font-style", "font-weight", "font-size", "line-height", "font-family"] + fontVariantLonghands
      + ["font-feature-settings", "font-kerning"]
  ) { $0.font() },
  Shorthand(
    "list-style",
    "<'list-style-position'> || <'list-style-image'> || <'list-style-type'>",
    ["list-style-type", "list-style-position", "list-style-image"]
  ) { $0.listStyle() },
]

private func spacing(_ name: String, _ field: StylePath<Double>) -> Property {
  Property(
    name,
    field,
    Definition("normal | <length>", initial: "normal", .inherited),
    computed: { reader in
      if reader.take("normal") { return { _, _ in 0 } }
      guard let length = reader.length(.refused) else { return nil }
      return { length.points($0, $1) }
    }
  )
}

/// What `text-align` sets.
private struct AlignmentAndMark: Sendable {
  var align: TextAlign
  var mark: String?
}

extension ComputedStyle {
  fileprivate var alignmentAndMark: AlignmentAndMark {
    get { AlignmentAndMark(align: textAlign, mark: textAlignMark) }
    set {
      textAlign = newValue.align
      textAlignMark = newValue.mark
    }
  }
}

extension ValueReader {
  fileprivate mutating func textAlign() -> Computation<AlignmentAndMark>? {
    if take("match-parent") { return { AlignmentAndMark(align: $1.parent.textAlign.physical, mark: nil) } }
    guard next?.word != "auto" || next?.kind != .ident else { return nil }
    var mark = string()
    var align = keyword(of: TextAlign.self)
    if align == .auto { return nil }
    if mark == nil { mark = string() }
    guard mark == nil || align != .justify else { return nil }
    guard mark != nil || align != nil else { return nil }
    if align == nil { align = .end }
    // CSS Text 4, 7.4: a string of several characters aligns nothing; the keyword holds.
    let single = mark.flatMap { $0.count == 1 ? $0 : nil }
    let result = AlignmentAndMark(align: align ?? .start, mark: single)
    return { _, _ in result }
  }

  fileprivate mutating func decorationLines() -> DecorationLines? {
    if take("none") { return [] }
    let words: KeyValuePairs<String, DecorationLines> = [
      "underline": .underline, "overline": .overline, "line-through": .lineThrough,
    ]
    var lines: DecorationLines = []
    while let line = keyword(words) {
      guard !lines.contains(line) else { return nil }
      lines.insert(line)
    }
    return lines.isEmpty ? nil : lines
  }

  fileprivate mutating func verticalAlign() -> Computation<VerticalAlign>? {
    let words: KeyValuePairs<String, VerticalAlign> = [
      "baseline": .baseline, "sub": .sub, "super": .super, "top": .top, "text-top": .textTop, "middle": .middle,
      "bottom": .bottom, "text-bottom": .textBottom,
    ]
    if let align = keyword(words) { return { _, _ in align } }
    guard let length = length() else { return nil }
    if case .percent(let percent) = length { return { _, _ in .percent(percent) } }
    return { style, context in
      // A percentage refers to the line height (CSS 2.2, 10.8.1); in a sum with lengths it is settled here.
      .length(length.points(style, context, reference: context.lineHeight(of: style)))
    }
  }

  /// CSS Lists 3, 3.4: `none` is for the type and the image, whichever is not written.
  fileprivate mutating func listStyle() -> [LonghandValue]? {
    var values: [LonghandValue] = []
    var open = ["list-style-position", "list-style-image", "list-style-type"]
    var nones = 0
    while !isAtEnd {
      if nones < 2, take("none") {
        nones += 1
        continue
      }
      let start = position
      guard
        let found = open.firstIndex(where: { name in
          goBack(to: start)
          return take(longhand: name, into: &values)
        })
      else { return nil }
      open.remove(at: found)
    }
    let rest = open.filter { $0 != "list-style-position" }
    guard nones <= rest.count else { return nil }
    return nones == 0 ? values : values + rest.map { .of($0, "none") }
  }

  fileprivate mutating func font() -> [LonghandValue]? {
    var values: [LonghandValue] = []
    var open = ["font-style", "font-weight"]
    var hasCaps = false
    while !open.isEmpty || !hasCaps {
      if take("normal") { continue }
      if !hasCaps, take("small-caps") {
        values.append(.of("font-variant-caps", "small-caps"))
        hasCaps = true
        continue
      }
      guard let found = open.firstIndex(where: { take(longhand: $0, into: &values) }) else { break }
      open.remove(at: found)
    }
    guard take(longhand: "font-size", into: &values) else { return nil }
    if takeSlash(), !take(longhand: "line-height", into: &values) { return nil }
    return take(longhand: "font-family", into: &values) ? values : nil
  }

  private mutating func take(longhand: String, into values: inout [LonghandValue]) -> Bool {
    let index = PropertyTable.index(longhand)
    // `font: 12pt ...`: a weight is a number without unit, a size is none.
    if longhand == "font-weight", let next, next.kind != .ident, next.kind != .number { return false }
    guard let setter = PropertyTable.rows[index].parse(&self) else { return false }
    values.append(LonghandValue(index: index, setter: setter))
    return true
  }
}

extension TextAlign {
  /// The value without reference to a direction, which is from left to right.
  fileprivate var physical: TextAlign {
    switch self {
    case .start: .left
    case .end: .right
    default: self
    }
  }
}

extension ValueReader {
  /// `text-indent`: its keywords stand before or behind the length.
  fileprivate mutating func textIndent() -> Computation<TextIndent>? {
    var keywords = TextIndent()
    func takeKeywords(_ reader: inout ValueReader) {
      while true {
        if !keywords.hangs, reader.take("hanging") {
          keywords.hangs = true
        } else if !keywords.indentsEachLine, reader.take("each-line") {
          keywords.indentsEachLine = true
        } else {
          return
        }
      }
    }
    takeKeywords(&self)
    guard let length = length() else { return nil }
    takeKeywords(&self)
    let read = keywords
    return { style, context in
      var indent = read
      indent.length = length.lengthPercentage(style, context)
      return indent
    }
  }
}
