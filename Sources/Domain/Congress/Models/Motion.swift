import Values
import Vietnamese

/// A matter that was voted on by show of hands.
struct Motion: Sendable {
  var event: Event
  var matter: String?
  var inFavour: Placed<Int>
  var against: Placed<Int>?
  var other: Placed<Int>?
  var present: Placed<Int>?
  var percent: Placed<Decimal>?
  var adopted: Placed<Bool>?

  /// `nil` without the votes for it: their lack has been reported.
  init?(_ fields: Fields, day: CalendarDate?) {
    guard let inFavour = fields.count("for") else { return nil }
    event = Event(fields, kind: .motion, day: day)
    matter = fields.text("matter")?.value
    self.inFavour = inFavour
    against = fields.count("against")
    other = fields.count("other")
    present = fields.count("present")
    percent = fields.decimal("percent")
    adopted = fields.truth("adopted")
  }

  /// All hands that were raised.
  var total: Int { inFavour.value + (against?.value ?? 0) + (other?.value ?? 0) }
}
