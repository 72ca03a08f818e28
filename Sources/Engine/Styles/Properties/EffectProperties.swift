import Geometry

/// Transforms, outlines and shadows.
let effectProperties: [Property] = [
  Property(
    "transform",
    \.transform,
    Definition("none | [ " + transformFunctions.map(\.value).joined(separator: " | ") + " ]+", initial: "none"),
    computed: { $0.transform() }
  ),
  Property(
    "transform-origin",
    \.transformOrigin,
    Definition("[ left | right | top | bottom | center | <length-percentage> ]{1,2}", initial: "50% 50%"),
    computed: { $0.relativePosition(atMost: 2) }
  ),
  Property(
    "outline-width",
    \.outline.width,
    Definition(lineWidthGrammar, initial: "medium"),
    computed: { $0.lineWidth() }
  ),
  Property(
    "outline-style",
    \.outline.style,
    Definition("auto | <line-style>", initial: "none"),
    value: { reader in
      if reader.take("auto") { return .solid }
      return reader.next?.word == "hidden" ? nil : reader.keyword(of: BorderStyle.self)
    }
  ),
  Property(
    "outline-color",
    \.outline.color,
    Definition("auto | <color>", initial: "auto"),
    computed: { reader in
      if reader.take("auto") { return { _, _ in nil } }
      return reader.optionalColor()
    }
  ),
  Property(
    "outline-offset",
    \.outline.offset,
    Definition("<length>", initial: "0"),
    computed: { reader in
      guard let length = reader.length(.refused) else { return nil }
      return { length.points($0, $1) }
    }
  ),
  Property(
    "box-shadow",
    \.boxShadows,
    Definition("none | [ inset? && <length>{2,4} && <color>? ]#", initial: "none"),
    computed: { $0.boxShadows() }
  ),
]

let outlineShorthand = Shorthand(
  "outline",
  "<'outline-width'> || <'outline-style'> || <'outline-color'>",
  ["outline-color", "outline-style", "outline-width"]
) { $0.anyOrder([["outline-style"], ["outline-width"], ["outline-color"]]) }

/// The functions of `transform` (CSS Transforms 1, 13) with what they take.
private let transformFunctions: KeyValuePairs<String, String> = [
  "matrix": "matrix(a, b, c, d, e, f)",
  "translate": "translate(x, y?)",
  "translatex": "translateX(x)",
  "translatey": "translateY(y)",
  "scale": "scale(x, y?)",
  "scalex": "scaleX(x)",
  "scaley": "scaleY(y)",
  "rotate": "rotate(angle)",
  "skew": "skew(x, y?)",
  "skewx": "skewX(angle)",
  "skewy": "skewY(angle)",
]

extension ValueReader {
  fileprivate mutating func transform() -> Computation<[TransformFunction]>? {
    if take("none") { return { _, _ in [] } }
    var functions: [Computation<TransformFunction>] = []
    while let call = next, call.kind == .function {
      guard let grammar = transformFunctions.first(where: { $0.key == call.word })?.value else {
        note(
          .unknownFunction,
          "\(call.text)() is not a function of transform",
          at: call,
          help: "there are " + transformFunctions.map(\.value).joined(separator: " ")
        )
        return nil
      }
      var inner = ValueReader(call.children)
      guard let function = inner.transformFunction(call.word), inner.isAtEnd else {
        if let mistake = inner.mistake {
          note(mistake.code, mistake.message, at: mistake.component, help: mistake.help)
        }
        note(.wrongValue, "\(call.text)() cannot be read", at: inner.culprit ?? call, help: "write \(grammar)")
        return nil
      }
      advance()
      functions.append(function)
    }
    guard !functions.isEmpty else { return nil }
    return { [functions] style, context in functions.map { $0(style, context) } }
  }

