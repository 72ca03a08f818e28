import Glibc
import Values

/// The date of a document: a calendar day, never read from the clock.
public struct DocumentDate: Sendable, Hashable, Comparable {
  /// Year, 1 to 9999.
  public var year: Int
  /// Month, from 1.
  public var month: Int
  /// Day of the month, from 1.
  public var day: Int

  /// Reads `YYYY-MM-DD`; `nil` where the text is no day of the calendar.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 0x2D || ($0 >= 0x30 && $0 <= 0x39) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      year >= 1, (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day, in UTC, of a number of seconds since 1970, as SOURCE_DATE_EPOCH gives it.
  public init?(secondsSince1970 text: String) {
    guard var seconds = time_t(text), seconds >= 0 else { return nil }
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil, parts.tm_year + 1900 <= 9999 else { return nil }
    year = Int(parts.tm_year) + 1900
    month = Int(parts.tm_mon) + 1
    day = Int(parts.tm_mday)
  }

  /// The date that the data gives: `document.date`, else `congress.date`, else `date`.
  init?(data: Value) {
    let paths = [["document", "date"], ["congress", "date"], ["date"]]
    for keys in paths {
      if let text = data.value(at: ValuePath(keys.map { .key($0) }))?.text, let date = DocumentDate(text) {
        self = date
        return
      }
    }
    return nil
  }

  /// Whether one day is before another.
  public static func < (left: DocumentDate, right: DocumentDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

extension DocumentDate: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
