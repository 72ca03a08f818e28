import Values
import Vietnamese

/// What an election came to by its votes.
struct ElectionOutcome: Sendable {
  var base: Base?
  var rounds: [RoundOutcome]
  /// The candidates in ballot order.
  var ballot: [Person]
  /// Seats left after the last round; `nil` where the seats are not known.
  var unfilled: Int?

  /// More rounds than this are a slip.
  static let roundLimit = 100

  /// Everybody who has votes, where the ballot had no names printed on it.
  private static func named(in rounds: [Round]) -> [Person] {
    var seen: Set<String> = []
    let votes = rounds.flatMap(\.votes).filter { seen.insert($0.key).inserted }
    return inNameOrder(votes.compactMap { Person($0.name) }) { $0.sortKey }
  }

  /// Everybody elected: round after round, in each by votes.
  var elected: [(line: RoundOutcome.Line, round: Int)] {
    rounds.flatMap { round in round.elected.map { ($0, round.number) } }
  }

  init(_ election: Election, base: Base?, rules: ElectionRules) {
    self.base = base
    ballot = inNameOrder(election.candidates) { $0.sortKey }
    rounds = []
    unfilled = election.seats?.value
    // Ballots that elect nobody are counted, and fill no seat.
    guard let seats = election.method == .election ? election.seats?.value : 0 else { return }
    if election.method != .election, ballot.isEmpty { ballot = Self.named(in: election.rounds) }
    var count = Count(election: election, base: base, rules: rules, open: ballot, seats: seats)
    for (index, round) in election.rounds.prefix(Self.roundLimit).enumerated() {
      rounds.append(count.next(round, number: index + 1))
    }
    unfilled = election.method == .election ? count.seats : nil
  }
}

/// The count of an election between two rounds.
private struct Count {
  let election: Election
  let base: Base?
  let rules: ElectionRules
  /// Those who may still stand, in ballot order.
  var open: [Person]
  /// Seats left.
  var seats: Int
  /// Those tied at the last seat of the round before.
  var tied: Set<String> = []

  mutating func next(_ round: Round, number: Int) -> RoundOutcome {
    let standing = standing(in: round, number: number)
    let kind = kind(of: round, number: number, standing: standing)
    let votes = Dictionary(round.votes.map { ($0.key, $0) }) { first, _ in first }
    var outcome = RoundOutcome(
      number: number,
      kind: kind,
      seats: seats,
      base: base,
      ballot: standing.map { RoundOutcome.Line(person: $0, vote: votes[$0.key]) },
      strangers: [],
      unfilled: seats
    )
    let known = Set(standing.map(\.key))
    outcome.strangers = round.votes.filter { !known.contains($0.key) }
    outcome.count(round, needsOverHalf: needsOverHalf(kind))
    seats = outcome.unfilled
    tied = Set(outcome.tied.map(\.person.key))
    let elected = Set(outcome.elected.map(\.person.key))
    open = inNameOrder(open.filter { !elected.contains($0.key) } + added(round)) { $0.sortKey }
    return outcome
  }

  private func needsOverHalf(_ kind: Round.Kind) -> Bool {
    switch kind {
    case .first: true
    case .further: rules.furtherRoundOverHalf
    case .revote: rules.revoteOverHalf
    }
  }

  /// The names on the ballot that may be there: as stated, else those with votes, else (in the first round) all.
  private func standing(in round: Round, number: Int) -> [Person] {
    let allowed = inNameOrder(open + added(round)) { $0.sortKey }
    if !round.candidates.isEmpty {
      let names = Set(round.candidates.map { personKey($0.value) })
      return allowed.filter { names.contains($0.key) }
    }
    if number == 1 { return open }
    let names = Set(round.votes.map(\.key))
    return allowed.filter { names.contains($0.key) }
  }

  /// People whom the congress added for this round and who were no candidates before.
  private func added(_ round: Round) -> [Person] {
    let known = Set(open.map(\.key))
    return round.added.compactMap { name in
      if known.contains(personKey(name.value)) { return nil }
      return Person(name)
    }
  }

  private func kind(of round: Round, number: Int, standing: [Person]) -> Round.Kind {
    if let kind = round.kind?.value { return kind }
    if number == 1 { return .first }
    return !tied.isEmpty && Set(standing.map(\.key)) == tied ? .revote : .further
  }
}
