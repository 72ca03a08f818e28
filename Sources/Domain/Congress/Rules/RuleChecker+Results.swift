import Diagnostics
import Values

extension RuleChecker {
  /// Who is said to be elected in a round, against who is by the votes.
  mutating func checkResult(of round: Round, _ outcome: RoundOutcome) {
    guard let stated = round.elected, outcome.base != nil else { return }
    expect(
      .seats,
      stated.count <= outcome.seats,
      Breach(
        "\(stated.count) are elected for \(outcome.seats) seats",
        at: stated.last?.name.place,
        help: "those with most votes take the seats"
      )
    )
    expectElected(stated, outcome)
  }

  private mutating func expectElected(_ stated: [Elected], _ outcome: RoundOutcome) {
    let lines = Dictionary(outcome.ballot.map { ($0.person.key, $0) }) { first, _ in first }
    for elected in stated {
      guard let line = lines[elected.key] else {
        expect(
          .electedCandidate,
          false,
          Breach(
            "\(elected.name.value) is elected and does not stand in this round",
            at: elected.name.place,
            help: nearestPerson(to: elected.name.value, among: outcome.ballot.map(\.person))
              ?? "check the name and the list of candidates"
          )
        )
        continue
      }
      expectElected(elected, line, outcome)
    }
    let names = Set(stated.map(\.key))
    for line in outcome.elected {
      expect(
        .seatOrder,
        names.contains(line.person.key),
        Breach(
          "\(line.person.name.value) has \(line.votes) votes, which is enough for a seat, and is not among those elected",
          at: stated.first?.name.place ?? line.vote?.votes.place,
          help: "the seats go to those with most votes",
          related: line.vote?.votes.place
        )
      )
    }
  }

  private mutating func expectElected(_ elected: Elected, _ line: RoundOutcome.Line, _ outcome: RoundOutcome) {
    expect(.electedCandidate, true, Breach("", at: nil, help: ""))
    guard let base = outcome.base else { return }
    let needsOverHalf =
      outcome.kind == .revote ? rules.revoteOverHalf : outcome.kind == .first || rules.furtherRoundOverHalf
    let name = elected.name.value
    let isEnough = line.isOverHalf || !needsOverHalf
    expect(
      .majority,
      isEnough,
      Breach(
        "\(name) is elected with \(line.votes) votes of \(base.count) (\(base.origin)): over half is \(base.majority)",
        at: elected.name.place,
        help: "vote again, or leave the seat free",
        related: line.vote?.votes.place
      )
    )
    guard isEnough else { return }
    expect(
      .tie,
      !line.isTied,
      Breach(
        "\(name) is elected with \(line.votes) votes, as many as others have who are not: the last seat is tied",
        at: elected.name.place,
        help: "vote again between the tied people (kind: revote), or write the decision of the congress",
        related: line.vote?.votes.place
      )
    )
    expect(
      .seatOrder,
      line.isElected || line.isTied,
      Breach(
        "\(name) is elected with \(line.votes) votes, and others with more votes take all \(outcome.seats) seats",
        at: elected.name.place,
        help: "the seats go to those with most votes",
        related: line.vote?.votes.place
      )
    )
  }

  /// What holds from round to round.
  mutating func checkRounds(of election: Election, _ outcome: ElectionOutcome) {
    var open = Set(election.candidates.map(\.key))
    var tied: [RoundOutcome.Line] = []
    for (round, result) in zip(election.rounds, outcome.rounds) {
      if let number = round.number {
        expect(
          .roundOrder,
          number.value == result.number,
          Breach(
            "round \(result.number) is numbered \(number.value)",
            at: number.place,
            help: "rounds are listed in order, from 1"
          )
        )
      }
      if let seats = round.seats {
        expect(
          .roundOrder,
          seats.value == result.seats,
          Breach(
            "\(result.seats) seats are free in round \(result.number), and \(seats.value) are stated",
            at: seats.place,
            help: "correct the number, or leave it out"
          )
        )
      }
      let added = Set(round.added.map { personKey($0.value) })
      if let first = round.added.first {
        expect(
          .roundCandidate,
          round.decision != nil,
          Breach(
            "\(first.value) is added to the list without a decision of the congress",
            at: first.place,
            help: "write the decision of the congress: decision: ..."
          )
        )
      }
      for name in round.candidates {
        let key = personKey(name.value)
        expect(
          .roundCandidate,
          open.contains(key) || added.contains(key),
          Breach(
            "\(name.value) stands in round \(result.number) and \(result.number == 1 ? "is not on the list" : "did not stand before, or is elected already")",
            at: name.place,
            help: "names are added by the congress: added, with a decision"
          )
        )
      }
      checkRevote(result, tied, round)
      open.formUnion(added)
      open.subtract(result.elected.map(\.person.key))
      tied = result.tied
    }
  }

