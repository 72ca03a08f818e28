import Geometry
import Pictures
import Testing

@testable import Layout

/// The used size of replaced elements (CSS 2.2, 10.3.2, 10.4, 10.6.2): a picture of 80 by 40 unless said otherwise.
@Suite("Sizes of pictures")
struct ReplacedSizeTests {
  private let natural = NaturalSize(width: 80, height: 40)

  @Test("a side that is auto follows the other by the ratio")
  func ratio() {
    let none = SizeBounds()
    #expect(replacedSize(width: nil, height: nil, natural: natural, bounds: none) == Size(width: 80, height: 40))
    #expect(replacedSize(width: 20, height: nil, natural: natural, bounds: none) == Size(width: 20, height: 10))
    #expect(replacedSize(width: nil, height: 20, natural: natural, bounds: none) == Size(width: 40, height: 20))
    #expect(replacedSize(width: 5, height: 90, natural: natural, bounds: none) == Size(width: 5, height: 90))
  }

  @Test("a picture without a size is 300 px by 150 px; with a ratio it fills the room")
  func noSize() {
    let none = SizeBounds()
    var ratioOnly = NaturalSize()
    ratioOnly.ratio = 3
    #expect(
      replacedSize(width: nil, height: nil, natural: NaturalSize(), bounds: none) == Size(width: 225, height: 112.5)
    )
    #expect(
      replacedSize(width: 30, height: nil, natural: NaturalSize(), bounds: none) == Size(width: 30, height: 112.5)
    )
    #expect(
      replacedSize(width: nil, height: nil, natural: ratioOnly, bounds: none, room: 90) == Size(width: 90, height: 30)
    )
    #expect(replacedSize(width: nil, height: nil, natural: ratioOnly, bounds: none) == Size(width: 225, height: 75))
    var heightOnly = NaturalSize()
    heightOnly.height = 50
    #expect(replacedSize(width: nil, height: nil, natural: heightOnly, bounds: none) == Size(width: 225, height: 50))
  }

  /// The ten rows of the table of 10.4, with both sides `auto`: min width, max width, min height, max height.
  @Test(
    "bounds keep the ratio as far as they can",
    arguments: [
      // w > max-width: 60 wide, 60 · 40/80 = 30 high; with a minimum of 35 that is the height.
      ([0, 60, 0, 999], [60, 30]), ([0, 60, 35, 999], [60, 35]),
      // w < min-width: 100 wide, 50 high; at most 45 high.
      ([100, 999, 0, 999], [100, 50]), ([100, 999, 0, 45], [100, 45]),
      // h > max-height: 20 high, 40 wide; at least 50 wide.
      ([0, 999, 0, 20], [40, 20]), ([50, 999, 0, 20], [50, 20]),
      // h < min-height: 60 high, 120 wide; at most 100 wide.
      ([0, 999, 60, 999], [120, 60]), ([0, 100, 60, 999], [100, 60]),
      // Both too large: 40/80 ≤ 30/40 shrinks by the width, 60/80 > 10/40 by the height.
      ([0, 40, 0, 30], [40, 20]), ([0, 60, 0, 10], [20, 10]),
      // Both too small: 120/80 ≤ 80/40 grows by the height, 200/80 > 60/40 by the width.
      ([120, 999, 80, 999], [160, 80]), ([200, 999, 60, 999], [200, 100]),
      // Too narrow and too high, too wide and too low: each side has its bound.
      ([100, 999, 0, 20], [100, 20]), ([0, 50, 60, 999], [50, 60]),
    ] as [([Double], [Double])]
  )
  func constraints(bounds: [Double], size: [Double]) {
    let limits = SizeBounds(minWidth: bounds[0], maxWidth: bounds[1], minHeight: bounds[2], maxHeight: bounds[3])
    let used = replacedSize(width: nil, height: nil, natural: natural, bounds: limits)
    #expect(used == Size(width: size[0], height: size[1]))
  }

  @Test("a minimum wins over a maximum")
  func minimumWins() {
    let bounds = SizeBounds(minWidth: 90, maxWidth: 50, minHeight: 0, maxHeight: .infinity)
    #expect(replacedSize(width: 70, height: 7, natural: natural, bounds: bounds) == Size(width: 90, height: 7))
    // 90 wide, 45 high.
    #expect(replacedSize(width: nil, height: nil, natural: natural, bounds: bounds) == Size(width: 90, height: 45))
  }
}
