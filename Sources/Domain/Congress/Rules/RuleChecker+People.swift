import Diagnostics
import Values
import Vietnamese

extension RuleChecker {
  mutating func checkDelegates() {
    expectDistinct(record.delegates.map(\.person), in: "the delegates")
    expectDistinct(record.guests, in: "the guests")
    for delegate in record.delegates { checkDates(of: delegate) }
    checkDelegateTotals()
    if record.assembly == .members, let official = record.officialMembers, let attendance = record.attendance {
      expect(
        .statedTotal,
        attendance.convened.value <= official.value,
        Breach(
          "\(attendance.convened.value) are convened, and the organisation has \(official.value) official members",
          at: attendance.convened.place,
          help: "count official members only: others do not vote",
          related: official.place
        )
      )
    }
    if let stated = record.statedOpinions {
      let listed = record.events.filter { $0.kind == .opinion }.count
      expect(
        .statedTotal,
        listed <= stated.value,
        Breach(
          "\(stated.value) opinions are stated, and \(listed) are listed",
          at: stated.place,
          help: "correct the number"
        )
      )
    }
  }

  private mutating func checkDelegateTotals() {
    let record = self.record
    let seats = record.officialDelegates
    guard !record.delegates.isEmpty, let attendance = record.attendance else { return }
    expect(
      .attendanceList,
      seats.count == attendance.convened.value,
      Breach(
        "\(attendance.convened.value) are convened, and \(seats.count) official delegates are listed",
        at: attendance.convened.place,
        help: "alternates count where they say whom they replace"
      )
    )
    let present = seats.count { record.isPresent($0) }
    expect(
      .attendanceList,
      present == attendance.present.value,
      Breach(
        "\(attendance.present.value) are present, and \(present) of the listed delegates are",
        at: attendance.present.place,
        help: "mark the absent with present: false, or list them under attendance.absent"
      )
    )
    let people = record.delegates.map(\.person)
    let byKey = Dictionary(grouping: record.delegates, by: \.person.key)
    for absence in attendance.absent {
      let name = absence.person.name
      let named = byKey[absence.person.key] ?? []
      // Only a few mistakes are shown, and a search costs names times letters.
      let known = diagnostics.all.count < 20 ? people : []
      expect(
        .attendanceList,
        !named.isEmpty,
        Breach(
          "\(name.value) is listed as absent and is no delegate",
          at: name.place,
          help: nearestPerson(to: name.value, among: known) ?? "check the name"
        )
      )
      if let only = named.first, named.count == 1, let present = only.isPresent {
        expect(
          .attendanceList,
          !present.value,
          Breach(
            "\(name.value) is listed as absent and marked as present",
            at: name.place,
            help: "correct one of them",
            related: present.place
          )
        )
      }
    }
  }

  private mutating func checkDates(of delegate: Delegate) {
    let birth = delegate.person.birthDate
    let steps: [(name: String, date: Placed<CalendarDate>?)] = [
      ("born", birth), ("a member", delegate.joined), ("an official member", delegate.officialSince),
      ("at the congress", record.day.map { Placed(value: $0, place: nil) }),
    ]
    let known = steps.compactMap { step in step.date.map { (name: step.name, date: $0) } }
    for (earlier, later) in zip(known, known.dropFirst()) {
      expect(
        .personDates,
        earlier.date.value.order <= later.date.value.order,
        Breach(
          "\(delegate.person.name.value) is \(earlier.name) on \(earlier.date.value.shortForm), after being \(later.name) on \(later.date.value.shortForm)",
          at: earlier.date.place,
          help: "correct one of the dates",
          related: later.date.place
        )
      )
    }
    if let year = delegate.person.birthYear, let day = record.day {
      expect(
        .personDates,
        (day.year - 120...day.year - 17).contains(year),
        Breach(
          "\(delegate.person.name.value) is born in \(year), which makes \(day.year - year) years at the congress",
          at: birth?.place ?? delegate.person.name.place,
          help: "check the date of birth"
        ).warning()
      )
    }
  }

  mutating func checkBodies() {
    let people = record.delegates.map(\.person)
    let delegates = Set(people.map(\.key))
    for body in record.bodies {
      expectDistinct(body.members, in: body.kind.title)
      if body.kind == .credentials {
        expect(
          .bodyOfMembers,
          record.assembly == .delegates || body.members.isEmpty,
          Breach(
            "a congress of all members elects no credentials committee",
            at: body.place,
            help: "leave it out; the convening committee reports the attendance"
          )
        )
      }
      guard !delegates.isEmpty else { continue }
      for member in body.members {
        // Only a few mistakes are shown, and a search costs names times letters.
        let known = diagnostics.all.count < 20 ? people : []
        expect(
          .bodyMember,
          delegates.contains(member.key),
          Breach(
            "\(member.name.value) of \(body.kind.title) is no delegate",
            at: member.name.place,
            help: nearestPerson(to: member.name.value, among: known) ?? "check the name, or the list of delegates"
          )
          .warning(if: body.kind == .secretariat)
        )
      }
    }
  }

  /// Reports people who stand in a list twice.
  mutating func expectDistinct(_ people: [Person], in list: String) {
    var seen: [String: [Person]] = [:]
    for person in people {
      let earlier = seen[person.key]?.prefix(50).first { $0.isSame(as: person) }
      expect(
        .duplicatePerson,
        earlier == nil,
        Breach(
          "\(person.name.value) stands twice among \(list)",
          at: person.name.place,
          help: "leave one out; two people of one name need a birth_date or unit each",
          related: earlier?.name.place
        )
      )
      seen[person.key, default: []].append(person)
    }
  }
}

/// The help line with the name that was probably meant.
func nearestPerson(to name: String, among people: [Person]) -> String? {
  nearestName(to: name, in: people.map(\.name.value)).map { "did you mean '\($0)'?" }
}

extension CongressRecord {
  /// The delegates who hold a seat: official ones whose place no alternate took, and those alternates.
  var officialDelegates: [Delegate] {
    let replaced = Set(delegates.compactMap { $0.replaces.map { personKey($0.value) } })
    return delegates.filter { ($0.isAlternate ? $0.replaces != nil : true) && !replaced.contains($0.person.key) }
  }

  /// Whether a delegate came: as marked, else unless listed as absent.
  func isPresent(_ delegate: Delegate) -> Bool {
    delegate.isPresent?.value ?? !absentKeys.contains(delegate.person.key)
  }
}
