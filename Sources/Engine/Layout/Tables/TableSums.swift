import Styles
import Values

/// What a cell adds to a sum of its table.
struct SumAddend {
  var name: String
  var value: Decimal
}

/// The sums of a table: in all, and in the form that takes the most room.
struct TableSums {
  /// Names in the order in which cells first add to them.
  private(set) var names: [String] = []
  /// By name.
  private(set) var totals: [Decimal] = []
  /// The longest sum of the first rows, by name: what a row that is measured beforehand shows.
  private(set) var longest: [Decimal] = []
  /// The most digits after the comma that a cell of each sum has.
  private(set) var scales: [Int] = []
  private var lengths: [Int] = []

  /// Where a name stands; `nil` where no cell adds to it.
  func index(of name: String) -> Int? { names.firstIndex(of: name) }

  /// Adds what a cell adds; gives `false` where the sum has more digits than can be kept.
  mutating func add(_ addend: SumAddend) -> Bool {
    let index = index(of: addend.name) ?? append(addend.name)
    scales[index] = max(scales[index], addend.value.scale)
    guard let sum = totals[index].adding(addend.value) else { return false }
    totals[index] = sum
    let length = sumText(sum, scale: scales[index]).utf8.count
    if length > lengths[index] {
      lengths[index] = length
      longest[index] = sum
    }
    return true
  }

  private mutating func append(_ name: String) -> Int {
    names.append(name)
    totals.append(.zero)
    longest.append(.zero)
    scales.append(0)
    lengths.append(0)
    return names.count - 1
  }
}

/// The sums that one row shows, in the order of ``TableSums/names``.
struct ShownSums {
  /// `nil` while the table is not complete.
  var sums: TableSums?
  var carried: [Decimal] = []
  var page: [Decimal] = []
  /// Whether the row asked for one.
  var isAsked = false
}

/// A row that shows sums: all that it takes to make its cells again.
struct SumRow {
  var part: TablePart
  var counters: CounterScopes
  var quoteDepth: Int
  var strings: [String: String]
}

/// A sum in Vietnamese form, such as 1.234,50.
func sumText(_ sum: Decimal, scale: Int) -> String {
  let number = sum.rounded(to: scale) ?? sum
  var digits = String(number.coefficient.magnitude)
  if digits.utf8.count <= number.scale {
    digits = String(repeating: "0", count: number.scale + 1 - digits.utf8.count) + digits
  }
  let whole = digits.dropLast(number.scale)
  var text = number.coefficient < 0 ? "-" : ""
  for (index, digit) in whole.enumerated() {
    if index > 0, (whole.count - index) % 3 == 0 { text.append(".") }
    text.append(digit)
  }
  return number.scale > 0 ? "\(text),\(digits.suffix(number.scale))" : text
}

/// Reads a number in Vietnamese form (1.234,5), or with a decimal point where that is clear (1234.5).
///
/// Dots before groups of three part thousands. Nothing, or a dash alone, is zero.
func readSum(_ written: String) -> Decimal? {
  var text = written.filter { !$0.isWhitespace }
  // U+2212 MINUS SIGN is a minus as well.
  text = text.replacing("\u{2212}", with: "-")
  if text.isEmpty || text == "-" || text == "–" || text == "—" { return .zero }
  let unsigned = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
  let halves = unsigned.split(separator: ",", omittingEmptySubsequences: false)
  let groups = halves[0].split(separator: ".", omittingEmptySubsequences: false)
  let allowed = unsigned.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }
  guard allowed, halves.count <= 2, !groups.contains("") else { return nil }
  let isGrouped = groups[0].utf8.count <= 3 && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
  let sign = text.first == "-" ? "-" : ""
  if groups.count == 1 || isGrouped {
    guard halves.count == 1 || !halves[1].isEmpty && !halves[1].contains(".") else { return nil }
    return Decimal(sign + groups.joined() + (halves.count == 2 ? ".\(halves[1])" : ""))
  }
  guard groups.count == 2, halves.count == 1 else { return nil }
  return Decimal("\(sign)\(groups[0]).\(groups[1])")
}
