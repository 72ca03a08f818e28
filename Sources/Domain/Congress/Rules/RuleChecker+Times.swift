import Values
import Vietnamese

extension RuleChecker {
  /// The day, the term, the date of the paper.
  mutating func checkDates() {
    let record = self.record
    if let term = record.term {
      expect(
        .term,
        term.from.value < term.to.value,
        Breach(
          "the term begins in \(term.from.value) and ends in \(term.to.value)",
          at: term.to.place,
          help: "correct one of the years",
          related: term.from.place
        )
      )
      if let day = record.day {
        expect(
          .term,
          (term.from.value - 1...max(term.from.value, term.to.value) + 1).contains(day.year),
          Breach(
            "the congress sits in \(day.year), outside its term \(term.from.value) - \(term.to.value)",
            at: record.date?.place ?? term.from.place,
            help: "correct the term or the date"
          )
        )
      }
    }
    let days = record.sessions.compactMap { $0.from?.value.date } + record.sessions.compactMap { $0.to?.value.date }
    guard let first = days.min(by: { $0.order < $1.order }), let last = days.max(by: { $0.order < $1.order }) else {
      return
    }
    if let date = record.date {
      expect(
        .congressDate,
        first.order <= date.value.order && date.value.order <= last.order,
        Breach(
          "the congress is dated \(date.value.shortForm), and sits from \(first.shortForm) to \(last.shortForm)",
          at: date.place,
          help: "correct the date or the sessions"
        )
      )
    }
    if let date = record.documentDate {
      expect(
        .congressDate,
        date.value.order >= first.order,
        Breach(
          "the paper is dated \(date.value.shortForm), before the congress begins on \(first.shortForm)",
          at: date.place,
          help: "check document.date"
        ).warning()
      )
    }
  }

  mutating func checkSessions() {
    for session in record.sessions {
      if let present = session.present, let attendance = record.attendance {
        expect(
          .sessionPresent,
          present.value <= attendance.convened.value,
          Breach(
            "\(present.value) are present at a session, and \(attendance.convened.value) were convened",
            at: present.place,
            help: "correct one of them",
            related: attendance.convened.place
          )
        )
      }
      guard let from = session.from, let to = session.to else { continue }
      expect(
        .sessionOrder,
        from.value.order < to.value.order,
        Breach(
          "the session ends at \(to.value.text), not after it begins at \(from.value.text)",
          at: to.place,
          help: "correct one of the times",
          related: from.place
        )
      )
    }
    for (session, next) in zip(record.sessions, record.sessions.dropFirst()) {
      if let end = session.to ?? session.from, let from = next.from {
        expect(
          .sessionOrder,
          end.value.order <= from.value.order,
          Breach(
            "a session begins at \(from.value.text), before the one before it ends at \(end.value.text)",
            at: from.place,
            help: "list the sessions in the order of their times",
            related: end.place
          )
        )
      }
      guard let kind = session.kind, let later = next.kind else { continue }
      let order = Session.Kind.allCases
      expect(
        .sessionOrder,
        (order.firstIndex(of: kind.value) ?? 0) <= (order.firstIndex(of: later.value) ?? 0),
        Breach(
          "a session of the kind \(later.value.rawValue) follows one of the kind \(kind.value.rawValue)",
          at: later.place,
          help: "the preparatory session comes first, the closing one last",
          related: kind.place
        )
      )
    }
  }

  /// Times of events lie within their sessions, and follow each other within each list.
  mutating func checkEvents() {
    for event in record.events + record.motions.map(\.event) { expectWithin(event.at, event.sessionIndex) }
    for (index, session) in record.sessions.enumerated() {
      for note in session.notes { expectWithin(note.at, index) }
    }
    for kind in [Event.Kind.report, .speech, .opinion] {
      expectOrder(record.events.filter { $0.kind == kind }.map(\.at))
    }
    expectOrder(record.motions.map(\.event.at))
    expectOrder(record.elections.map(\.event.at))
    for session in record.sessions { expectOrder(session.notes.map(\.at)) }
  }

  mutating func checkClosing() {
    guard let closing = record.closing else { return }
    let ends =
      record.sessions.compactMap { $0.to ?? $0.from } + record.events.compactMap(\.at)
      + record.motions.compactMap(\.event.at) + record.elections.flatMap { $0.rounds.compactMap { $0.to ?? $0.from } }
    guard let last = ends.max(by: { $0.value.order < $1.value.order }) else { return }
    expect(
      .closingTime,
      closing.value.order >= last.value.order,
      Breach(
        "the congress closes at \(closing.value.text), and something still happens at \(last.value.text)",
        at: closing.place,
        help: "correct one of the times",
        related: last.place
      )
    )
  }

  func isWithin(_ moment: Moment, _ session: Session) -> Bool {
    if let from = session.from, moment.order < from.value.order { return false }
    if let to = session.to, moment.order > to.value.order { return false }
    return true
  }

  mutating func expectWithin(_ moment: Placed<Moment>?, _ sessionIndex: Int?) {
    guard let moment, !record.sessions.isEmpty else { return }
    guard let sessionIndex else {
      return expect(
        .eventTime,
        record.sessions.contains { isWithin(moment.value, $0) },
        Breach(
          "no session sits at \(moment.value.text)",
          at: moment.place,
          help: "correct the time, or the times of the sessions"
        )
      )
    }
    let session = record.sessions[sessionIndex]
    let isEarly = session.from.map { moment.value.order < $0.value.order } ?? false
    expect(
      .eventTime,
      isWithin(moment.value, session),
      Breach(
        "\(moment.value.text) is outside its session, which sits from \(session.from?.value.text ?? "?") to \(session.to?.value.text ?? "?")",
        at: moment.place,
        help: "correct the time or the session",
        related: (isEarly ? session.from : session.to)?.place
      )
    )
  }

  mutating func expectOrder(_ moments: [Placed<Moment>?]) {
    let moments = moments.compactMap(\.self)
    for (moment, next) in zip(moments, moments.dropFirst()) {
      expect(
        .eventTime,
        moment.value.order <= next.value.order,
        Breach(
          "\(next.value.text) comes after \(moment.value.text) in the list, and before it in time",
          at: next.place,
          help: "list what happened in the order of time",
          related: moment.place
        )
      )
    }
  }
}
