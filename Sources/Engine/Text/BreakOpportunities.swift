/// Finds where the lines of a text may end: UAX 14, then the rules of Vietnamese documents, then `white-space`.
struct BreakOpportunities {
  private var breakers: [(language: String, breaker: LineBreaker?)] = []

  /// One mark a byte and one for the end.
  mutating func find(in content: InlineContent) -> [BreakMark] {
    let language = content.runs.first.map { content.styles[Int($0.style)].language } ?? ""
    guard let breaker = breaker(for: language) else {
      preconditionFailure("ICU has no line break rules for \"\(language)\" nor for the root locale")
    }
    var marks = breaker.marks(of: content.text).map { BreakMark(rawValue: $0) ?? .none }
    if language.isEmpty || language == "vi" || language.hasPrefix("vi-") {
      VietnameseBreaks(text: content.text).weaken(&marks)
    }
    WordBreaking(content: content).apply(to: &marks)
    forbidUnwrapped(in: content, &marks)
    return marks
  }

  private mutating func breaker(for language: String) -> LineBreaker? {
    if let known = breakers.first(where: { $0.language == language }) { return known.breaker }
    let breaker = LineBreaker(language: language)
    breakers.append((language, breaker))
    return breaker
  }

  /// Takes away opportunities inside text that does not wrap.
  ///
  /// Between such text and other text the other decides (CSS Text 3, 5.1).
  private func forbidUnwrapped(in content: InlineContent, _ marks: inout [BreakMark]) {
    var wrapsBefore = true
    for run in content.runs {
      let wraps = content.styles[Int(run.style)].wraps
      defer { wrapsBefore = wraps }
      guard !wraps, run.start < run.end else { continue }
      let first = wrapsBefore ? Int(run.start) + 1 : Int(run.start)
      for byte in first..<max(first, Int(run.end)) where marks[byte] != .forced { marks[byte] = .none }
    }
  }
}

/// Whether a line may end before a byte.
enum BreakMark: UInt8, Sendable {
  case none = 0
  case allowed = 1
  case forced = 2
  /// Only where the line would overflow otherwise.
  case weak = 3
  /// Inside a word; a line that ends there shows a hyphen.
  case hyphen = 4
}
