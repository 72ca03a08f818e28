import Values
import Vietnamese

/// A person as a list names them.
struct Person: Sendable {
  var name: Placed<String>
  /// The name for comparing.
  var key: String
  var post: String?
  var unit: String?
  var birthDate: Placed<CalendarDate>?
  var birthYear: Int?
  /// The place in a list by names: by the given name, or by the stored name for sorting.
  var sortKey: SortKey
  /// Everything that the data says of the person.
  var source: Value

  /// `nil` without a name: its lack has been reported.
  init?(_ fields: Fields) {
    guard let name = fields.text("name") else { return nil }
    self.name = name
    key = personKey(name.value)
    post = fields.text("post")?.value
    unit = fields.text("unit")?.value
    birthDate = fields.date("birth_date")
    birthYear = birthDate?.value.year ?? fields.count("birth_year")?.value
    sortKey = fields.text("sort_name").map { SortKey(text: $0.value) } ?? SortKey(personName: name.value)
    source = fields.source
  }

  /// A person of whom only the name is known.
  init?(_ name: Placed<String>) {
    var map = ValueMap()
    map["name"] = Value(.text(name.value), place: name.place)
    self.init(Fields(Value(.map(map), place: name.place)))
  }

  /// Two people of one name are told apart by birth and unit.
  func isSame(as other: Person) -> Bool {
    guard key == other.key else { return false }
    if let year = birthYear, let otherYear = other.birthYear {
      return year == otherYear
        && (birthDate == nil || other.birthDate == nil || birthDate?.value == other.birthDate?.value)
    }
    guard let unit, let otherUnit = other.unit else { return true }
    return personKey(unit) == personKey(otherUnit)
  }
}

/// People in the order of lists: by given name, then middle names, then family name; the order of input where all is equal.
func inNameOrder<Item>(_ items: [Item], _ sortKey: (Item) -> SortKey) -> [Item] {
  let keyed = items.enumerated().map { (offset: $0.offset, key: sortKey($0.element)) }
  return keyed.sorted { $0.key == $1.key ? $0.offset < $1.offset : $0.key < $1.key }.map { items[$0.offset] }
}
