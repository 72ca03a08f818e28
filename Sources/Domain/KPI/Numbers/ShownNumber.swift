package import Values

/// A number on paper: decimal comma, groups of three parted by dots.
///
/// Halves are rounded away from zero. A number that does not fit with so many places is shown with its own.
package func shownNumber(_ number: Decimal, places: Int) -> String {
  let text = (number.rounded(to: places) ?? number).description
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  let isNegative = parts[0].first == "-"
  let digits = Array(isNegative ? parts[0].dropFirst() : parts[0])
  var grouped = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { grouped.append(".") }
    grouped.append(digit)
  }
  let result = parts.count > 1 ? "\(grouped),\(parts[1])" : grouped
  // -0,04 with one place is 0,0: a sign on nought would be a riddle.
  let isNought = result.allSatisfy { "0,.".contains($0) }
  return isNegative && !isNought ? "-" + result : result
}

/// A change with its sign: `+5,2`, `-3,0`, `0,0`.
package func shownChange(_ number: Decimal, places: Int) -> String {
  let text = shownNumber(number, places: places)
  let isNought = text.allSatisfy { "0,.".contains($0) }
  return number > .zero && !isNought ? "+" + text : text
}
