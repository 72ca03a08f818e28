package import Values

/// What files say, checked and complete, in their order.
package struct KPIBatch: Sendable {
  /// One thing said, and where.
  package struct Entry<Content: Sendable & Equatable>: Sendable {
    /// Whose, of what, when.
    package var key: KPIData.Place
    /// What is said; `nil` is "not known", or "there is none".
    package var content: Content?
    /// Where it is said.
    package var place: ValuePlace?
  }

  /// Settings by name, each a number.
  package var settings: [(name: String, number: Decimal)] = []
  /// Organisations as they are to be, each once.
  package var organisations: [Organisation] = []
  /// Indicators as they are to be, each once.
  package var indicators: [Indicator] = []
  /// Targets, each place once.
  package var targets: [Entry<Target>] = []
  /// Values, each place once.
  package var values: [Entry<Decimal>] = []
  /// Comments, each place once.
  package var comments: [Entry<String>] = []

  /// Nothing.
  package init() {}

  /// The data with all of it put in.
  package func applied(to data: KPIData) -> KPIData {
    var result = data
    for setting in settings { _ = result.settings.set(setting.name, setting.number) }
    replace(&result.organisations, with: organisations, by: \.code)
    replace(&result.indicators, with: indicators, by: \.code)
    for entry in targets { result.targets[entry.key] = entry.content }
    for entry in values { result.values[entry.key] = entry.content }
    for entry in comments { result.comments[entry.key] = entry.content }
    return result
  }
}

/// How files are read.
package struct KPIReading: Sendable {
  /// How a dot in a number is understood.
  package var numbers = NumberStyle.careful
  /// The organisation of rows that name none.
  package var organisation: String?
  /// The period of rows that name none.
  package var period: Period?
  /// Whether an organisation that is not known is added, its name being its code.
  package var addsOrganisations = false

  /// The reading of files that say everything themselves.
  package init() {}
}

/// Puts each of `changed` in the place of the one with the same key, or at the end.
private func replace<Item>(_ items: inout [Item], with changed: [Item], by key: (Item) -> String) {
  var places: [String: Int] = [:]
  for (index, item) in items.enumerated() { places[key(item)] = index }
  for item in changed {
    if let index = places[key(item)] {
      items[index] = item
    } else {
      places[key(item)] = items.count
      items.append(item)
    }
  }
}
