import Diagnostics
import Values

extension RuleChecker {
  mutating func checkBallots(of round: Round, _ election: Election) {
    guard let ballots = round.ballots else {
      if !round.votes.isEmpty {
        diagnostics.report(.missingFor(round, "ballots", "handed_out, collected, valid, invalid"))
      }
      return
    }
    if round.votes.isEmpty { diagnostics.report(.missingFor(round, "votes", "the votes for each candidate")) }
    let (out, back) = (ballots.handedOut, ballots.collected)
    let sum = ballots.valid.value + ballots.invalid.value
    expect(
      .ballotsValid,
      sum == back.value,
      Breach(
        "\(ballots.valid.value) valid and \(ballots.invalid.value) invalid ballots are \(sum), not the \(back.value) collected",
        at: ballots.valid.place,
        help: "correct the number that is wrong",
        related: back.place
      )
    )
    expect(
      .ballotsCollected,
      back.value <= out.value,
      Breach(
        "\(back.value) ballots are collected, and \(out.value) were handed out: the box is void",
        at: back.place,
        help: "the vote is held again; correct the numbers if they are wrong",
        related: out.place
      )
    )
    if let present = round.present ?? election.present ?? voters(of: election, round) {
      expect(
        .ballotsHandedOut,
        out.value <= present.value,
        Breach(
          "\(out.value) ballots are handed out, and \(present.value) voters were present",
          at: out.place,
          help: "correct one of them",
          related: present.place
        )
      )
    }
    let counts = ballots.reasons.compactMap(\.count?.value)
    if !counts.isEmpty, counts.count == ballots.reasons.count {
      let total = counts.reduce(0, +)
      expect(
        .invalidReasons,
        total == ballots.invalid.value,
        Breach(
          "the reasons cover \(total) invalid ballots of \(ballots.invalid.value)",
          at: ballots.reasonsPlace,
          help: "correct the numbers",
          related: ballots.invalid.place
        )
      )
    }
  }

  private func voters(of election: Election, _ round: Round) -> Placed<Int>? {
    guard election.voters == .congress else { return election.base }
    let named = round.session.flatMap { record.sessionNames.index(of: $0.value) }
    return record.present(in: named ?? election.event.sessionIndex)
  }

  mutating func checkVotes(of round: Round, _ outcome: RoundOutcome, _ election: Election) {
    let people = outcome.ballot.map(\.person)
    for vote in election.candidates.isEmpty ? [] : outcome.strangers {
      let known = diagnostics.all.count < 20 ? people : []
      expect(
        .votesCandidate,
        false,
        Breach(
          "\(vote.name.value) has votes and does not stand in this round",
          at: vote.name.place,
          help: nearestPerson(to: vote.name.value, among: known)
            ?? "check the name and the list of candidates"
        )
      )
    }
    expectOnceEach(round, outcome)
    guard let ballots = round.ballots else { return }
    for vote in round.votes { check(vote, ballots, outcome.base) }
    let total = round.votes.reduce(0) { $0 + $1.votes.value }
    guard let seats = election.method == .election ? outcome.seats : election.seats?.value else { return }
    let most = ballots.valid.value * seats
    expect(
      .votesSum,
      total <= most,
      Breach(
        "\(total) votes are counted, and \(ballots.valid.value) valid ballots for \(seats) seats give at most \(most)",
        at: round.votes.first?.votes.place,
        help: "count again: a ballot with more names than seats is invalid",
        related: ballots.valid.place
      )
    )
  }

  private mutating func expectOnceEach(_ round: Round, _ outcome: RoundOutcome) {
    var seen: [String: Vote] = [:]
    for vote in round.votes {
      expect(
        .votesComplete,
        seen[vote.key] == nil,
        Breach(
          "\(vote.name.value) stands twice in the result",
          at: vote.name.place,
          help: "leave one out",
          related: seen[vote.key]?.name.place
        )
      )
      seen[vote.key] = seen[vote.key] ?? vote
    }
    guard !round.votes.isEmpty else { return }
    for line in outcome.ballot {
      expect(
        .votesComplete,
        line.vote != nil,
        Breach(
          "the result has no votes for \(line.person.name.value)",
          at: line.person.name.place,
          help: "write 0 where nobody voted for a candidate",
          related: round.votes.first?.name.place
        )
      )
    }
  }

  private mutating func check(_ vote: Vote, _ ballots: Ballots, _ base: Base?) {
    let valid = ballots.valid
    expect(
      .votesValid,
      vote.votes.value <= valid.value,
      Breach(
        "\(vote.name.value) has \(vote.votes.value) votes, and \(valid.value) ballots are valid",
        at: vote.votes.place,
        help: "correct one of them",
        related: valid.place
      )
    )
    if let against = vote.against {
      expect(
        .votesValid,
        vote.votes.value + against.value <= valid.value || vote.votes.value > valid.value,
        Breach(
          "\(vote.name.value) has \(vote.votes.value) votes for and \(against.value) against, and \(valid.value) ballots are valid",
          at: against.place,
          help: "correct one of them",
          related: valid.place
        )
      )
    }
    if let stated = vote.percent, let base {
      expectPercent(stated, vote.votes.value, vote.name.value, base, ballots)
    }
  }

  /// Says which base a wrong percentage was counted on, where it is one of the usual wrong ones.
  mutating func expectPercent(
    _ stated: Placed<Decimal>,
    _ votes: Int,
    _ name: String,
    _ base: Base,
    _ ballots: Ballots?
  ) {
    let places = stated.value.scale
    guard let right = percentage(votes, of: base.count, places: places) else { return }
    let wrongBases = [
      (ballots?.valid.value, "valid ballots"), (ballots?.collected.value, "ballots collected"),
      (record.attendance?.convened.value, "all those convened"), (record.attendance?.present.value, "those present"),
    ]
    expect(
      .percent,
      stated.value == right,
      {
        let guessed = wrongBases.first { whole, _ in
          whole.flatMap { percentage(votes, of: $0, places: places) } == stated.value
        }
        return Breach(
          "\(votes) votes of \(base.count) (\(base.origin)) are \(right) %, and \(stated.value) % is stated for \(name)",
          at: stated.place,
          help: guessed.map { "that is the share of \($0.1): the base is those convened less the exceptions" }
            ?? "correct the percentage, or leave it out: it is computed"
        )
      }()
    )
  }
}
