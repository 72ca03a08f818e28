import Diagnostics
import Values

extension RuleChecker {
  mutating func check(_ election: Election, _ outcome: ElectionOutcome) {
    checkList(of: election)
    checkTellers(of: election)
    expectWithin(election.event.at, election.event.sessionIndex)
    if let stated = election.base, let base = record.base(rules), election.voters == .congress {
      expect(
        .statedBase,
        stated.value == base.count,
        Breach(
          "the base is \(base.count) (\(base.origin)), and \(stated.value) is stated",
          at: stated.place,
          help: "leave it out, or list who is taken out of the base under attendance.absent"
        )
      )
    }
    if election.rounds.count > ElectionOutcome.roundLimit { diagnostics.report(.tooManyRounds(election)) }
    if election.isCounted, election.candidates.isEmpty {
      diagnostics.report(.missingFor(election, "candidates", "the list that the congress passed"))
    }
    if election.isCounted, election.seats == nil {
      diagnostics.report(.missingFor(election, "seats", "how many are to be elected"))
    }
    if election.isCounted, outcome.base == nil { diagnostics.report(.noBase(election)) }
    for (index, round) in election.rounds.enumerated() {
      checkBallots(of: round, election)
      if outcome.rounds.indices.contains(index) {
        checkVotes(of: round, outcome.rounds[index], election)
        if election.method == .election { checkResult(of: round, outcome.rounds[index]) }
      }
      checkTimes(of: round, before: index > 0 ? election.rounds[index - 1] : nil, election)
    }
    if election.method == .election {
      checkRounds(of: election, outcome)
      checkEnd(of: election, outcome)
    }
  }

  /// The list of candidates: its length, and among whom they are.
  private mutating func checkList(of election: Election) {
    expectDistinctNames(election.candidates)
    let record = self.record
    if let among = election.among {
      guard let index = record.electionIndex(of: among.value) else {
        return diagnostics.report(.unknownElection(among, known: record.elections))
      }
      let allowed = Set(
        outcomes[index].elected.map(\.line.person.key) + (record.elections[index].elected ?? []).map(\.key)
      )
      for candidate in election.candidates where !allowed.isEmpty {
        expect(
          .among,
          allowed.contains(candidate.key),
          Breach(
            "\(candidate.name.value) was not elected in '\(record.elections[index].title)', and stands for '\(election.title)'",
            at: candidate.name.place,
            help: "only those elected there may stand"
          )
        )
      }
    }
    guard let seats = election.seats, !election.candidates.isEmpty, election.method == .election else { return }
    checkSurplus(of: election, seats)
  }

  private mutating func checkSurplus(of election: Election, _ seats: Placed<Int>) {
    let rules = self.rules
    let surplus = election.candidates.count - seats.value
    let counts = "\(election.candidates.count) candidates stand for \(seats.value) seats"
    if rules.needsSurplus(election) {
      expect(
        .surplusRequired,
        surplus > 0,
        Breach(
          "\(counts) of '\(election.title)', which needs a surplus",
          at: seats.place,
          help:
            "the congress passes a list with more names than seats; surplus: allowed says that this office needs none"
        )
      )
    }
    expect(
      .fewCandidates,
      surplus >= 0,
      Breach("only \(counts)", at: seats.place, help: "the list needs at least as many names as there are seats")
        .warning()
    )
    guard surplus > 0 else { return }
    if election.surplus?.value == Election.Surplus.none {
      expect(
        .surplusLimit,
        false,
        Breach(
          "\(counts), and the list is said to have no surplus",
          at: election.surplus?.place,
          help: "correct one of them",
          related: seats.place
        )
      )
    }
    let greatest = rules.greatestSurplus(seats: seats.value)
    // Within the next whole number only the way of rounding decides, and that is not known.
    let roundedUp = (seats.value * rules.surplusLimit + 99) / 100
    let isDoubtful =
      rules.isDoubtful("surplus_rounding") && !rules.smallSeats.contains(seats.value) && surplus <= roundedUp
    expect(
      .surplusLimit,
      surplus <= greatest,
      Breach(
        "\(counts): a surplus of \(surplus), and at most \(greatest) is allowed",
        at: seats.place,
        help: "hold an opinion poll and shorten the list; rules.surplus_limit and surplus_rounding change the limit"
      )
      .warning(if: isDoubtful)
    )
  }

  /// Names on a ballot must differ: votes are given by name.
  private mutating func expectDistinctNames(_ people: [Person]) {
    var seen: [String: Person] = [:]
    for person in people {
      expect(
        .duplicatePerson,
        seen[person.key] == nil,
        Breach(
          "two candidates are called \(person.name.value)",
          at: person.name.place,
          help: "leave one out, or add what tells them apart to both names, as on the ballot",
          related: seen[person.key]?.name.place
        )
      )
      seen[person.key] = seen[person.key] ?? person
    }
  }

  private mutating func checkTellers(of election: Election) {
    let tellers = election.counting ?? record.bodies.first { $0.kind == .counting }?.members ?? []
    if election.counting != nil { expectDistinct(tellers, in: "the counting committee") }
    let delegates = Set(record.delegates.map(\.person.key))
    let names = Dictionary(election.candidates.map { ($0.key, $0) }) { first, _ in first }
    for teller in tellers {
      let candidate = names[teller.key]
      expect(
        .teller,
        candidate == nil,
        Breach(
          "\(teller.name.value) of the counting committee stands for '\(election.title)'",
          at: candidate?.name.place,
          help: "tellers are not on the ballot that they count; name another committee under elections[].counting",
          related: teller.name.place
        )
      )
      if election.counting != nil, !delegates.isEmpty {
        expect(
          .bodyMember,
          delegates.contains(teller.key),
          Breach(
            "\(teller.name.value) of the counting committee is no delegate",
            at: teller.name.place,
            help: "check the name, or the list of delegates"
          )
        )
      }
    }
  }

  private mutating func checkTimes(of round: Round, before: Round?, _ election: Election) {
    let session =
      round.session.flatMap { record.sessionNames.index(of: $0.value) }
      ?? (round.session == nil ? election.event.sessionIndex : nil)
    for moment in [round.from, round.to] { expectWithin(moment, session) }
    if let from = round.from, let to = round.to {
      expect(
        .roundOrder,
        from.value.order <= to.value.order,
        Breach(
          "the round ends at \(to.value.text), before it begins at \(from.value.text)",
          at: to.place,
          help: "correct one of the times",
          related: from.place
        )
      )
    }
    if let end = before?.to ?? before?.from, let from = round.from {
      expect(
        .roundOrder,
        end.value.order <= from.value.order,
        Breach(
          "the round begins at \(from.value.text), before the one before it ends at \(end.value.text)",
          at: from.place,
          help: "correct one of the times",
          related: end.place
        )
      )
    }
  }
}
