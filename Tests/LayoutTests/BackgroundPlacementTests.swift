import Geometry
import Pictures
import Styles
import Testing

@testable import Layout

/// A picture of 30 by 20 in an area of 100 by 50 at 10, 10.
@Suite("Places of background images")
struct BackgroundPlacementTests {
  private let area = Rect(x: 10, y: 10, width: 100, height: 50)
  private let natural = NaturalSize(width: 30, height: 20)

  private func layer(
    _ size: BackgroundSize = .automatic,
    x: BackgroundRepeat.Axis = .repeat,
    y: BackgroundRepeat.Axis = .repeat,
    at position: RelativePosition = .zero
  ) -> BackgroundLayer {
    var tiling = BackgroundRepeat()
    (tiling.x, tiling.y) = (x, y)
    var layer = BackgroundLayer(.none)
    (layer.size, layer.tiling, layer.position) = (size, tiling, position)
    return layer
  }

  private func place(_ layer: BackgroundLayer, _ natural: NaturalSize? = nil) -> String {
    guard let found = placeBackground(layer, in: area, natural: natural ?? self.natural) else { return "none" }
    let tile = found.tile
    return "\(short(tile.left)),\(short(tile.top)) \(short(tile.size.width))×\(short(tile.size.height))"
      + " every \(short(found.period.width)),\(short(found.period.height))"
  }

  private func length(_ points: Double) -> LengthPercentage { LengthPercentage(points: points) }
  private func percent(_ percent: Double) -> LengthPercentage { LengthPercentage(percent: percent) }

  @Test("position percentages are of what the image leaves of the area")
  func positions() {
    #expect(place(layer()) == "10,10 30×20 every 30,20")
    // 10 + (100 - 30) / 2, 10 + (50 - 20) / 2.
    #expect(place(layer(x: .noRepeat, y: .noRepeat, at: .center)) == "45,25 30×20 every 0,0")
    let corner = RelativePosition(x: percent(100), y: length(-5))
    #expect(place(layer(x: .noRepeat, y: .noRepeat, at: corner)) == "80,5 30×20 every 0,0")
  }

  @Test("sizes by cover, contain, lengths and auto")
  func sizes() {
    // Ratio 1.5: 100 wide is 66.67 high, 50 high is 75 wide.
    #expect(place(layer(.cover)) == "10,10 100×66.67 every 100,66.67")
    #expect(place(layer(.contain)) == "10,10 75×50 every 75,50")
    #expect(place(layer(.size(width: length(15), height: nil))) == "10,10 15×10 every 15,10")
    #expect(place(layer(.size(width: nil, height: percent(80)))) == "10,10 60×40 every 60,40")
    #expect(place(layer(.size(width: percent(10), height: percent(10)))) == "10,10 10×5 every 10,5")
    #expect(place(layer(.size(width: length(0), height: nil))) == "none")
  }

  @Test("what has no size of its own fills the area; a ratio alone fits into it")
  func noSize() {
    #expect(place(layer(), NaturalSize()) == "10,10 100×50 every 100,50")
    #expect(place(layer(.contain), NaturalSize()) == "10,10 100×50 every 100,50")
    #expect(place(layer(.size(width: length(20), height: nil)), NaturalSize()) == "10,10 20×50 every 20,50")
    var ratio = NaturalSize()
    ratio.ratio = 4
    #expect(place(layer(), ratio) == "10,10 100×25 every 100,25")
  }

  @Test("round changes the size, space the distance")
  func repetition() {
    // 100 / 30 = 3.33: three of 33.33, as high as the ratio says; 50 / 20 = 2.5: three of 16.67.
    #expect(place(layer(x: .round)) == "10,10 33.33×22.22 every 33.33,22.22")
    #expect(place(layer(x: .round, y: .round)) == "10,10 33.33×16.67 every 33.33,16.67")
    // Three of 30 leave 10: 5 between them. Two of 20 leave 10 between them.
    #expect(place(layer(x: .space, y: .space)) == "10,10 30×20 every 35,30")
    // One of 60 fits: it stands where background-position says.
    let wide = layer(.size(width: length(60), height: length(20)), x: .space, at: .center)
    #expect(place(wide) == "30,25 60×20 every 0,20")
  }

  @Test(
    "object-fit and object-position",
    arguments: [
      (ObjectFit.fill, "10,10 100×50"), (.contain, "22.5,10 75×50"), (.cover, "10,1.67 100×66.67"),
      (.none, "45,25 30×20"), (.scaleDown, "45,25 30×20"),
    ]
  )
  func objects(fit: ObjectFit, wanted: String) {
    let rect = objectRect(of: natural, in: area, fit: fit, position: .center)
    #expect("\(short(rect.left)),\(short(rect.top)) \(short(rect.size.width))×\(short(rect.size.height))" == wanted)
  }

  @Test("a picture larger than its box is scaled down by scale-down")
  func scaleDown() {
    let large = NaturalSize(width: 300, height: 100)
    let rect = objectRect(of: large, in: area, fit: .scaleDown, position: .zero)
    // 100 by 33.33.
    #expect(rect.size.width == 100 && abs(rect.size.height - 100.0 / 3) < 1e-9)
  }
}
