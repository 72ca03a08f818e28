public import Diagnostics
public import Geometry

/// A chart as its element describes it: values only, no places.
public struct Chart: Sendable, Hashable {
  /// What kind of chart it is.
  public var kind: ChartKind
  /// Whether bars stand or lie.
  public var direction = ChartDirection.vertical
  /// Whether the bars of several series stand beside or on each other.
  public var arrangement = ChartArrangement.grouped
  /// Which values are printed.
  public var values = ChartValues.auto
  /// Whether there is a legend where there is something to tell apart.
  public var hasLegend = true
  /// What the values count, such as `%`.
  public var unit = ""
  /// The chart's name in its text alternative.
  public var title = ""
  /// The text alternative where the element gives one; "" is decoration.
  public var alternative: String?
  /// How far the axis reaches at least; exactly, for a gauge.
  public var minimum: ChartNumber?
  /// See `minimum`.
  public var maximum: ChartNumber?
  /// Ends of the grounds behind a bullet's or a gauge's value, from the lowest.
  public var bands: [ChartNumber] = []
  /// The series in order; all have as many values as there are categories.
  public var series: [ChartSeries] = []
  /// What stands on the axis, in order.
  public var categories: [ChartCategory] = []
  /// Lines across the chart.
  public var references: [ChartReference] = []
  /// The element's start tag.
  public var span: SourceSpan?

  /// A chart without values.
  public init(kind: ChartKind) {
    self.kind = kind
  }
}

/// The kinds of charts.
public enum ChartKind: String, Sendable, Hashable, CaseIterable {
  case bar, line, pie, donut, gauge, bullet, sparkline
}

/// Which way bars grow.
public enum ChartDirection: String, Sendable, Hashable, CaseIterable {
  case vertical, horizontal
}

/// How the bars of several series stand.
public enum ChartArrangement: String, Sendable, Hashable, CaseIterable {
  case grouped, stacked
}

/// Which values are printed on a chart.
public enum ChartValues: String, Sendable, Hashable, CaseIterable {
  /// Those that have room.
  case auto
  /// All; those without room are reported.
  case all
  /// None.
  case none
}

/// A place on a chart's axis.
public struct ChartCategory: Sendable, Hashable {
  /// What stands there.
  public var label: String
  /// The label in the template.
  public var span: SourceSpan?
}

/// Values that belong together: bars of one pattern, one line, one pie.
public struct ChartSeries: Sendable, Hashable {
  /// What the legend says; empty for a series without a name.
  public var name = ""
  /// The name in the template.
  public var span: SourceSpan?
  /// Its mark where it is not that of the palette.
  public var look = ChartLook()
  /// One value a category, in the order of categories; `nil` where there is none.
  public var values: [ChartValue?] = []
}

/// What an author may say of a mark's look.
public struct ChartLook: Sendable, Hashable {
  /// Its colour.
  public var color: Color?
  /// Its pattern.
  public var pattern: Pattern?
}

/// A point of a series.
public struct ChartValue: Sendable, Hashable {
  /// How much.
  public var number: ChartNumber?
  /// What was to be reached.
  public var target: ChartNumber?
  /// Its mark where it is not that of its series.
  public var look = ChartLook()
}

/// A line across the chart at a value.
public struct ChartReference: Sendable, Hashable {
  /// Where.
  public var number: ChartNumber
  /// What it is called.
  public var label: String
}
