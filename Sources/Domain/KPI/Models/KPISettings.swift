package import Values

/// What offices settle differently, with what holds where nothing is said.
package struct KPISettings: Sendable, Equatable {
  /// The days that a period covers.
  package var window = ReportingWindow.decree
  /// A target is met from so many percent of it.
  ///
  /// No national threshold was found; 100 and 90 are what is usual.
  package var met = Decimal(100)
  /// A target is nearly met from so many percent of it.
  package var nearly = Decimal(90)
  /// A target "about x" is met within so many percent of x.
  package var tolerance = Decimal(5)
  /// Digits after the decimal mark of percentages that are worked out, 0 to 6.
  package var percentPlaces = 1

  /// The settings that hold where nothing is said.
  package init() {}
}

extension KPISettings {
  /// The names of all settings, in the order in which they are written.
  package static let names = ["window", "met", "nearly", "tolerance", "percent_places"]

  /// The value of a setting as it is written.
  package func text(of name: String) -> String? {
    switch name {
    case "window": String(window.firstDay)
    case "met": met.description
    case "nearly": nearly.description
    case "tolerance": tolerance.description
    case "percent_places": String(percentPlaces)
    default: nil
    }
  }

  /// Sets one; `nil` where all is well, else what would be right.
  package mutating func set(_ name: String, _ number: Decimal) -> String? {
    switch name {
    case "window":
      guard let day = number.integer, let window = ReportingWindow(firstDay: day) else {
        return "write the day on which a month's report begins, 1 to 28 (1 is the calendar month)"
      }
      self.window = window
    case "met", "nearly", "tolerance":
      guard number >= .zero, number <= Decimal(1000) else { return "write percent, 0 to 1000" }
      if name == "met" { met = number } else if name == "nearly" { nearly = number } else { tolerance = number }
    case "percent_places":
      guard let places = number.integer, (0...6).contains(places) else { return "write 0 to 6" }
      percentPlaces = places
    default: return "the settings are \(Self.names.joined(separator: ", "))"
    }
    return nil
  }
}
