import Values
import Vietnamese

/// A run's period as templates see it, under the name `period`: key, kind, title, year, number in the year, and days as
/// texts such as 2026-05-15.
func periodValue(_ run: DueRun) -> Value {
  let period = run.period
  var map = ValueMap()
  map["key"] = Value(.text(period.key))
  map["kind"] = Value(.text(period.cadence.rawValue))
  map["title"] = Value(.text(period.title))
  map["year"] = Value(.number(Decimal(period.year)))
  map["number"] = Value(.number(Decimal(period.index)))
  map["from"] = Value(.text(run.firstDay.isoForm))
  map["to"] = Value(.text(run.lastDay.isoForm))
  map["due"] = Value(.text(run.local.date.isoForm))
  return Value(.map(map))
}
