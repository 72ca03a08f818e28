import GRDB
import Values

extension Recorder {
  /// Writes the settings, organisations and indicators that are new or different; new ones come last in order.
  mutating func recordDefinitions(_ batch: KPIBatch, over definitions: KPIData) throws {
    var settings = definitions.settings
    for setting in batch.settings {
      let before = settings.text(of: setting.name)
      _ = settings.set(setting.name, setting.number)
      let after = settings.text(of: setting.name)
      if before == after {
        outcome.definitions.unchanged += 1
        continue
      }
      outcome.definitions.changed += 1
      try database.execute(
        sql: "INSERT INTO kpi_setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        arguments: [setting.name, after]
      )
    }
    let organisations = Dictionary(definitions.organisations.map { ($0.code, $0) }) { first, _ in first }
    for organisation in batch.organisations where count(organisation, organisations[organisation.code]) {
      try write(organisation)
    }
    let indicators = Dictionary(definitions.indicators.map { ($0.code, $0) }) { first, _ in first }
    for indicator in batch.indicators where count(indicator, indicators[indicator.code]) { try write(indicator) }
  }

  /// Counts a definition; whether it is to be written.
  private mutating func count<Definition: Equatable>(_ new: Definition, _ old: Definition?) -> Bool {
    if old == new {
      outcome.definitions.unchanged += 1
      return false
    }
    if old == nil { outcome.definitions.added += 1 } else { outcome.definitions.changed += 1 }
    return true
  }

  private func write(_ organisation: Organisation) throws {
    try database.execute(
      sql: """
        INSERT INTO kpi_organisation (code, ordinal, name, superior, symbol, place, authority, post, signer)
        VALUES (?, (SELECT coalesce(max(ordinal), 0) + 1 FROM kpi_organisation), ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (code) DO UPDATE SET name = excluded.name, superior = excluded.superior, symbol = excluded.symbol,
          place = excluded.place, authority = excluded.authority, post = excluded.post, signer = excluded.signer
        """,
      arguments: [
        organisation.code, organisation.name, organisation.superior, organisation.symbol, organisation.place,
        organisation.authority, organisation.post, organisation.signer,
      ]
    )
  }

  private func write(_ indicator: Indicator) throws {
    try database.execute(
      sql: """
        INSERT INTO kpi_indicator (code, ordinal, name, unit, direction, places, aggregation, pace, headline)
        VALUES (?, (SELECT coalesce(max(ordinal), 0) + 1 FROM kpi_indicator), ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (code) DO UPDATE SET name = excluded.name, unit = excluded.unit, direction = excluded.direction,
          places = excluded.places, aggregation = excluded.aggregation, pace = excluded.pace,
          headline = excluded.headline
        """,
      arguments: [
        indicator.code, indicator.name, indicator.unit, indicator.direction.rawValue, indicator.places,
        indicator.aggregation.rawValue, indicator.givenPace?.rawValue, indicator.isHeadline,
      ]
    )
  }
}
