import Geometry
import Styles
import Testing

@testable import Layout

/// Colours run from black to white unless a test is about them.
@Suite("Gradients")
struct GradientTests {
  private func stop(_ percent: Double?, _ color: Color? = .black) -> GradientStop {
    GradientStop(color: color, position: percent.map { LengthPercentage(percent: $0) })
  }

  private func offsets(_ stops: [GradientStop], length: Double = 100) -> [Double] {
    resolveStops(stops, length: length).map { ($0.offset * 1000).rounded() / 1000 }
  }

  @Test("stops without a place are spread, and none stands before the one above it (CSS Images 3, 3.4.3)")
  func places() {
    #expect(offsets([stop(nil), stop(nil)]) == [0, 1])
    #expect(offsets([stop(nil), stop(nil), stop(nil)]) == [0, 0.5, 1])
    #expect(offsets([stop(40), stop(nil), stop(nil), stop(70), stop(nil)]) == [0.4, 0.5, 0.6, 0.7, 1])
    #expect(offsets([stop(nil), stop(60), stop(20), stop(nil)]) == [0, 0.6, 0.6, 1])
    #expect(offsets([stop(20), stop(0), stop(40)]) == [0.2, 0.2, 0.4])
    #expect(offsets([stop(-20), stop(nil), stop(120)]) == [-0.2, 0.5, 1.2])
    // The last has no place of its own and may not go back: 150 %.
    #expect(offsets([stop(nil), stop(150), stop(nil)]) == [0, 1.5, 1.5])
  }

  @Test("lengths are shares of the line: 30 pt of 60 pt are 0.5")
  func lengths() {
    let stops = [stop(nil), GradientStop(color: .white, position: LengthPercentage(points: 30)), stop(nil)]
    #expect(offsets(stops, length: 60) == [0, 0.5, 1])
  }

  @Test("a hint is where the two colours are half and half")
  func hint() throws {
    let stops = resolveStops([stop(0, .black), stop(25, nil), stop(100, .white)], length: 100)
    // At a quarter: (1/4) ^ (log 0.5 / log 0.25) = 0.5.
    let middle = try #require(stops.first { abs($0.offset - 0.25) < 1e-9 })
    #expect(abs(middle.color.red - 0.5) < 1e-9)
    let atStart = resolveStops([stop(0, .black), stop(0, nil), stop(100, .white)], length: 100)
    #expect(atStart.map(\.color.red) == [0, 1, 1])
  }

  @Test("colours are mixed by premultiplied channels: red fades to nothing without turning grey")
  func premultiplied() {
    let red = Color(red: 1, green: 0, blue: 0)
    #expect(mixed(red, .transparent, share: 0.5) == Color(red: 1, green: 0, blue: 0, alpha: 0.5))
    let span = fill(resolveStops([stop(0, red), stop(100, .transparent)], length: 1), isRepeating: false, reach: 1)
    #expect(span.stops.allSatisfy { $0.color.red == 1 && $0.color.green == 0 })
    #expect(span.stops.last?.color.alpha == 0)
  }

  @Test("a repeated gradient is written out as far as the image reaches")
  func repeated() {
    let span = fill(
      resolveStops([stop(10, .black), stop(35, .white)], length: 1),
      isRepeating: true,
      reach: 1
    )
    // Periods of 0.25 from -0.15 to 1.1: five of two stops each.
    #expect(abs(span.start + 0.15) < 1e-9)
    #expect(abs(span.end - 1.1) < 1e-9)
    #expect(span.stops.count == 10)
  }

  @Test("a repeated gradient without length is the mean of its colours")
  func noLength() {
    let span = fill(resolveStops([stop(50, .black), stop(50, .white)], length: 1), isRepeating: true, reach: 1)
    #expect(span.stops.map(\.color.red) == [0.5, 0.5])
  }

  @Test("a gradient line ends where its perpendicular meets the corners")
  func lines() {
    let size = Size(width: 40, height: 20)
    let down = gradientLine(.angle(180), size: size)
    #expect(down.from == Point(x: 20, y: 0) && down.to == Point(x: 20, y: 20))
    let right = gradientLine(.angle(90), size: size)
    #expect(right.from == Point(x: 0, y: 10) && right.to == Point(x: 40, y: 10))
    let slanted = gradientLine(.angle(45), size: size)
    // |40 sin 45°| + |20 cos 45°| = 42.43: 15 to each side of the middle in x and in y.
    #expect(abs(slanted.to.x - 35) < 1e-9 && abs(slanted.to.y + 5) < 1e-9)
    let corner = gradientLine(.corner(isRight: true, isBottom: true), size: size)
    // Direction (20, 40) / √2000: half the length is (40 · 20 + 20 · 40) / √2000 / 2.
    #expect(abs(corner.to.x - 28) < 1e-9 && abs(corner.to.y - 26) < 1e-9)
  }

  @Test("ending shapes reach sides or corners (CSS Images 3, 3.2.1)")
  func shapes() {
    let size = Size(width: 100, height: 60)
    let center = Point(x: 30, y: 20)
    func radii(_ extent: RadialShape.Extent, isCircle: Bool) -> Size {
      let shape = RadialShape(isCircle: isCircle, extent: extent, center: .center)
      let found = endingRadii(shape, center: center, size: size)
      return Size(width: (found.width * 100).rounded() / 100, height: (found.height * 100).rounded() / 100)
    }
    // To the left 30, right 70, top 20, bottom 40.
    #expect(radii(.closestSide, isCircle: true) == Size(width: 20, height: 20))
    #expect(radii(.farthestSide, isCircle: true) == Size(width: 70, height: 70))
    // √(30² + 20²) = 36.06; √(70² + 40²) = 80.62.
    #expect(radii(.closestCorner, isCircle: true) == Size(width: 36.06, height: 36.06))
    #expect(radii(.farthestCorner, isCircle: true) == Size(width: 80.62, height: 80.62))
    #expect(radii(.closestSide, isCircle: false) == Size(width: 30, height: 20))
    // √2 times 70 and 40.
    #expect(radii(.farthestCorner, isCircle: false) == Size(width: 98.99, height: 56.57))
  }
}
