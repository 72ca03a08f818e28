import Diagnostics
import Values
import Vietnamese

/// Puts the rows of `tallies` into the rounds of the elections that they name.
///
/// A round that does not exist yet is added at the end, so that a spreadsheet alone can hold the votes.
func distributingTallies(_ root: Value, diagnostics: inout DiagnosticList) -> Value {
  guard let rows = root.map?["tallies"]?.list, !rows.isEmpty else { return root }
  var elections = root.map?["elections"]?.list ?? []
  var indices: [String: Int] = [:]
  for index in elections.indices { indices[String(index + 1)] = index }
  for (index, election) in elections.enumerated() {
    if let id = Fields(election).reference("id")?.value { indices[foldedName(id)] = index }
  }
  var votes: [Int: [Int: [Value]]] = [:]
  for row in rows {
    let fields = Fields(row)
    let reference = fields.reference("election")
    let index = reference.map { indices[foldedName($0.value)] } ?? (elections.count == 1 ? 0 : nil)
    guard let index else {
      diagnostics.report(.unknownElection(reference ?? Placed(value: "", place: row.place), known: elections))
      continue
    }
    let round = max(1, fields.count("round")?.value ?? 1)
    votes[index, default: [:]][round, default: []].append(row.without(["election", "round"]))
  }
  for index in votes.keys.sorted() {
    elections[index] = adding(votes[index] ?? [:], to: elections[index], diagnostics: &diagnostics)
  }
  return root.with { $0.put("elections", list: elections) }
}

private func adding(_ votes: [Int: [Value]], to election: Value, diagnostics: inout DiagnosticList) -> Value {
  var rounds = election.map?["rounds"]?.list ?? []
  for number in votes.keys.sorted() {
    let rows = votes[number] ?? []
    if number == rounds.count + 1 { rounds.append(Value(.map(ValueMap()), place: rows.first?.place)) }
    guard rounds.indices.contains(number - 1) else {
      diagnostics.report(.noSuchRound(number, count: rounds.count, at: rows.first))
      continue
    }
    if let present = rounds[number - 1].map?["votes"] {
      diagnostics.report(.votesTwice(rows.first, other: present))
      continue
    }
    rounds[number - 1] = rounds[number - 1].with { $0.put("votes", list: rows) }
  }
  return election.with { $0.put("rounds", list: rounds) }
}

extension Value {
  fileprivate func without(_ keys: [String]) -> Value {
    with { map in
      for key in keys { map[key] = nil }
    }
  }
}
