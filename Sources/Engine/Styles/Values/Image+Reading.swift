import Geometry

extension ValueReader {
  /// `none`, `url()` or a gradient.
  mutating func imageSource() -> Computation<ImageSource>? {
    if take("none") { return { _, _ in .none } }
    guard let next else { return nil }
    if let file = imageReference() { return { _, _ in .file(file) } }
    guard next.kind == .function else { return nil }
    guard let gradient = gradient() else { return nil }
    return { .gradient(gradient($0, $1)) }
  }

  /// The file that `url()` names, with the folder of the style sheet.
  mutating func imageReference() -> ImageReference? {
    guard let place = next, let name = url() else { return nil }
    return ImageReference(url: name, folder: base?.folder ?? "", span: base?.span(of: place))
  }

  private mutating func gradient() -> Computation<Gradient>? {
    guard let call = next else { return nil }
    let word = call.word
    let isRepeating = word.hasPrefix("repeating-")
    let kind = isRepeating ? String(word.dropFirst("repeating-".count)) : word
    guard kind == "linear-gradient" || kind == "radial-gradient" else {
      noteImage(call)
      return nil
    }
    let isLinear = kind == "linear-gradient"
    var inner = ValueReader(call.children)
    guard let shape = isLinear ? inner.linearShape() : inner.radialShape(), let stops = inner.gradientStops() else {
      if let mistake = inner.mistake {
        note(mistake.code, mistake.message, at: mistake.component, help: mistake.help)
      }
      let help = isLinear ? "linear-gradient(to right, red, blue 50%)" : "radial-gradient(circle at center, red, blue)"
      note(.wrongValue, "\(word)() cannot be read", at: inner.culprit ?? call, help: "write \(help)")
      return nil
    }
    advance()
    return { style, context in
      Gradient(
        shape: shape(style, context),
        isRepeating: isRepeating,
        stops: stops.map { $0(style, context) }
      )
    }
  }

  private mutating func noteImage(_ call: Component) {
    let later = ["conic-gradient", "repeating-conic-gradient", "image-set", "image", "cross-fade", "element"]
    guard later.contains(call.word) else { return }
    note(
      .laterValue,
      "\(call.word)() is not built yet",
      at: call,
      help: "write url(), linear-gradient() or radial-gradient()"
    )
  }

  /// The first argument of `linear-gradient()` with its comma; without one the line goes down.
  private mutating func linearShape() -> Computation<Gradient.Shape>? {
    if take("to") {
      let words: KeyValuePairs<String, (x: Int, y: Int)> = [
        "left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1),
      ]
      guard var to = keyword(words) else { return nil }
      if let other = keyword(words) {
        guard (to.x == 0) != (other.x == 0) else { return nil }
        to = (to.x + other.x, to.y + other.y)
      }
      guard takeComma() else { return nil }
      let line = gradientLine(to: to)
      return { _, _ in .linear(line) }
    }
    guard let next, next.kind == .dimension || next.kind == .number else { return { _, _ in .linear(.angle(180)) } }
    guard let angle = angle(), takeComma() else { return nil }
    return { _, _ in .linear(.angle(angle)) }
  }

  private func gradientLine(to: (x: Int, y: Int)) -> GradientLine {
    switch to {
    case (0, -1): .angle(0)
    case (1, 0): .angle(90)
    case (0, 1): .angle(180)
    case (-1, 0): .angle(270)
    default: .corner(isRight: to.x > 0, isBottom: to.y > 0)
    }
  }

