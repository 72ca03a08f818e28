public import Fonts
public import Geometry
public import Text

/// A graphic as vector commands: shapes first, then texts on top of them, in points, y down, from its left top corner.
///
/// Everything is in flat arrays.
public struct Drawing: Sendable {
  /// The shapes in paint order.
  public var shapes: [Shape] = []
  /// The paths of all shapes, shape by shape.
  public var steps: [PathStep] = []
  /// The texts, painted after all shapes.
  public var texts: [DrawnText] = []
  /// The glyphs of all texts, text by text.
  public var placed = PlacedText()

  /// Nothing drawn.
  public init() {}
}

/// One step of a path.
public enum PathStep: Sendable, Hashable {
  /// Begins a new piece of the path.
  case move(Point)
  /// A straight line.
  case line(Point)
  /// A cubic Bézier curve: two control points and the end.
  case curve(Point, Point, Point)
  /// Back to where the piece began.
  case close
}

/// A path that is filled, stroked, or both.
public struct Shape: Sendable, Hashable {
  /// Into the drawing's `steps`.
  public var steps: Range<Int32>
  /// How its inside is filled; `nil` for not at all.
  public var fill: Fill?
  /// How its outline is drawn; `nil` for not at all.
  public var stroke: Stroke?

  /// A shape of its parts.
  public init(steps: Range<Int32>, fill: Fill?, stroke: Stroke?) {
    self.steps = steps
    self.fill = fill
    self.stroke = stroke
  }
}

/// A fill: a ground, and a pattern in ink over it, so that neighbours differ on a photocopy too.
public struct Fill: Sendable, Hashable {
  /// The colour of the ground.
  public var ground: Color
  /// What is drawn over the ground.
  public var pattern: Pattern
  /// The colour of the pattern.
  public var ink: Color

  /// A fill of its parts; without more, one plain colour.
  public init(_ ground: Color, pattern: Pattern = .solid, ink: Color = .black) {
    self.ground = ground
    self.pattern = pattern
    self.ink = ink
  }
}

/// What is drawn over a fill's ground.
public enum Pattern: String, Sendable, Hashable, CaseIterable {
  /// Nothing.
  case solid
  /// Lines that rise to the right.
  case hatch
  /// Lines that fall to the right.
  case backhatch
  /// Both.
  case crosshatch
  /// Level lines.
  case horizontal
  /// Upright lines.
  case vertical
  /// Level and upright lines.
  case grid
  /// Dots.
  case dots
}

/// A line along a path.
public struct Stroke: Sendable, Hashable {
  /// Its colour.
  public var color: Color
  /// Its thickness in points.
  public var width: Double
  /// Lengths of dashes and gaps in turn; empty for a whole line.
  public var dashes: [Double]
  /// Whether ends and corners are round.
  public var isRound: Bool

  /// A line of its parts; without more, whole and with square ends.
  public init(_ color: Color, width: Double, dashes: [Double] = [], isRound: Bool = false) {
    self.color = color
    self.width = width
    self.dashes = dashes
    self.isRound = isRound
  }
}

/// A stretch of text in one face, size and colour.
public struct DrawnText: Sendable, Hashable {
  /// The face.
  public var face: FaceID
  /// Font size in points.
  public var size: Double
  /// Its colour.
  public var color: Color
  /// Into `placed.glyphs`.
  public var glyphs: Range<Int32>
  /// Into `placed.clusters`.
  public var clusters: Range<Int32>
  /// Into `placed.utf8`.
  public var utf8: Range<Int32>

  /// A text of its parts.
  public init(
    face: FaceID,
    size: Double,
    color: Color,
    glyphs: Range<Int32>,
    clusters: Range<Int32>,
    utf8: Range<Int32>
  ) {
    self.face = face
    self.size = size
    self.color = color
    self.glyphs = glyphs
    self.clusters = clusters
    self.utf8 = utf8
  }
}
