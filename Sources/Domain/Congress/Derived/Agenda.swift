import Values
import Vietnamese

/// What happened in each session, in the order of time.
struct Agenda {
  let record: CongressRecord
  /// The trees of the record's events, motions and elections, in its order.
  let events: [Value]
  let motions: [Value]
  let elections: [Value]

  private struct Item {
    var kind: Event.Kind
    var value: Value
    var session: Int?
    var time: Int?
    /// Reports before speeches before opinions and so on, where times are equal or missing.
    var rank: Int
  }

  func sessions() -> [Value] {
    var bySession: [[Item]] = record.sessions.map { _ in [] }
    for item in items() {
      if let session = item.session { bySession[session].append(item) }
    }
    return record.sessions.indices.map { tree(of: $0, bySession[$0]) }
  }

  /// What names no session and falls into none: all of it where there are no sessions.
  func outsideSessions() -> [Value] {
    groups(inOrder(items().filter { $0.session == nil }))
  }

  private func items() -> [Item] {
    var items: [Item] = []
    func add(_ event: Event, _ value: Value, session: Int?) {
      let rank = Event.Kind.allCases.firstIndex(of: event.kind) ?? 0
      items.append(Item(kind: event.kind, value: value, session: session, time: event.at?.value.order, rank: rank))
    }
    for (index, session) in record.sessions.enumerated() {
      for note in session.notes { add(note, tree(of: note), session: index) }
    }
    for (event, value) in zip(record.events, events) { add(event, value, session: event.sessionIndex) }
    for (motion, value) in zip(record.motions, motions) { add(motion.event, value, session: motion.event.sessionIndex) }
    for (election, value) in zip(record.elections, elections) {
      add(election.event, value, session: election.event.sessionIndex)
    }
    return items
  }

  private func tree(of note: Event) -> Value {
    filled(note.source, EventTables.note).with { map in
      map.put("at", moment: note.at?.value)
      map["paragraphs"] = map["text"]
    }
  }

  private func tree(of index: Int, _ items: [Item]) -> Value {
    let session = record.sessions[index]
    return filled(session.source, CongressTables.sessionTable).with { map in
      map.put("number", count: index + 1)
      map.put("name", text: session.name ?? name(of: session, index))
      map.put("from", moment: session.from?.value)
      map.put("to", moment: session.to?.value)
      for kind in Session.Kind.allCases { map.put("is_\(kind.rawValue)", truth: session.kind?.value == kind) }
      let present = record.present(in: index)?.value
      map.put("present", count: present)
      let convened = record.attendance?.convened.value
      map.put("absent_count", count: convened.flatMap { convened in present.map { max(0, convened - $0) } })
      map.put(
        "present_percent",
        number: present.flatMap { present in convened.flatMap { percentage(present, of: $0, places: 2) } }
      )
      let keys: [(String, Event.Kind)] = [
        ("notes", .note), ("reports", .report), ("speeches", .speech), ("opinions", .opinion), ("motions", .motion),
        ("elections", .election),
      ]
      for (key, kind) in keys { map.put(key, list: items.filter { $0.kind == kind }.map(\.value)) }
      map.put("agenda", list: groups(inOrder(items)))
    }
  }

  private func name(of session: Session, _ index: Int) -> String {
    switch session.kind?.value {
    case .preparatory: "Phiên trù bị"
    case .official: "Phiên chính thức"
    case .closing: "Phiên bế mạc"
    case nil: "Phiên " + (ordinalWords(Int128(index + 1)) ?? "")
    }
  }

  /// By time; what has none comes last, in the order of the lists.
  private func inOrder(_ items: [Item]) -> [Item] {
    items.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      let (first, second) = (a.time ?? .max, b.time ?? .max)
      if first != second { return first < second }
      return a.rank == b.rank ? left.offset < right.offset : a.rank < b.rank
    }.map(\.element)
  }

  /// Neighbours of one type (and, of speeches, one kind) together.
  private func groups(_ items: [Item]) -> [Value] {
    var groups: [(type: String, kind: String?, items: [Value])] = []
    for item in items {
      let kind = item.kind == .speech ? item.value.map?["kind"]?.text : nil
      // By index: a second reference to the last group would copy its items at each turn.
      let last = groups.count - 1
      if last >= 0, groups[last].type == item.kind.rawValue, groups[last].kind == kind {
        groups[last].items.append(item.value)
      } else {
        groups.append((item.kind.rawValue, kind, [item.value]))
      }
    }
    return groups.map { group in
      var map = ValueMap()
      map.put("type", text: group.type)
      map.put("kind", text: group.kind)
      map.put("items", list: group.items)
      return Value(.map(map))
    }
  }
}
