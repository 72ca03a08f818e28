import Vietnamese

/// The keys of one kind of record: the one table that reading, checking and documentation go by.
struct RecordTable: Sendable {
  /// What happens to keys that the table does not have.
  enum Others: Sendable {
    /// They are mistakes.
    case refused
    /// They are for templates and pass, unless they are nearly one of the table's.
    case passed
  }

  /// What one record is called in messages: "a candidate".
  var name: String
  var fields: [Field]
  var others: Others
  /// The key that a bare text stands for: a person may be only a name.
  var shorthand: String?
  /// The keys of the two whole numbers that a text such as `2025 - 2030` stands for.
  var range: (from: String, to: String)?
  /// Where a list may be written as a map: the key that takes the map's keys, and the one that takes plain values.
  var pairs: (key: String, value: String?)?

  private let indexByName: [String: Int]

  init(
    _ name: String,
    others: Others = .refused,
    shorthand: String? = nil,
    range: (from: String, to: String)? = nil,
    pairs: (key: String, value: String?)? = nil,
    _ fields: [Field]
  ) {
    self.name = name
    self.fields = fields
    self.others = others
    self.shorthand = shorthand
    self.range = range
    self.pairs = pairs
    var indexByName: [String: Int] = [:]
    for (index, field) in fields.enumerated() {
      indexByName[field.key] = index
      for name in [field.key] + field.labels { indexByName[foldedName(name)] = index }
    }
    self.indexByName = indexByName
  }

  /// The field that a key of the data means.
  func field(named name: String) -> Field? {
    (indexByName[name] ?? indexByName[foldedName(name)]).map { fields[$0] }
  }

  /// Every name that is understood, for the nearest one.
  var names: [String] { fields.flatMap { [$0.key] + $0.labels } }
}
