import Values
import Vietnamese

/// An election: an office, its seats, its candidates and the rounds that filled it.
struct Election: Sendable {
  enum Method: String, Sendable {
    case election, introduction
    case confidence = "confidence vote"
  }
  enum Surplus: String, Sendable { case required, allowed, none }
  enum Voters: String, Sendable { case congress, committee }

  var event: Event
  var id: Placed<String>?
  var office: Placed<String>?
  var method: Method
  var among: Placed<String>?
  var voters: Voters
  var seats: Placed<Int>?
  var surplus: Placed<Surplus>?
  var base: Placed<Int>?
  var present: Placed<Int>?
  var candidates: [Person]
  /// `nil` where the election names no counting committee of its own.
  var counting: [Person]?
  var rounds: [Round]
  /// The people elected as the data states them; `nil` where it does not.
  var elected: [Elected]?
  var electedCount: Placed<Int>?

  init(_ fields: Fields, day: CalendarDate?) {
    event = Event(fields, kind: .election, day: day)
    id = fields.reference("id")
    office = fields.text("office")
    method = fields.choice("method", Method.self)?.value ?? .election
    among = fields.reference("among")
    voters = fields.choice("voters", Voters.self)?.value ?? .congress
    seats = fields.count("seats")
    surplus = fields.choice("surplus", Surplus.self)
    base = fields.count("base")
    present = fields.count("present")
    candidates = fields.records("candidates").compactMap { Person($0) }
    counting = fields.has("counting") ? fields.records("counting").compactMap { Person($0) } : nil
    rounds = fields.records("rounds").map { Round($0, day: day) }
    elected = fields["elected"]?.list == nil ? nil : fields.records("elected").compactMap { Elected($0) }
    electedCount = fields.count("elected")
  }

  /// Whether the data holds more of it than a summary: ballots elect somebody.
  var isCounted: Bool { !rounds.isEmpty && method == .election }

  /// What messages call it.
  var title: String { office?.value ?? id?.value ?? "the election" }
}

/// One who was elected, as the data states it.
struct Elected: Sendable {
  var name: Placed<String>
  var key: String
  var votes: Placed<Int>?
  var percent: Placed<Decimal>?

  init?(_ fields: Fields) {
    guard let name = fields.text("name") else { return nil }
    self.name = name
    key = personKey(name.value)
    votes = fields.count("votes")
    percent = fields.decimal("percent")
  }

  init(_ name: Placed<String>) {
    self.name = name
    key = personKey(name.value)
  }
}
