import Geometry

/// How a series is told from the others: by colour, and on a photocopy by pattern, dashes and marker.
struct Mark {
  var fill: Fill
  /// The colour of lines and outlines.
  var ink: Color
  /// Dashes of its line in line widths.
  var dashes: [Double]
  var marker: Marker

  enum Marker: CaseIterable {
    case circle, square, triangle, diamond, hollowCircle, hollowSquare
  }

  /// The mark of the series at `index`, from 0, with what its author wishes.
  init(_ index: Int, look: ChartLook = ChartLook()) {
    let entry = palette[index % palette.count]
    ink = look.color ?? entry.ink
    let pattern = look.pattern ?? entry.pattern
    let ground = pattern == .solid ? ink : ink.tinted(by: entry.tint)
    fill = Fill(ground, pattern: pattern, ink: ink)
    if pattern == .solid, look.color == nil, look.pattern == nil { fill = Fill(entry.ground) }
    dashes = lineDashes[index % lineDashes.count]
    marker = Marker.allCases[index % Marker.allCases.count]
  }

  /// The same with what the author wishes for one point.
  func with(_ look: ChartLook) -> Mark {
    guard look.color != nil || look.pattern != nil else { return self }
    var result = self
    let pattern = look.pattern ?? fill.pattern
    result.ink = look.color ?? ink
    result.fill = Fill(pattern == .solid ? result.ink : result.ink.tinted(by: 0.85), pattern: pattern, ink: result.ink)
    return result
  }

  /// The outline that parts a mark from its neighbours and holds a pattern together.
  func outline(em: Double) -> Stroke {
    Stroke(ink, width: 0.06 * em)
  }

  /// Black or white, whichever is read better on the fill.
  var contrast: Color {
    fill.ground.luminance > 0.4 ? .black : .white
  }
}

private struct PaletteEntry {
  var ink: Color
  var ground: Color
  var pattern: Pattern
  var tint: Double
}

/// Neighbours differ in lightness by pattern and ground: dark, hatched, light, dotted, mid, crosshatched, level, upright lines.
private let palette: [PaletteEntry] = [
  entry(0x1F3A5F, 0x1F3A5F, .solid),
  entry(0xB3541E, 0xFBEEE5, .hatch),
  entry(0x4F6F8F, 0xC3D2E0, .solid),
  entry(0x2F6B3A, 0xEAF3EB, .dots),
  entry(0x6E7480, 0x8A919C, .solid),
  entry(0x7A2E4D, 0xF6EAF0, .crosshatch),
  entry(0x8A6D1A, 0xFAF4DF, .horizontal),
  entry(0x24707A, 0xE6F2F3, .vertical),
  entry(0x5B3F8C, 0xEFEAF7, .backhatch),
  entry(0x404040, 0xF2F2F2, .grid),
]

private let lineDashes: [[Double]] = [[], [5, 2.5], [1.5, 2], [8, 2, 1.5, 2], [3, 1.5], [10, 3]]

private func entry(_ ink: Int, _ ground: Int, _ pattern: Pattern) -> PaletteEntry {
  PaletteEntry(ink: Color(hexadecimal: ink), ground: Color(hexadecimal: ground), pattern: pattern, tint: 0.9)
}

extension Color {
  /// A colour of 0xRRGGBB.
  init(hexadecimal value: Int) {
    self.init(
      red: Double(value >> 16 & 255) / 255,
      green: Double(value >> 8 & 255) / 255,
      blue: Double(value & 255) / 255
    )
  }

  /// Nearer to white: 0 is the colour itself, 1 is white.
  func tinted(by share: Double) -> Color {
    Color(
      red: red + (1 - red) * share,
      green: green + (1 - green) * share,
      blue: blue + (1 - blue) * share,
      alpha: alpha
    )
  }

  /// How light it looks, from 0 to 1: what a photocopier makes of it, by the weights of BT.709.
  var luminance: Double {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
}

/// The greys of a chart's furniture.
enum Furniture {
  static let grid = Color(hexadecimal: 0xC8C8C8)
  static let axis = Color(hexadecimal: 0x404040)
  static let track = Color(hexadecimal: 0xE4E4E4)
}
