/// The values of an axis: where it begins and ends, and the round numbers on it.
struct ValueScale {
  /// A round number with its text.
  struct Tick {
    var value: Double
    var text: String
  }

  private(set) var low: Double
  private(set) var high: Double
  private(set) var ticks: [Tick] = []

  /// A scale that reaches at least from `low` to `high` and begins and ends at round numbers.
  ///
  /// `intervals` is how many steps there is room for; the step is 1, 2 or 5 times a power of ten.
  init(low: Double, high: Double, intervals: Int) {
    var (low, high) = (low, high)
    if !(low < high) {
      // All values are alike: nought and the value, or one unit where that is nought too.
      high = max(low, 0)
      low = min(low, 0)
      if low == high { high = 1 }
    }
    let raw = max((high - low) / Double(max(intervals, 1)), max(low.magnitude, high.magnitude) * 1e-9)
    var step = Step(atLeast: raw)
    var (first, last) = (step.index(below: low), step.index(above: high))
    // Rounding both ends outwards may make one step more than there is room for.
    while last - first > max(intervals, 1), last - first > 1 {
      step = step.next
      (first, last) = (step.index(below: low), step.index(above: high))
    }
    self.low = step.value(first)
    self.high = step.value(last)
    ticks = (first...max(first, last)).map { Tick(value: step.value($0), text: step.text($0)) }
  }

  /// An exact scale without round ends: a gauge's.
  init(from low: Double, to high: Double) {
    self.low = low
    self.high = high
  }

  /// Ends the scale where its author says, with the round numbers that are left on it; `nil` leaves an end as it is.
  mutating func end(at lowest: Double?, _ highest: Double?) {
    if let lowest, lowest > low, lowest < high { low = lowest }
    if let highest, highest < high, highest > low { high = highest }
    ticks.removeAll { $0.value < low || $0.value > high }
  }

  /// Where a value stands: 0 at the scale's start, 1 at its end; values beyond stay beyond.
  func share(_ value: Double) -> Double {
    (value - low) / (high - low)
  }
}

/// The distance of two ticks: 1, 2 or 5 times a power of ten, as whole numbers, so that no text shows rounding.
private struct Step {
  var digit: Int
  var exponent: Int

  init(atLeast value: Double) {
    exponent = value > 0 ? decimalExponent(value) : 0
    digit = 1
    while size < value * (1 - 1e-9) { self = next }
  }

  private init(digit: Int, exponent: Int) {
    self.digit = digit
    self.exponent = exponent
  }

  var next: Step {
    switch digit {
    case 1: Step(digit: 2, exponent: exponent)
    case 2: Step(digit: 5, exponent: exponent)
    default: Step(digit: 1, exponent: exponent + 1)
    }
  }

  var size: Double { value(1) }

  func value(_ index: Int) -> Double {
    let digits = Double(index * digit)
    // Division is exact where multiplication with a negative power of ten is not: 3 / 10 is 0.3.
    return exponent < 0 && exponent > -300 ? digits / powerOfTen(-exponent) : digits * powerOfTen(exponent)
  }

  func text(_ index: Int) -> String {
    ChartNumber.format(value(index), decimals: max(0, -exponent))
  }

  func index(below value: Double) -> Int {
    Int((value / size + 1e-9).rounded(.down))
  }

  func index(above value: Double) -> Int {
    Int((value / size - 1e-9).rounded(.up))
  }
}
