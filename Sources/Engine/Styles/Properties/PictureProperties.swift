/// Replaced elements.
let pictureProperties: [Property] = [
  Property(
    "aspect-ratio",
    \.aspectRatio,
    Definition("auto || <ratio>", initial: "auto"),
    value: { $0.aspectRatio() }
  ),
  Property("object-fit", \.objectFit, initial: "fill", places: .boxes),
  Property(
    "object-position",
    \.objectPosition,
    Definition("<position>", initial: "50% 50%", places: .boxes),
    computed: { $0.relativePosition() }
  ),
  Property(
    "image-resolution",
    \.imageResolution,
    Definition("[ from-image || <resolution> ] && snap?", initial: "1dppx", .inherited),
    value: { $0.imageResolution() }
  ),
  Property(
    "image-orientation",
    \.ignoresImageOrientation,
    Definition("from-image | none", initial: "from-image", .inherited),
    value: { $0.keyword(["from-image": false, "none": true]) }
  ),
  Property("image-rendering", \.imageRendering, initial: "auto", .inherited),
]

extension ValueReader {
  /// CSS Images 4, 5.1.
  fileprivate mutating func imageResolution() -> ImageResolution? {
    var result = ImageResolution()
    var dots: Double?
    while !isAtEnd {
      if !result.snaps, take("snap") {
        result.snaps = true
      } else if !result.usesOwn, take("from-image") {
        result.usesOwn = true
      } else if dots == nil, let resolution = resolution() {
        dots = resolution
      } else {
        return nil
      }
    }
    guard result.usesOwn || dots != nil else { return nil }
    if let dots { result.dotsPerPixel = dots }
    return result
  }

  /// A `<resolution>` in dots a pixel (CSS Values 4, 7.4).
  private mutating func resolution() -> Double? {
    let units: KeyValuePairs<String, Double> = ["dppx": 1, "x": 1, "dpi": 1 / 96.0, "dpcm": 2.54 / 96]
    guard let next, next.kind == .dimension, let unit = units.first(where: { $0.key == next.word })?.value else {
      return nil
    }
    guard next.number > 0 else {
      note(.wrongValue, "\(next.description) is no resolution", at: next, help: "write more than 0, such as 300dpi")
      return nil
    }
    advance()
    return min(max(next.number * unit, 1e-3), 1e6)
  }

  /// CSS Sizing 4, 4: a ratio with 0 or infinity behaves as `auto`.
  fileprivate mutating func aspectRatio() -> AspectRatio? {
    var result = AspectRatio()
    result.isAuto = take("auto")
    if next?.kind == .number || next?.kind == .function {
      guard let width = number(.nonNegative) else { return nil }
      var height = 1.0
      if takeSlash() {
        guard let written = number(.nonNegative) else { return nil }
        height = written
      }
      let ratio = width / height
      if ratio > 1e-9, ratio < 1e9 { result.ratio = ratio }
      if !result.isAuto { result.isAuto = take("auto") || result.ratio == nil }
      return result
    }
    return result.isAuto ? result : nil
  }
}
