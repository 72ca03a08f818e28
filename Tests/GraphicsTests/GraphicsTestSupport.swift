import Diagnostics
import Fonts
import Geometry
import Graphics
import TestSupport
import Text

/// A style of 10 points in the square font: every character is 10 points wide, capitals are 8 points high.
func squareStyle(_ library: FontLibrary) -> GraphicStyle {
  let faces = library.resolve(families: [SquareFont.family], weight: 400, slant: .normal)
  return GraphicStyle(
    text: TextStyle(faces: faces, size: 10),
    ascent: 0.8,
    descent: 0.2,
    capHeight: 0.8,
    color: .black
  )
}

/// Draws a graphic in the square font.
func draw(_ graphic: Graphic, size: Size, _ found: inout DiagnosticList) throws -> Drawing {
  let library = try SquareFont.library()
  let shaper = ParagraphShaper(fonts: library)
  return graphic.draw(size: size, style: squareStyle(library), shaper: shaper, diagnostics: &found)
}

/// Draws a graphic about which nothing is to be reported.
func draw(_ graphic: Graphic, size: Size) throws -> Drawing {
  var found = DiagnosticList()
  let drawing = try draw(graphic, size: size, &found)
  guard found.all.isEmpty else { throw Reported(found: found) }
  return drawing
}

struct Reported: Error {
  var found: DiagnosticList
}

/// The closed pieces of all paths that have four corners.
func boxes(of drawing: Drawing) -> [Rect] {
  var result: [Rect] = []
  var points: [Point] = []
  for step in drawing.steps {
    switch step {
    case .move(let point): points = [point]
    case .line(let point): points.append(point)
    case .curve: points = []
    case .close:
      guard points.count == 4 else { continue }
      let size = Size(width: points[2].x - points[0].x, height: points[2].y - points[0].y)
      result.append(Rect(x: points[0].x, y: points[0].y, width: size.width, height: size.height))
    }
  }
  return result
}

/// The texts of a drawing with the places of their first glyphs.
func texts(of drawing: Drawing) -> [String] {
  drawing.texts.map { text in
    String(decoding: drawing.placed.utf8[Int(text.utf8.lowerBound)..<Int(text.utf8.upperBound)], as: UTF8.self)
  }
}

/// A chart of its attributes, its series and their points: label, value; `nil` leaves the attribute out.
func chartElement(_ attributes: [String: String], _ series: [(String, [(String, String?)])]) -> GraphicElement {
  var chart = GraphicElement(name: "vb:chart")
  chart.attributes = attributes.sorted { $0.key < $1.key }.map { GraphicAttribute(name: $0.key, value: $0.value) }
  for (name, points) in series {
    var element = GraphicElement(name: "vb:series")
    if !name.isEmpty { element.attributes = [GraphicAttribute(name: "name", value: name)] }
    for (label, value) in points {
      var point = GraphicElement(name: "vb:point")
      point.attributes = [GraphicAttribute(name: "label", value: label)]
      if let value { point.attributes.append(GraphicAttribute(name: "value", value: value)) }
      element.children.append(point)
    }
    chart.children.append(element)
  }
  return chart
}
