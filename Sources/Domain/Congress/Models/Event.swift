import Values
import Vietnamese

/// Something that happened in a session: a report, a speech, an opinion, a note.
struct Event: Sendable {
  enum Kind: String, Sendable, CaseIterable { case note, report, speech, opinion, motion, election }

  var kind: Kind
  /// The session as the data calls it.
  var session: Placed<String>?
  /// Its place among the sessions, once that is known.
  var sessionIndex: Int?
  var at: Placed<Moment>?
  var source: Value

  init(_ fields: Fields, kind: Kind, day: CalendarDate?) {
    self.kind = kind
    session = fields.reference("session")
    at = fields.moment("at").map { $0.on(day) }
    source = fields.source
  }
}
