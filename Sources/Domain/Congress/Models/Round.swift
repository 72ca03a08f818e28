import Values
import Vietnamese

/// One ballot of an election.
struct Round: Sendable {
  enum Kind: String, Sendable { case first, further, revote }

  var number: Placed<Int>?
  var kind: Placed<Kind>?
  var session: Placed<String>?
  var from: Placed<Moment>?
  var to: Placed<Moment>?
  var seats: Placed<Int>?
  var present: Placed<Int>?
  /// Names on its ballot as the data states them; empty where it does not.
  var candidates: [Placed<String>]
  var added: [Placed<String>]
  var decision: Placed<String>?
  var ballots: Ballots?
  var votes: [Vote]
  /// The people elected in it as the data states them; `nil` where it does not.
  var elected: [Elected]?
  var source: Value

  init(_ fields: Fields, day: CalendarDate?) {
    number = fields.count("number")
    kind = fields.choice("kind", Kind.self)
    session = fields.reference("session")
    from = fields.moment("from").map { $0.on(day) }
    to = fields.moment("to").map { [from] in $0.on(from?.value.date ?? day) }
    seats = fields.count("seats")
    present = fields.count("present")
    candidates = fields.texts("candidates")
    added = fields.texts("added")
    decision = fields.text("decision")
    ballots = fields.record("ballots").flatMap { Ballots($0) }
    votes = fields.records("votes").compactMap { Vote($0) }
    elected = fields.has("elected") ? fields.texts("elected").map { Elected($0) } : nil
    source = fields.source
  }
}

/// The ballots of a round.
struct Ballots: Sendable {
  var handedOut: Placed<Int>
  var collected: Placed<Int>
  var valid: Placed<Int>
  var invalid: Placed<Int>
  var reasons: [(reason: String, count: Placed<Int>?)]
  var place: ValuePlace?
  var reasonsPlace: ValuePlace?

  /// `nil` where a number is missing: that has been reported.
  init?(_ fields: Fields) {
    guard let handedOut = fields.count("handed_out"), let collected = fields.count("collected"),
      let valid = fields.count("valid"), let invalid = fields.count("invalid")
    else { return nil }
    self.handedOut = handedOut
    self.collected = collected
    self.valid = valid
    self.invalid = invalid
    reasons = fields.records("reasons").map { ($0.text("reason")?.value ?? "", $0.count("count")) }
    place = fields.place
    reasonsPlace = fields["reasons"]?.place
  }
}

/// The votes for one person.
struct Vote: Sendable {
  var name: Placed<String>
  var key: String
  var votes: Placed<Int>
  var against: Placed<Int>?
  var percent: Placed<Decimal>?
  var source: Value

  init?(_ fields: Fields) {
    guard let name = fields.text("name"), let votes = fields.count("votes") else { return nil }
    self.name = name
    key = personKey(name.value)
    self.votes = votes
    against = fields.count("against")
    percent = fields.decimal("percent")
    source = fields.source
  }
}
