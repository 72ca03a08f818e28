import Values
import Vietnamese

/// What a round came to by its votes: who is elected, who is tied, how many seats are left.
struct RoundOutcome: Sendable {
  /// One person on the ballot.
  struct Line: Sendable {
    var person: Person
    /// `nil` where the data has no votes for the person.
    var vote: Vote?
    var isOverHalf = false
    var isElected = false
    /// Tied with others at the last seat.
    var isTied = false
    /// From 1; people with equal votes share it.
    var rank = 0

    var votes: Int { vote?.votes.value ?? 0 }
  }

  /// From 1.
  var number: Int
  var kind: Round.Kind
  /// Seats that were to be filled.
  var seats: Int
  var base: Base?
  /// The people on the ballot, in ballot order.
  var ballot: [Line]
  /// Names of the data that are nobody's on the list, in its order.
  var strangers: [Vote]
  /// Seats left.
  var unfilled: Int
  /// Whether the congress decided about the tie, as the data says.
  var isTieDecided = false

  /// The ballot by votes, most first; equal votes by name, for showing only.
  var byVotes: [Line] {
    ballot.enumerated().sorted { left, right in
      left.element.votes == right.element.votes
        ? left.offset < right.offset : left.element.votes > right.element.votes
    }.map(\.element)
  }

  var elected: [Line] { byVotes.filter(\.isElected) }
  var tied: [Line] { byVotes.filter(\.isTied) }
}

extension RoundOutcome {
  /// Counts a round: ranks, over half, and the seats from the top down.
  ///
  /// People with equal votes at the last seat are tied: nothing but a further ballot or the congress decides between them.
  mutating func count(_ round: Round, needsOverHalf: Bool) {
    for index in ballot.indices {
      let votes = ballot[index].votes
      ballot[index].isOverHalf = base.map { $0.isOverHalf(votes) } ?? false
    }
    rank()
    let eligible = ballot.indices.filter { ballot[$0].vote != nil && (ballot[$0].isOverHalf || !needsOverHalf) }
      .filter { ballot[$0].votes > 0 }
      .sorted { ballot[$0].votes > ballot[$1].votes }
    guard eligible.count > seats else { return elect(eligible) }
    guard seats > 0 else { return }
    let last = ballot[eligible[seats - 1]].votes
    guard ballot[eligible[seats]].votes == last else { return elect(Array(eligible[..<seats])) }
    elect(eligible.filter { ballot[$0].votes > last })
    let tied = eligible.filter { ballot[$0].votes == last }
    for index in tied { ballot[index].isTied = true }
    decide(tied, round)
  }

  private mutating func rank() {
    let order = ballot.indices.sorted { ballot[$0].votes > ballot[$1].votes }
    for (position, index) in order.enumerated() {
      let before = position > 0 ? order[position - 1] : index
      let isEqual = position > 0 && ballot[before].votes == ballot[index].votes
      ballot[index].rank = isEqual ? ballot[before].rank : position + 1
    }
  }

  private mutating func elect(_ indices: [Int]) {
    for index in indices { ballot[index].isElected = true }
    unfilled -= indices.count
  }

  /// The congress may decide about tied people: those whom the data then names as elected are.
  private mutating func decide(_ tied: [Int], _ round: Round) {
    guard round.decision != nil, let stated = round.elected else { return }
    let names = Set(stated.map(\.key))
    let chosen = tied.filter { names.contains(ballot[$0].person.key) }
    guard !chosen.isEmpty, chosen.count <= unfilled else { return }
    elect(chosen)
    for index in tied { ballot[index].isTied = false }
    isTieDecided = true
  }
}
