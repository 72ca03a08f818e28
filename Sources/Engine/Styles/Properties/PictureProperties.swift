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
]

extension ValueReader {
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
