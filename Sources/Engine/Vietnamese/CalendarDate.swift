/// A day of the Gregorian calendar.
package struct CalendarDate: Sendable, Equatable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// The day, or `nil` where the month has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads 2020-05-29 or 29/5/2020; `nil` for anything else.
  package init?(_ text: String) {
    let isDashed = text.contains("-")
    let parts = text.split(separator: isDashed ? "-" : "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
    let ordered = isDashed ? parts : parts.reversed()
    guard ordered[0].utf8.count == 4, ordered[1].utf8.count <= 2, ordered[2].utf8.count <= 2,
      let year = Int(ordered[0]), let month = Int(ordered[1]), let day = Int(ordered[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The official long form: ngày 29 tháng 5 năm 2020.
  package var longForm: String {
    "ngày \(paddedDay) tháng \(paddedMonth) năm \(year)"
  }

  /// The short form: 29/5/2020.
  package var shortForm: String {
    "\(paddedDay)/\(paddedMonth)/\(year)"
  }

  /// The date by a pattern in which d, dd, M, MM, yy and yyyy, each standing alone as a word, are replaced:
  /// `dd-MM-yyyy`, `ngày d tháng M`.
  ///
  /// - Returns: `nil` where the pattern holds none of them.
  package func formatted(_ pattern: String) -> String? {
    var result = ""
    var word = ""
    var hasField = false
    // A space after the end closes the last word; it is taken away again.
    for character in pattern + " " {
      if character.isLetter {
        word.append(character)
        continue
      }
      if let field = field(word) {
        result += field
        hasField = true
      } else {
        result += word
      }
      word = ""
      result.append(character)
    }
    return hasField ? String(result.dropLast()) : nil
  }

  private func field(_ name: String) -> String? {
    switch name {
    case "d": String(day)
    case "dd": twoDigits(day)
    case "M": String(month)
    case "MM": twoDigits(month)
    case "yy": twoDigits(year % 100)
    case "yyyy": String(year)
    default: nil
    }
  }

  // Decree 30/2020/NĐ-CP, annex I: a zero before the days 1 to 9 and the months 1 and 2, so that no digit can be added.
  private var paddedDay: String { twoDigits(day) }
  private var paddedMonth: String { month <= 2 ? twoDigits(month) : String(month) }
}

private func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : String(number)
}
