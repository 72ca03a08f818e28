import Values
import Vietnamese

/// Builds what templates see: the normalised data with the figures that follow from it.
struct CongressTree {
  let record: CongressRecord
  let rules: ElectionRules
  let outcomes: [ElectionOutcome]
  /// The regulation's own file.
  let profile: Value?

  /// How the data writes its elections.
  enum ElectionShape { case list, map }

  func build(elections shape: ElectionShape) -> Value {
    let base = record.base(rules)
    let elections = zip(record.elections, outcomes).map { tree(of: $0, $1) }
    let motions = record.motions.enumerated().map { tree(of: $1, number: $0 + 1, base) }
    let events = record.events.map { tree(of: $0) }
    return filled(record.source, CongressTables.root).with { root in
      root["congress"] = root["congress"]?.with { congress(&$0) }
      root["attendance"] = attendance(root["attendance"], base)
      root.put("rules", settings().kind)
      for (key, kind) in [("reports", Event.Kind.report), ("speeches", .speech), ("opinions", .opinion)] {
        root.put(key, list: zip(record.events, events).filter { $0.0.kind == kind }.map(\.1))
      }
      root.put("motions", list: motions)
      root.put("election_list", list: elections)
      root.put("election_by_id", byID(elections).kind)
      if shape == .map { root["elections"] = byID(root["elections"]?.list ?? []) }
      let agenda = Agenda(record: record, events: events, motions: motions, elections: elections)
      root.put("sessions", list: agenda.sessions())
      root.put("agenda", list: agenda.outsideSessions())
      let delegates = record.delegates.enumerated().map { tree(of: $1, index: $0 + 1) }
      root.put("delegates", list: delegates)
      root.put("delegates_by_name", list: byName(delegates))
      root.put("statistics", Statistics(record: record, rules: rules).build().kind)
      root["closing"] = root["closing"]?.with { $0.put("at", moment: record.closing?.value) }
    }
  }

  private func congress(_ map: inout ValueMap) {
    map.put("assembly", text: assemblyText(map))
    map.put("assembly_kind", text: record.assembly.rawValue)
    map.put("is_delegates", truth: record.assembly == .delegates)
    map.put("date", text: record.day?.isoText)
    map.put("opened", moment: record.sessions.first?.from?.value)
    map.put("closed", moment: record.closing?.value ?? record.sessions.last?.to?.value)
  }

  /// The author's own words where they are more than the kind.
  private func assemblyText(_ map: ValueMap) -> String {
    guard map["assembly"]?.text != nil else { return "Đại hội" }
    if let words = map["assembly_text"]?.text, foldedName(words).hasPrefix("dai hoi") { return words }
    return record.assembly == .delegates ? "Đại hội đại biểu" : "Đại hội toàn thể đảng viên"
  }

  private func attendance(_ source: Value?, _ base: Base?) -> Value {
    let attendance = record.attendance
    let (convened, present) = (attendance?.convened.value, attendance?.present.value ?? 0)
    return (source ?? Value(.map(ValueMap()))).with { map in
      map.put("absent", list: absences(map["absent"]?.list ?? []))
      map.put("absent_count", count: attendance?.absentCount?.value ?? convened.map { max(0, $0 - present) })
      map.put("excluded_count", count: attendance?.excludedCount)
      map.put("base", count: base?.count)
      map.put("majority", count: base?.majority)
      let share = convened.flatMap { percentage(present, of: $0, places: rules.percentPlaces) }
      map.put("present_percent", number: share)
      var quorum = ValueMap()
      let (part, whole) = rules.quorum
      quorum.put("required", count: convened.map { ($0 * part + whole - 1) / whole })
      quorum.put("reached", truth: convened.map { present * whole >= $0 * part } ?? false)
      map.put("quorum", .map(quorum))
      map.put("exceptions", list: attendance.map { exceptions(of: $0) } ?? [])
    }
  }

  /// The absent with what is settled about each; those without a name have been reported.
  private func absences(_ values: [Value]) -> [Value] {
    values.map { value in
      guard let absence = Absence(Fields(value)) else { return value }
      return value.with {
        $0.put("excluded", truth: absence.isExcluded)
        $0.put("throughout", truth: absence.isThroughout)
      }
    }
  }

  /// Who is taken out of the base, by the exception that does it.
  private func exceptions(of attendance: Attendance) -> [Value] {
    let excluded = attendance.absent.filter(\.isExcluded)
    let kinds: [Absence.Exception?] = Absence.Exception.allCases.map { $0 } + [nil]
    return kinds.compactMap { kind in
      let people = excluded.filter { $0.exception?.value == kind }
      if people.isEmpty { return nil }
      var map = ValueMap()
      map.put("exception", text: kind?.rawValue)
      map.put("count", count: people.count)
      map.put("names", list: people.map { Value(.text($0.person.name.value), place: $0.person.name.place) })
      return Value(.map(map))
    }
  }

  private func settings() -> Value {
    (record.settings?.source ?? Value(.map(ValueMap()))).with { map in
      map.put("regulation", text: rules.regulation)
      map.put("regulation_title", text: profile?.map?["title"]?.text)
      let issued = profile?.map?["issued"]?.map
      map.put("regulation_date", text: issued?["date"]?.text)
      map.put("regulation_form", text: issued?["form"]?.text)
      map.put("regulation_issuer", text: issued?["issuer"]?.text)
      map.put("percent_places", count: rules.percentPlaces)
      map.put("surplus_limit", count: rules.surplusLimit)
      map.put("surplus_rounding", text: rules.surplusRounding.rawValue)
      map.put("quorum", text: "\(rules.quorum.of)/\(rules.quorum.in)")
      map.put("revote_over_half", truth: rules.revoteOverHalf)
      map.put("further_round_over_half", truth: rules.furtherRoundOverHalf)
    }
  }

  private func byID(_ elections: [Value]) -> Value {
    var map = ValueMap()
    for (election, value) in zip(record.elections, elections) {
      if let id = election.id?.value, map[id] == nil { map[id] = value }
    }
    return Value(.map(map))
  }

  private func tree(of delegate: Delegate, index: Int) -> Value {
    filled(delegate.person.source, PeopleTables.delegate).with { map in
      map.put("index", count: index)
      map.put("present", truth: record.isPresent(delegate))
      map.put("alternate", truth: delegate.isAlternate)
      map.put("birth_year", count: delegate.person.birthYear)
      map.put("age", count: record.age(of: delegate.person))
      map.put("party_age", count: record.partyAge(of: delegate))
    }
  }

  private func byName(_ delegates: [Value]) -> [Value] {
    let pairs = zip(record.delegates, delegates).map { (key: $0.person.sortKey, value: $1) }
    return inNameOrder(pairs) { $0.key }.enumerated().map { index, pair in
      pair.value.with { $0.put("index", count: index + 1) }
    }
  }
}

extension CongressRecord {
  /// Whole years on the day of the congress; by the year alone where the day is not known.
  func age(of person: Person) -> Int? {
    guard let day else { return nil }
    if let birth = person.birthDate { return max(0, birth.value.years(to: day)) }
    return person.birthYear.map { max(0, day.year - $0) }
  }

  /// Whole years in the Party on the day of the congress.
  func partyAge(of delegate: Delegate) -> Int? {
    guard let day, let joined = delegate.joined else { return nil }
    return max(0, joined.value.years(to: day))
  }
}
