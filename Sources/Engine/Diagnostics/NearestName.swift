/// The candidate that differs from `name` in the fewest letters, for the help line of an unknown name.
///
/// Letters are compared without regard to case. A candidate counts only when at most a third of the letters of
/// the longer name (and always one) must be put in, left out, replaced or swapped with the next one.
/// Costs candidates × length²: call it only for a mistake.
///
/// - Returns: the nearest candidate, the first of several equally near ones, or `nil` where none is near.
package func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased())
  var best: (name: String, distance: Int)?
  for candidate in candidates {
    let letters = Array(candidate.lowercased())
    let longest = max(wanted.count, letters.count)
    let limit = min(max(1, longest / 3), best.map { $0.distance - 1 } ?? Int.max)
    guard abs(wanted.count - letters.count) <= limit, longest > 1 else { continue }
    let distance = editDistance(wanted, letters)
    if distance <= limit { best = (candidate, distance) }
  }
  return best?.name
}

/// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours count one each.
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for row in first.indices {
    var current = [row + 1]
    current.reserveCapacity(second.count + 1)
    for column in second.indices {
      let replaced = last[column] + (first[row] == second[column] ? 0 : 1)
      var least = min(replaced, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        least = min(least, beforeLast[column - 1] + 1)
      }
      current.append(least)
    }
    beforeLast = last
    last = current
  }
  return last[second.count]
}
