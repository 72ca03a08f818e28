import Geometry

/// The values printed on a chart's marks, kept apart from each other.
struct ValuePrinter {
  struct Printed {
    var label: Label
    var place: Point
    var anchor: Anchor
    var color: Color?
    /// White behind the text and over its mark, where a pattern would make it hard to read.
    var plate: Rect?
    /// White behind the text and under the marks, which keeps lines across the chart off the figures.
    var ground: Rect?
  }

  private(set) var values: [Printed] = []
  /// How many had no room.
  private(set) var leftOut = 0
  private var taken: [Rect] = []

  /// A value above or below a mark, in the middle of `x`; left out where another is.
  ///
  /// `others` are marks that it must not stand on.
  mutating func add(_ label: Label, x: Double, baseline: Double, capHeight: Double, others: [Rect] = []) {
    let text = Rect(x: x - label.width / 2, y: baseline - capHeight, width: label.width, height: capHeight)
    let plate = text.grown(by: capHeight * 0.2)
    guard !others.contains(where: { $0.intersects(text) }) else {
      leftOut += 1
      return
    }
    guard take(plate) else { return }
    let place = Point(x: x, y: baseline)
    values.append(Printed(label: label, place: place, anchor: Anchor(.center, .baseline), ground: text.grown(by: 0.6)))
  }

  /// A value that starts at `place`, level with the middle of its mark.
  mutating func add(_ label: Label, at place: Point, _ anchor: Anchor, capHeight: Double) {
    let left = anchor.horizontal == .right ? place.x - label.width : place.x
    let text = Rect(x: left, y: place.y - capHeight / 2, width: label.width, height: capHeight)
    values.append(Printed(label: label, place: place, anchor: anchor, ground: text.grown(by: 0.6)))
  }

  /// A value in the middle of a mark; left out where the mark is smaller.
  mutating func add(_ label: Label, inside rect: Rect, mark: Mark, em: Double) {
    let plate = Rect(
      x: rect.left + (rect.size.width - label.width) / 2 - 0.15 * em,
      y: rect.top + rect.size.height / 2 - 0.5 * em,
      width: label.width + 0.3 * em,
      height: em
    )
    guard plate.left >= rect.left, plate.size.height <= rect.size.height + 0.05 * em, take(plate) else {
      if plate.left < rect.left || plate.size.height > rect.size.height { leftOut += 1 }
      return
    }
    let middle = Point(x: rect.left + rect.size.width / 2, y: rect.top + rect.size.height / 2)
    let isPlain = mark.fill.pattern == .solid
    values.append(
      Printed(
        label: label,
        place: middle,
        anchor: Anchor(.center, .middle),
        color: isPlain ? mark.contrast : .black,
        plate: isPlain ? nil : plate
      )
    )
  }

  /// Counts values for which no room was looked for.
  mutating func leaveOut(_ count: Int) {
    leftOut += count
  }

  /// Whether nothing stands there yet; it does afterwards.
  ///
  /// The nearest neighbours are the last ones: values come in the order of their places.
  mutating func take(_ rect: Rect) -> Bool {
    guard !taken.suffix(64).contains(where: { $0.intersects(rect) }) else {
      leftOut += 1
      return false
    }
    taken.append(rect)
    return true
  }
}

extension ChartSetter {
  /// Clears the ground of values that have room, before marks are drawn; reports what has none.
  ///
  /// Values that are printed on some bars only would mislead: where one is missing, none is printed, unless all were
  /// asked for or they stand inside pieces.
  mutating func prepare(_ printer: inout ValuePrinter) {
    if printer.leftOut > 0, chart.values == .all {
      reportLeftOut(
        "\(printer.leftOut) values of the chart have no room",
        span: nil,
        help: "make the chart larger, or write direction=\"horizontal\""
      )
    }
    if printer.leftOut > 0, chart.values != .all, !isStacked { printer = ValuePrinter() }
    for value in printer.values {
      if let ground = value.ground { drawing.add(.rectangle(ground), fill: Fill(.white)) }
    }
  }

  /// Draws the values over the marks.
  mutating func draw(_ printer: ValuePrinter) {
    for value in printer.values {
      if let plate = value.plate { drawing.add(.rectangle(plate), fill: Fill(.white)) }
      letters.place(value.label, at: value.place, value.anchor, color: value.color, into: &drawing)
    }
  }
}

extension Rect {
  /// The rectangle with more room on all sides.
  func grown(by distance: Double) -> Rect {
    Rect(
      x: left - distance,
      y: top - distance,
      width: size.width + 2 * distance,
      height: size.height + 2 * distance
    )
  }

  /// Whether two rectangles share an area.
  func intersects(_ other: Rect) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
