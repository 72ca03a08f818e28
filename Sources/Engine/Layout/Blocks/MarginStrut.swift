/// Adjoining margins that collapse to one (CSS 2.2, 8.3.1): the largest positive plus the most negative.
struct MarginStrut: Hashable {
  var positive = 0.0
  var negative = 0.0

  mutating func add(_ margin: Double) {
    if margin >= 0 {
      positive = max(positive, margin)
    } else {
      negative = min(negative, margin)
    }
  }

  mutating func add(_ other: MarginStrut) {
    positive = max(positive, other.positive)
    negative = min(negative, other.negative)
  }

  var sum: Double { positive + negative }
}
