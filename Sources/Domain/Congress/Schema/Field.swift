import Vietnamese

/// One key of a record: what it is called, in English and in Vietnamese, and what stands under it.
struct Field: Sendable {
  /// The key that templates and models use.
  var key: String
  /// What offices write in its place; the first is shown to people.
  var labels: [String]
  var kind: FieldKind
  /// One line of documentation.
  var summary: String
  var isRequired: Bool

  init(_ key: String, _ labels: [String], _ kind: FieldKind, _ summary: String = "", isRequired: Bool = false) {
    self.key = key
    self.labels = labels
    self.kind = kind
    self.summary = summary
    self.isRequired = isRequired
  }
}

extension Field {
  /// Beside a choice: the word as the data has it, for papers.
  var wordsKey: String { "\(key)_text" }
}

/// What may stand under a key.
indirect enum FieldKind: Sendable {
  case text
  /// A list of texts; one text is a list of one.
  case texts
  /// The same, and nothing (not an empty list) where the data has none: templates have a default for them.
  case lines
  /// A text or a whole number, kept as it is: a document's number.
  case textOrCount
  /// A whole number from 0 to ``countLimit``.
  case count
  /// A whole number, also in Roman numerals.
  case ordinal
  /// A list of whole numbers.
  case counts
  /// A number with the digits it is written with: 95.12, `95,12`, `95,12%`.
  case percent
  /// Two whole numbers: `2/3`.
  case fraction
  case truth
  case date
  /// A day with a time, or a time alone.
  case moment
  case choice(Choice)
  case record(RecordTable)
  /// A list of records; a table may also allow a map (see ``RecordTable/pairs``).
  case records(RecordTable)
  /// A list of records or only how many there are.
  case recordsOrCount(RecordTable)
  /// Anything: templates look at it, nothing here does.
  case free
}

/// Counts above this are slips: no sum or product of counts can then overflow.
let countLimit = 1_000_000

/// A value that is one of a few words.
struct Choice: Sendable {
  struct Option: Sendable {
    var value: String
    var labels: [String]

    init(_ value: String, _ labels: [String]) {
      self.value = value
      self.labels = labels
    }
  }

  let options: [Option]
  private let indexByName: [String: Int]

  init(_ options: [Option]) {
    self.options = options
    var indexByName: [String: Int] = [:]
    for (index, option) in options.enumerated() {
      for name in [option.value] + option.labels {
        indexByName[name] = index
        indexByName[foldedName(name)] = index
      }
    }
    self.indexByName = indexByName
  }

  /// The option that a text means.
  func option(of text: String) -> Option? {
    (indexByName[text] ?? indexByName[foldedName(text)]).map { options[$0] }
  }
}