  private mutating func transformFunction(_ word: String) -> Computation<TransformFunction>? {
    if word.hasPrefix("translate") { return translation(word) }
    let function: TransformFunction?
    switch word {
    case "matrix": function = matrix()
    case "rotate": function = angle().map { .rotate($0) }
    case "skewx": function = angle().map { .skew(x: $0, y: 0) }
    case "skewy": function = angle().map { .skew(x: 0, y: $0) }
    case "skew":
      guard let x = angle() else { return nil }
      let y = takeComma() ? angle() : 0
      function = y.map { .skew(x: x, y: $0) }
    default: function = scaling(word)
    }
    guard let function else { return nil }
    return { _, _ in function }
  }

  private mutating func translation(_ word: String) -> Computation<TransformFunction>? {
    guard let first = length() else { return nil }
    switch word {
    case "translatex": return { .translate(x: first.lengthPercentage($0, $1), y: .zero) }
    case "translatey": return { .translate(x: .zero, y: first.lengthPercentage($0, $1)) }
    default:
      guard takeComma() else { return { .translate(x: first.lengthPercentage($0, $1), y: .zero) } }
      guard let second = length() else { return nil }
      return { .translate(x: first.lengthPercentage($0, $1), y: second.lengthPercentage($0, $1)) }
    }
  }

  private mutating func scaling(_ word: String) -> TransformFunction? {
    guard let first = factor() else { return nil }
    switch word {
    case "scalex": return .scale(x: first, y: 1)
    case "scaley": return .scale(x: 1, y: first)
    default:
      guard takeComma() else { return .scale(x: first, y: first) }
      return factor().map { .scale(x: first, y: $0) }
    }
  }

  private mutating func matrix() -> TransformFunction? {
    var numbers: [Double] = []
    repeat {
      guard let number = factor() else { return nil }
      numbers.append(number)
    } while takeComma()
    guard numbers.count == 6 else { return nil }
    // e and f are pixels (CSS Transforms 1, 13.1).
    let (e, f) = (numbers[4] * 0.75, numbers[5] * 0.75)
    return .matrix(a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: e, f: f)
  }

  /// A number or percentage within a range that products of matrices stay finite with.
  private mutating func factor() -> Double? {
    guard let value = numeric() else { return nil }
    switch value {
    case .number(let number): return number.isNaN ? 0 : min(max(number, -1e6), 1e6)
    case .percent(let number): return number.isNaN ? 0 : min(max(number / 100, -1e6), 1e6)
    default: return nil
    }
  }

  fileprivate mutating func boxShadows() -> Computation<[BoxShadow]>? {
    if take("none") { return { _, _ in [] } }
    var shadows: [Computation<BoxShadow>] = []
    repeat {
      guard let shadow = boxShadow() else { return nil }
      shadows.append(shadow)
    } while takeComma()
    return { [shadows] style, context in shadows.map { $0(style, context) } }
  }

  private mutating func boxShadow() -> Computation<BoxShadow>? {
    var isInset = false
    var color: Computation<Color?>?
    var lengths: [Calculation] = []
    while let next, next.kind != .comma {
      if !isInset, take("inset") {
        isInset = true
      } else if lengths.isEmpty, [.number, .dimension].contains(next.kind) || next.isFunction("calc") {
        while lengths.count < 4, let length = length(.refused, lengths.count == 2 ? .nonNegative : .all) {
          lengths.append(length)
        }
        guard lengths.count >= 2 else { return nil }
      } else if color == nil, let value = optionalColor() {
        color = value
      } else {
        return nil
      }
    }
    guard lengths.count >= 2 else { return nil }
    let (parts, paint, inside) = (lengths, color, isInset)
    return { style, context in
      let points = parts.map { $0.points(style, context) }
      return BoxShadow(
        color: paint?(style, context),
        x: points[0],
        y: points[1],
        blur: points.count > 2 ? max(0, points[2]) : 0,
        spread: points.count > 3 ? points[3] : 0,
        isInset: inside
      )
    }
  }
}
