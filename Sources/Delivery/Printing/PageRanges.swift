/// Pages to print, such as `1-3,7`: in order, without overlaps.
package struct PageRanges: Sendable, Hashable {
  /// The ranges from first to last; pages count from 1, and the last range may be open to the end.
  package let ranges: [ClosedRange<Int>]

  /// The upper bound of a range that is open to the end.
  private static let end = Int(Int32.max)

  /// Reads `1-3,7`, `5-` and `-2`; `nil` for anything else, page 0 included.
  ///
  /// A printer takes ranges in ascending order only (RFC 8011, 5.2.7): they are put in order, and those that touch are
  /// joined.
  package init?(_ text: String) {
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let bounds = part.split(separator: "-", omittingEmptySubsequences: false)
      guard let first = Self.page(bounds[0], orElse: bounds.count == 2 ? 1 : nil), bounds.count <= 2,
        let last = Self.page(bounds[bounds.count - 1], orElse: bounds[0].isEmpty ? nil : Self.end), first <= last
      else { return nil }
      ranges.append(first...last)
    }
    self.ranges = Self.joined(ranges)
  }

  private static func page(_ text: Substring, orElse standIn: Int?) -> Int? {
    if text.isEmpty { return standIn }
    guard text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let page = Int(text), page >= 1, page <= end else {
      return nil
    }
    return page
  }

  private static func joined(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = result.last, range.lowerBound <= last.upperBound + 1 {
        result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// The ranges within a document of `pages`; `nil` where one asks for a page that the document does not have.
  package func within(_ pages: Int) -> [ClosedRange<Int>]? {
    var result: [ClosedRange<Int>] = []
    for range in ranges {
      let last = range.upperBound == Self.end ? pages : range.upperBound
      guard range.lowerBound <= pages, last <= pages else { return nil }
      result.append(range.lowerBound...last)
    }
    return result
  }
}

extension PageRanges: CustomStringConvertible {
  /// As it is read.
  package var description: String {
    ranges.map { range in
      let last = range.upperBound == Self.end ? "" : String(range.upperBound)
      return range.count == 1 ? last : "\(range.lowerBound)-\(last)"
    }.joined(separator: ",")
  }
}
