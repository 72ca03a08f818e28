import Values
import Vietnamese

/// A sitting of the congress.
struct Session: Sendable {
  enum Kind: String, Sendable, CaseIterable { case preparatory, official, closing }

  var id: String?
  var name: String?
  var kind: Placed<Kind>?
  var from: Placed<Moment>?
  var to: Placed<Moment>?
  var present: Placed<Int>?
  var notes: [Event]
  var source: Value

  /// A session; times without a day are those of its beginning, else of the congress.
  init(_ fields: Fields, day: CalendarDate?) {
    id = fields.reference("id")?.value
    name = fields.text("name")?.value
    kind = fields.choice("kind", Kind.self)
    from = fields.moment("from").map { $0.on(day) }
    to = fields.moment("to").map { [from] in $0.on(from?.value.date ?? day) }
    present = fields.count("present")
    notes = []
    source = fields.source
    notes = fields.records("notes").map { Event($0, kind: .note, day: from?.value.date ?? day) }
  }
}

extension Placed<Moment> {
  /// The moment on a day, where it has none of its own.
  func on(_ day: CalendarDate?) -> Placed<Moment> {
    var result = self
    result.value.date = value.date ?? day
    return result
  }
}

/// Sessions by what the data calls them.
struct SessionNames: Sendable {
  private var indices: [String: Int] = [:]

  init(_ sessions: [Session]) {
    // An id wins over a name, and both over a number: whatever is set later replaces what was there.
    for index in sessions.indices { indices[String(index + 1)] = index }
    for (index, session) in sessions.enumerated() {
      if let name = session.name { indices[foldedName(name)] = index }
    }
    for (index, session) in sessions.enumerated() {
      if let id = session.id { indices[foldedName(id)] = index }
    }
  }

  /// The session that a reference means; `nil` where there is none.
  func index(of reference: String) -> Int? {
    indices[foldedName(reference)]
  }
}