  private mutating func checkRevote(_ result: RoundOutcome, _ tied: [RoundOutcome.Line], _ round: Round) {
    guard result.kind == .revote else { return }
    let place = round.kind?.place ?? round.candidates.first?.place ?? round.source.place
    let names = tied.map(\.person.name.value).joined(separator: ", ")
    expect(
      .revote,
      !tied.isEmpty && Set(tied.map(\.person.key)) == Set(result.ballot.map(\.person.key)),
      Breach(
        tied.isEmpty
          ? "round \(result.number) is a re-vote, and nobody was tied at the last seat before"
          : "round \(result.number) is a re-vote, and the tied people are \(names)",
        at: place,
        help: "a re-vote has all the tied people and nobody else; other rounds are kind: further"
      )
    )
  }

  /// What is left after the last round, and the result as the election states it.
  mutating func checkEnd(of election: Election, _ outcome: ElectionOutcome) {
    let elected = outcome.elected
    if let last = outcome.rounds.last, let round = election.rounds.last, outcome.base != nil, !round.votes.isEmpty {
      let tied = last.tied
      let names = tied.map(\.person.name.value).joined(separator: ", ")
      expect(
        .tie,
        tied.isEmpty || round.decision != nil,
        Breach(
          "\(names) have \(tied.first?.votes ?? 0) votes each, and only \(last.unfilled) of them can be elected",
          at: tied.first?.vote?.votes.place,
          help:
            "vote again between them (a further round), or write the decision of the congress: their order decides nothing"
        )
      )
      expect(
        .unfilled,
        last.unfilled == 0 || !tied.isEmpty || round.decision != nil,
        Breach(
          "\(last.unfilled) of \(election.seats?.value ?? 0) seats of '\(election.title)' are not filled",
          at: election.seats?.place ?? election.event.source.place,
          help: "add the further round, or the decision of the congress to leave them free"
        ).warning()
      )
    }
    if let count = election.electedCount {
      let expected = election.rounds.isEmpty ? nil : elected.count
      let isKept =
        (expected.map { $0 == count.value } ?? true) && election.seats.map { count.value <= $0.value } != false
      expect(
        .seats,
        isKept,
        Breach(
          "\(count.value) are said to be elected, and \(expected ?? election.seats?.value ?? 0) are",
          at: count.place,
          help: "correct the number, or leave it out"
        )
      )
    }
    guard let stated = election.elected else { return }
    checkStated(stated, of: election, outcome)
  }

  private mutating func checkStated(_ stated: [Elected], of election: Election, _ outcome: ElectionOutcome) {
    if let seats = election.seats {
      expect(
        .seats,
        stated.count <= seats.value,
        Breach(
          "\(stated.count) are elected for \(seats.value) seats",
          at: stated.last?.name.place,
          help: "those with most votes take the seats",
          related: seats.place
        )
      )
    }
    guard !election.rounds.isEmpty, outcome.base != nil else {
      let names = Set(election.candidates.map(\.key))
      for elected in stated where !names.isEmpty {
        expect(
          .electedCandidate,
          names.contains(elected.key),
          Breach(
            "\(elected.name.value) is elected and is no candidate",
            at: elected.name.place,
            help: nearestPerson(to: elected.name.value, among: election.candidates)
              ?? "check the name and the list of candidates"
          )
        )
      }
      return
    }
    let elected = outcome.elected
    var lastRound: [String: (round: RoundOutcome, line: RoundOutcome.Line)] = [:]
    for round in outcome.rounds {
      for line in round.ballot { lastRound[line.person.key] = (round, line) }
    }
    let byKey = Dictionary(elected.map { ($0.line.person.key, $0.line) }) { first, _ in first }
    for one in stated {
      guard let line = byKey[one.key] else {
        // The last ballot that the person stood on says why not.
        if let stood = lastRound[one.key] {
          expectElected(one, stood.line, stood.round)
        } else {
          expect(
            .electedCandidate,
            false,
            Breach(
              "\(one.name.value) is elected and is no candidate",
              at: one.name.place,
              help: nearestPerson(to: one.name.value, among: election.candidates)
                ?? "check the name and the list of candidates"
            )
          )
        }
        continue
      }
      expectStated(one, line, outcome)
    }
    let names = Set(stated.map(\.key))
    for (line, _) in elected {
      expect(
        .seatOrder,
        names.contains(line.person.key),
        Breach(
          "\(line.person.name.value) has \(line.votes) votes, which is enough for a seat, and is not among those elected",
          at: stated.first?.name.place ?? election.event.source.place,
          help: "the seats go to those with most votes",
          related: line.vote?.votes.place
        )
      )
    }
  }

  private mutating func expectStated(_ one: Elected, _ line: RoundOutcome.Line, _ outcome: ElectionOutcome) {
    if let votes = one.votes {
      expect(
        .votesComplete,
        votes.value == line.votes,
        Breach(
          "\(one.name.value) is elected with \(votes.value) votes, and the count gave \(line.votes)",
          at: votes.place,
          help: "correct one of them",
          related: line.vote?.votes.place
        )
      )
    }
    if let percent = one.percent, let base = outcome.base {
      expectPercent(percent, line.votes, one.name.value, base, nil)
    }
  }
}
