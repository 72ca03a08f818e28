import Geometry

/// Paper sizes upright, in points (CSS Paged Media 3, 5.1; the first is the default).
let pageSizes: KeyValuePairs<String, Size> = [
  "a4": millimetres(210, 297), "a3": millimetres(297, 420), "a5": millimetres(148, 210),
  "a6": millimetres(105, 148), "b4": millimetres(250, 353), "b5": millimetres(176, 250),
  "jis-b4": millimetres(257, 364), "jis-b5": millimetres(182, 257), "letter": Size(width: 612, height: 792),
  "legal": Size(width: 612, height: 1008), "ledger": Size(width: 792, height: 1224),
]

extension Size {
  /// A4 upright: the paper of Vietnamese documents.
  static let a4 = millimetres(210, 297)
}

private func millimetres(_ width: Double, _ height: Double) -> Size {
  Size(width: width * 72 / 25.4, height: height * 72 / 25.4)
}

private enum Orientation: String {
  case portrait, landscape
}

extension ValueReader {
  /// The value of `size`.
  mutating func pageSize() -> Computation<Size>? {
    if take("auto") { return { _, _ in .a4 } }
    if let width = length(.refused, .nonNegative) {
      let height = length(.refused, .nonNegative) ?? width
      return { Size(width: width.points($0, $1), height: height.points($0, $1)) }
    }
    var orientation = keyword(of: Orientation.self)
    let paper = keyword(pageSizes)
    guard paper != nil || orientation != nil else { return nil }
    if orientation == nil { orientation = keyword(of: Orientation.self) }
    let upright = paper ?? .a4
    let size = orientation == .landscape ? Size(width: upright.height, height: upright.width) : upright
    return { _, _ in size }
  }
}
