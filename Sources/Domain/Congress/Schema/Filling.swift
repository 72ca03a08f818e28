import Values

/// A normalised record with every key of its table: null where the data has none, an empty list for lists, a record of
/// nulls for records.
///
/// Templates can then ask for any documented key without a mistake.
func filled(_ value: Value, _ table: RecordTable) -> Value {
  guard var map = value.map else { return value }
  for field in table.fields {
    switch (field.kind, map[field.key]) {
    case (.record(let inner), let present): map[field.key] = filled(present ?? Value(.map(ValueMap())), inner)
    case (.records(let inner), let present?), (.recordsOrCount(let inner), let present?):
      guard let items = present.list else { continue }
      map[field.key] = Value(.list(items.map { filled($0, inner) }), place: present.place)
    case (.records, nil), (.texts, nil), (.counts, nil): map[field.key] = Value(.list([]))
    case (.choice, nil):
      map[field.key] = Value(.null)
      map[field.wordsKey] = Value(.null)
    case (_, nil): map[field.key] = Value(.null)
    default: continue
    }
  }
  return Value(.map(map), place: value.place)
}
