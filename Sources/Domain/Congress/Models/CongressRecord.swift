import Diagnostics
import Values
import Vietnamese

/// A whole congress as typed values, each with its place in the data.
struct CongressRecord: Sendable {
  enum Assembly: String, Sendable { case delegates, members }

  var organisation: Placed<String>?
  /// Of delegates where the data does not say.
  var assembly: Assembly
  var ordinal: Placed<Int>?
  var term: Term?
  /// The day of the congress as the data states it.
  var date: Placed<CalendarDate>?
  /// The day whose rules hold: as stated, else that of the official session, else of the first.
  var day: CalendarDate?
  var documentDate: Placed<CalendarDate>?
  var officialMembers: Placed<Int>?
  var settings: Fields?
  var attendance: Attendance?
  var sessions: [Session]
  var sessionNames: SessionNames
  var bodies: [Body]
  var delegates: [Delegate]
  var guests: [Person]
  var guestsPlace: ValuePlace?
  var events: [Event]
  var statedOpinions: Placed<Int>?
  var motions: [Motion]
  var elections: [Election]
  /// The elections by their ids, folded.
  private var electionIndices: [String: Int] = [:]
  var closing: Placed<Moment>?
  /// The names of those listed as absent, for comparing.
  var absentKeys: Set<String>
  var source: Value

  /// The years for which a congress elects.
  struct Term: Sendable {
    var from: Placed<Int>
    var to: Placed<Int>
  }

  /// Reads a normalised root.
  init(_ root: Fields, diagnostics: inout DiagnosticList) {
    let congress = root.record("congress") ?? Fields(Value(.map(ValueMap())))
    organisation = congress.text("organisation")
    assembly = congress.choice("assembly", Assembly.self)?.value ?? .delegates
    ordinal = congress.count("ordinal")
    term = congress.record("term").flatMap { term in
      guard let from = term.count("from"), let to = term.count("to") else { return nil }
      return Term(from: from, to: to)
    }
    date = congress.date("date")
    documentDate = root.record("document")?.date("date")
    officialMembers = congress.record("members")?.count("official")
    settings = root.record("rules")
    attendance = root.record("attendance").flatMap { Attendance($0) }
    let stated = date?.value
    sessions = root.records("sessions").map { Session($0, day: stated) }
    let official = sessions.first { $0.kind?.value == .official }
    day = stated ?? official?.from?.value.date ?? sessions.first?.from?.value.date
    sessionNames = SessionNames(sessions)
    bodies = Body.Kind.allCases.compactMap { kind in root.record("bodies").flatMap { Body(kind, of: $0) } }
    delegates = root.records("delegates").compactMap { Delegate($0) }
    absentKeys = Set((attendance?.absent ?? []).map(\.person.key))
    guests = root.records("guests").compactMap { Person($0) }
    guestsPlace = root["guests"]?.place
    statedOpinions = root.record("discussion")?.count("opinions")
    source = root.source
    events = []
    motions = []
    elections = []
    closing = root.record("closing")?.moment("at").map { [sessions, day] in
      $0.on(sessions.last?.to?.value.date ?? sessions.last?.from?.value.date ?? day)
    }
    readEvents(of: root, diagnostics: &diagnostics)
  }

  /// The election that a reference means.
  func electionIndex(of id: String) -> Int? {
    electionIndices[foldedName(id)]
  }

  /// How many are present in a session: its own number, else that of the congress.
  func present(in session: Int?) -> Placed<Int>? {
    session.flatMap { sessions[$0].present } ?? attendance?.present
  }
}

extension CongressRecord {
  private mutating func readEvents(of root: Fields, diagnostics: inout DiagnosticList) {
    let kinds: [(key: String, kind: Event.Kind)] = [
      ("reports", .report), ("speeches", .speech), ("opinions", .opinion),
    ]
    for (key, kind) in kinds {
      for fields in root.records(key) {
        var event = Event(fields, kind: kind, day: day(of: fields))
        settle(&event, diagnostics: &diagnostics)
        events.append(event)
      }
    }
    for fields in root.records("motions") {
      guard var motion = Motion(fields, day: day(of: fields)) else { continue }
      settle(&motion.event, diagnostics: &diagnostics)
      motions.append(motion)
    }
    for fields in root.records("elections") {
      var election = Election(fields, day: day(of: fields))
      if election.event.at == nil { election.event.at = election.rounds.first?.from }
      settle(&election.event, diagnostics: &diagnostics)
      if let id = election.id { electionIndices[foldedName(id.value)] = elections.count }
      elections.append(election)
    }
  }

  private func day(of fields: Fields) -> CalendarDate? {
    let session = fields.reference("session").flatMap { sessionNames.index(of: $0.value) }
    return session.flatMap { sessions[$0].from?.value.date } ?? day
  }

  /// Finds the session of an event: the one it names, else the one whose time it falls in.
  private func settle(_ event: inout Event, diagnostics: inout DiagnosticList) {
    if let reference = event.session {
      event.sessionIndex = sessionNames.index(of: reference.value)
      if event.sessionIndex == nil {
        // Only a few mistakes are shown, and a search for the nearest name costs.
        let known = diagnostics.all.count < 20 ? sessions : []
        diagnostics.report(.unknownSession(reference, known: known))
      }
    } else if sessions.count == 1 {
      event.sessionIndex = 0
    } else if let at = event.at?.value.order {
      event.sessionIndex = sessions.firstIndex { session in
        guard let from = session.from?.value.order, let to = session.to?.value.order else { return false }
        return from <= at && at <= to
      }
    }
  }
}

/// One of the working bodies.
struct Body: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case presidium, secretariat, credentials, counting

    /// What messages call it.
    var title: String {
      switch self {
      case .presidium: "the presidium"
      case .secretariat: "the secretariat"
      case .credentials: "the credentials committee"
      case .counting: "the counting committee"
      }
    }
  }

  var kind: Kind
  var members: [Person]
  var place: ValuePlace?

  /// `nil` where the data has no such body.
  init?(_ kind: Kind, of bodies: Fields) {
    guard bodies.has(kind.rawValue) else { return nil }
    self.kind = kind
    members = bodies.records(kind.rawValue).compactMap { Person($0) }
    place = bodies[kind.rawValue]?.place
  }
}
