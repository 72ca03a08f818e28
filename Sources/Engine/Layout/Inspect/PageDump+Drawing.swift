import Geometry
import Graphics
import Text

/// The display list of a chart or a code: one line a shape, then one a text.
extension PageDump {
  func lines(of drawing: DrawingPaint, on page: Page) -> [String] {
    drawing.shapes.map { line(of: page.shapes[Int($0)], on: page) }
      + drawing.texts.map { line(ofText: Int($0), on: page) }
  }

  private func line(of shape: Shape, on page: Page) -> String {
    let steps = page.steps[Int(shape.steps.lowerBound)..<Int(shape.steps.upperBound)]
    var points: [Point] = []
    for step in steps {
      switch step {
      case .move(let point), .line(let point): points.append(point)
      case .curve(_, _, let end): points.append(end)
      case .close: break
      }
    }
    let corner = Point(x: points.map(\.x).min() ?? 0, y: points.map(\.y).min() ?? 0)
    let extent = Size(
      width: (points.map(\.x).max() ?? 0) - corner.x,
      height: (points.map(\.y).max() ?? 0) - corner.y
    )
    var result = "path \(steps.count) \(point(corner)) \(size(extent))"
    if let fill = shape.fill {
      result += " fill \(hexadecimal(fill.ground))"
      if fill.pattern != .solid { result += " \(fill.pattern.rawValue) \(hexadecimal(fill.ink))" }
    }
    guard let stroke = shape.stroke else { return result }
    let dashes = stroke.dashes.map(fixed).joined(separator: " ")
    return result + " stroke \(fixed(stroke.width)) \(hexadecimal(stroke.color))"
      + (dashes.isEmpty ? "" : " dashed \(dashes)")
  }

  private func line(ofText index: Int, on page: Page) -> String {
    let text = page.texts[index]
    let bytes = page.placed.utf8[Int(text.utf8.lowerBound)..<Int(text.utf8.upperBound)]
    let place = text.glyphs.isEmpty ? nil : page.placed.glyphs[Int(text.glyphs.lowerBound)]
    let start = place.map { " " + point(Point(x: $0.x, y: $0.y)) } ?? ""
    return "text\(start) \(fixed(text.size)) \(hexadecimal(text.color)) \"\(String(decoding: bytes, as: UTF8.self))\""
  }

  private func hexadecimal(_ color: Color) -> String {
    [color.red, color.green, color.blue].reduce("#") { text, channel in
      let digits = String(Int((channel * 255).rounded()), radix: 16)
      return text + (digits.utf8.count < 2 ? "0" : "") + digits
    }
  }
}
