import Values

/// What over half is counted on.
struct Base: Sendable {
  /// How many it is.
  var count: Int
  /// Where it comes from, for messages: "60 convened less 1".
  var origin: String

  /// The least votes that are over half.
  var majority: Int { count / 2 + 1 }

  func isOverHalf(_ votes: Int) -> Bool { votes * 2 > count }
}

extension CongressRecord {
  /// Those convened less the listed exceptions; `nil` where the data has no attendance.
  ///
  /// 24-QĐ/TW 9.3 and the election regulation count on this, not on ballots and not on those present.
  func base(_ rules: ElectionRules) -> Base? {
    guard let attendance else { return nil }
    let excluded = attendance.excludedCount
    let origin = "\(attendance.convened.value) convened" + (excluded > 0 ? " less \(excluded)" : "")
    return Base(count: max(0, attendance.convened.value - excluded), origin: origin)
  }

  /// The base of one election: that of the congress, else what the election states; of an election by a new committee its
  /// members, where `outcomes` of earlier elections have them.
  func base(of election: Election, after outcomes: [ElectionOutcome], _ rules: ElectionRules) -> Base? {
    if election.voters == .congress, let base = base(rules) { return base }
    if let stated = election.base { return Base(count: stated.value, origin: "\(stated.value) as stated") }
    guard election.voters == .committee, let index = election.among.flatMap({ electionIndex(of: $0.value) }),
      outcomes.indices.contains(index)
    else { return nil }
    let members = outcomes[index].elected.count
    return members > 0 ? Base(count: members, origin: "\(members) elected") : nil
  }

  /// What each election came to, in order.
  func outcomes(_ rules: ElectionRules) -> [ElectionOutcome] {
    var outcomes: [ElectionOutcome] = []
    for election in elections {
      let base = base(of: election, after: outcomes, rules)
      outcomes.append(ElectionOutcome(election, base: base, rules: rules))
    }
    return outcomes
  }
}

extension Attendance {
  /// How many are taken out of the base.
  var excludedCount: Int {
    absent.isEmpty ? min(excluded?.value ?? 0, convened.value) : absent.count { $0.isExcluded }
  }
}

/// A share in percent with `places` digits after the mark, halves up: exact; `nil` of nothing.
func percentage(_ part: Int, of whole: Int, places: Int) -> Decimal? {
  guard whole > 0, part >= 0, (0...18).contains(places) else { return nil }
  let scale = (0..<places).reduce(Int128(100)) { result, _ in result * 10 }
  let (doubled, base) = (Int128(part) * scale * 2, Int128(whole))
  return Decimal(coefficient: (doubled + base) / (base * 2), scale: places)
}