  /// `[ circle || ellipse || size ]? [ at position ]?` with its comma (CSS Images 3, 3.2).
  private mutating func radialShape() -> Computation<Gradient.Shape>? {
    var isCircle: Bool?
    var extent: Computation<RadialShape.Extent>?
    var lengths = 0
    while let next, !(next.kind == .ident && next.word == "at") {
      if isCircle == nil, let word = keyword(["circle": true, "ellipse": false]) {
        isCircle = word
      } else if extent == nil, let size = radialExtent(&lengths) {
        extent = size
      } else {
        break
      }
    }
    guard lengths != 1 || isCircle != false, lengths != 2 || isCircle != true else { return nil }
    var center: Computation<RelativePosition> = { _, _ in .center }
    let hasCenter = take("at")
    if hasCenter {
      guard let position = relativePosition() else { return nil }
      center = position
    }
    if isCircle != nil || extent != nil || hasCenter { guard takeComma() else { return nil } }
    let circle = isCircle ?? (lengths == 1)
    let size = extent ?? { _, _ in .farthestCorner }
    return { [center] in .radial(RadialShape(isCircle: circle, extent: size($0, $1), center: center($0, $1))) }
  }

  private mutating func radialExtent(_ lengths: inout Int) -> Computation<RadialShape.Extent>? {
    let words: KeyValuePairs<String, RadialShape.Extent> = [
      "closest-side": .closestSide, "farthest-side": .farthestSide, "closest-corner": .closestCorner,
      "farthest-corner": .farthestCorner,
    ]
    if let extent = keyword(words) { return { _, _ in extent } }
    guard let next, [.dimension, .percentage, .number].contains(next.kind) || next.isFunction("calc"),
      let x = length(.allowed, .nonNegative)
    else { return nil }
    lengths = 1
    guard let second = self.next, [.dimension, .percentage, .number].contains(second.kind),
      let y = length(.allowed, .nonNegative)
    else { return { .radii(x.lengthPercentage($0, $1), x.lengthPercentage($0, $1)) } }
    lengths = 2
    return { .radii(x.lengthPercentage($0, $1), y.lengthPercentage($0, $1)) }
  }

  /// Stops and hints with commas between them, to the end: two colours at least, no hint at an end or beside another.
  private mutating func gradientStops() -> [Computation<GradientStop>]? {
    var stops: [Computation<GradientStop>] = []
    var colors = 0
    var isHintAllowed = false
    repeat {
      if let color = color() {
        colors += 1
        isHintAllowed = true
        let first = isAtEnd || next?.kind == .comma ? nil : length()
        if first == nil, !isAtEnd, next?.kind != .comma { return nil }
        stops.append(stop(color, first))
        // Two positions are two stops of one colour (CSS Images 4, 3.4.1).
        if first != nil, !isAtEnd, next?.kind != .comma {
          guard let second = length() else { return nil }
          stops.append(stop(color, second))
        }
      } else {
        guard isHintAllowed, let place = length() else { return nil }
        isHintAllowed = false
        stops.append { GradientStop(color: nil, position: place.lengthPercentage($0, $1)) }
      }
    } while takeComma()
    return isAtEnd && isHintAllowed && colors >= 2 ? stops : nil
  }

  private func stop(_ color: SpecifiedColor, _ place: Calculation?) -> Computation<GradientStop> {
    { GradientStop(color: color.computed($0), position: place?.lengthPercentage($0, $1)) }
  }

  /// An angle in degrees; 0 needs no unit here (CSS Images 3, 3.1; CSS Transforms 1, 13).
  mutating func angle() -> Double? {
    guard let next else { return nil }
    if next.kind == .number, next.number == 0 {
      advance()
      return 0
    }
    let units: KeyValuePairs<String, Double> = ["deg": 1, "grad": 0.9, "rad": 180 / Double.pi, "turn": 360]
    guard next.kind == .dimension, let unit = units.first(where: { $0.key == next.word })?.value else {
      if next.kind == .dimension || next.kind == .number {
        note(.unknownUnit, "\(next.description) is not an angle", at: next, help: "write 90deg, 0.25turn or 1.57rad")
      }
      return nil
    }
    advance()
    let degrees = (next.number * unit).truncatingRemainder(dividingBy: 360_000)
    return degrees.isNaN ? 0 : degrees
  }
}
