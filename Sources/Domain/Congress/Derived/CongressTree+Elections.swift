import Values

extension CongressTree {
  /// An election with everything that follows from its votes.
  func tree(of election: Election, _ outcome: ElectionOutcome) -> Value {
    let candidates = (election.event.source.map?["candidates"]?.list ?? []).map { filled($0, PeopleTables.candidate) }
    let elected = outcome.elected
    return filled(election.event.source, ElectionTables.election).with { map in
      map.put("method", text: election.method.rawValue)
      map.put("at", moment: election.event.at?.value)
      map["paragraphs"] = map["note"]
      map.put("base", count: outcome.base?.count)
      map.put("majority", count: outcome.base?.majority)
      map.put("candidates", list: numbered(candidates))
      map.put("ballot", list: numbered(outcome.ballot.map { filled($0.source, PeopleTables.candidate) }))
      map.put("surplus", surplus(of: election).kind)
      map.put("counting", list: counting(of: election))
      let pairs = zip(election.rounds, outcome.rounds)
      let trees = pairs.enumerated().map { index, pair in
        tree(of: pair.0, pair.1, next: outcome.rounds.indices.contains(index + 1) ? outcome.rounds[index + 1] : nil)
      }
      map.put(
        "rounds",
        list: outcome.rounds.isEmpty ? election.rounds.map { filled($0.source, ElectionTables.round) } : trees
      )
      map.put("has_against", truth: election.rounds.contains { $0.votes.contains { $0.against != nil } })
      map.put(
        "elected",
        list: elected.enumerated().map { index, pair in
          tree(of: pair.line, outcome.base, index: index + 1, round: pair.round)
        }
      )
      if election.rounds.isEmpty { stated(election, &map) }
      map.put(
        "elected_count",
        count: election.rounds.isEmpty ? election.electedCount?.value ?? election.elected?.count ?? 0 : elected.count
      )
      map.put("unfilled", count: outcome.unfilled)
      map.put("is_complete", truth: outcome.unfilled == 0)
    }
  }

  /// Where there are no votes, those elected are the ones that the data states.
  private func stated(_ election: Election, _ map: inout ValueMap) {
    let people = election.event.source.map?["elected"]?.list ?? []
    map.put("elected", list: numbered(people.map { filled($0, ElectionTables.elected) }))
  }

  private func surplus(of election: Election) -> Value {
    var map = ValueMap()
    let seats = election.seats?.value ?? 0
    let count = max(0, election.candidates.count - seats)
    map.put("count", count: count)
    map.put("percent", number: percentage(count, of: seats, places: rules.percentPlaces))
    map.put("allowed", count: rules.greatestSurplus(seats: seats))
    map.put("exists", truth: count > 0)
    return Value(.map(map))
  }

  private func counting(of election: Election) -> [Value] {
    let people = election.counting ?? record.bodies.first { $0.kind == .counting }?.members ?? []
    return numbered(people.map { filled($0.source, PeopleTables.member) })
  }

  private func numbered(_ values: [Value]) -> [Value] {
    values.enumerated().map { index, value in value.with { $0.put("index", count: index + 1) } }
  }

  private func tree(of round: Round, _ outcome: RoundOutcome, next: RoundOutcome?) -> Value {
    filled(round.source, ElectionTables.round).with { map in
      map.put("number", count: outcome.number)
      map.put("kind", text: outcome.kind.rawValue)
      map.put("is_first", truth: outcome.number == 1)
      map.put("is_revote", truth: outcome.kind == .revote)
      map.put("seats", count: outcome.seats)
      map.put("from", moment: round.from?.value)
      map.put("to", moment: round.to?.value)
      map["paragraphs"] = map["note"]
      map.put("base", count: outcome.base?.count)
      map.put("majority", count: outcome.base?.majority)
      if let ballots = round.ballots { map["ballots"] = map["ballots"].map { tree(of: ballots, $0) } }
      map.put("has_against", truth: round.votes.contains { $0.against != nil })
      let valid = round.ballots?.valid.value
      map.put("votes", list: lines(outcome.ballot, outcome.base, valid: valid))
      map.put("result", list: lines(outcome.byVotes, outcome.base, valid: valid))
      map.put("elected", list: lines(outcome.elected, outcome.base, valid: valid))
      map.put("tied", list: lines(outcome.tied, outcome.base, valid: valid))
      map.put("unfilled", count: outcome.unfilled)
      map.put(
        "next",
        list: (next?.ballot ?? []).map { Value(.text($0.person.name.value), place: $0.person.name.place) }
      )
    }
  }

  private func tree(of ballots: Ballots, _ source: Value) -> Value {
    source.with { map in
      let places = rules.percentPlaces
      map.put("not_returned", count: max(0, ballots.handedOut.value - ballots.collected.value))
      map.put(
        "collected_percent",
        number: percentage(ballots.collected.value, of: ballots.handedOut.value, places: places)
      )
      map.put("valid_percent", number: percentage(ballots.valid.value, of: ballots.collected.value, places: places))
      map.put("invalid_percent", number: percentage(ballots.invalid.value, of: ballots.collected.value, places: places))
    }
  }

  private func lines(_ lines: [RoundOutcome.Line], _ base: Base?, valid: Int?) -> [Value] {
    lines.enumerated().map { index, line in
      tree(of: line, base, index: index + 1, round: nil).with { map in
        let against = line.vote?.against?.value
        map.put("against", count: against)
        map.put("unmarked", count: against.flatMap { against in valid.map { max(0, $0 - line.votes - against) } })
      }
    }
  }

  /// One person's result, with what the list of candidates says of the person.
  private func tree(of line: RoundOutcome.Line, _ base: Base?, index: Int, round: Int?) -> Value {
    filled(line.person.source, PeopleTables.candidate).with { map in
      map.put("index", count: index)
      map.put("votes", count: line.vote?.votes.value)
      map.put("base", count: base?.count)
      map.put("percent", number: base.flatMap { percentage(line.votes, of: $0.count, places: rules.percentPlaces) })
      map.put("over_half", truth: line.isOverHalf)
      map.put("elected", truth: line.isElected)
      map.put("tied", truth: line.isTied)
      map.put("rank", count: line.rank)
      if let round { map.put("round", count: round) }
    }
  }
}
