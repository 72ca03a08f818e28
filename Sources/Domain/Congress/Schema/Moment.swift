import Vietnamese

/// A time of day, with its day where one is given.
struct Moment: Sendable, Equatable {
  var date: CalendarDate?
  var hour: Int
  var minute: Int

  /// Reads `2026-06-12 08:00`, `2026-06-12T08:00:00+07:00`, `08:00 12/6/2026`, `8 giờ 30 phút, ngày 12/6/2026`, `8h30`, `08:00`.
  ///
  /// `nil` for anything else, for a day that does not exist and for a time that no clock shows.
  init?(_ text: String) {
    var words = Self.words(of: text)
    if let start = words.firstIndex(where: { $0.contains("t") && $0.contains("-") }) {
      // RFC 3339 joins day and time by a T; seconds and the zone do not matter on paper.
      let parts = words[start].split(separator: "t", maxSplits: 1).map(String.init)
      words.replaceSubrange(start...start, with: parts.count == 2 ? [parts[0], Self.withoutZone(parts[1])] : parts)
    }
    var date: CalendarDate?
    var time: (hour: Int, minute: Int)?
    for word in words {
      if word.contains("-") || word.contains("/") {
        guard date == nil, let read = CalendarDate(word) else { return nil }
        date = read
      } else {
        guard time == nil, let read = Self.time(word) else { return nil }
        time = read
      }
    }
    guard let time, (0...23).contains(time.hour), (0...59).contains(time.minute) else { return nil }
    self.date = date
    hour = time.hour
    minute = time.minute
  }

  init(date: CalendarDate?, hour: Int, minute: Int) {
    self.date = date
    self.hour = hour
    self.minute = minute
  }

  /// `2026-06-12 08:00`; only the time where there is no day.
  var text: String {
    let time = "\(twoDigits(hour)):\(twoDigits(minute))"
    return date.map { "\($0.isoText) \(time)" } ?? time
  }

  /// Grows with time; moments without a day come first.
  var order: Int {
    ((date?.order ?? 0) * 24 + hour) * 60 + minute
  }

  /// The words that carry figures, `8 giờ 30 phút` made `8:30`.
  private static func words(of text: String) -> [String] {
    var text = foldedMoment(text)
    for (word, sign) in [("gio", ":"), ("phut", " "), ("ngay", " "), ("luc", " "), (",", " ")] {
      text = replacing(word, with: sign, in: text)
    }
    text = replacing("h", with: ":", in: text)
    text = replacing(" :", with: ":", in: text)
    text = replacing(": ", with: ":", in: text)
    return text.split(separator: " ").map(String.init)
  }

  private static func time(_ word: String) -> (Int, Int)? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count), let hour = number(parts[0]) else { return nil }
    if parts.count == 3, number(parts[2]).map({ $0 < 60 }) != true { return nil }
    if parts[1].isEmpty { return parts.count == 2 ? (hour, 0) : nil }
    return number(parts[1]).map { (hour, $0) }
  }

  private static func number(_ digits: String) -> Int? {
    guard (1...2).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(digits)
  }

  private static func withoutZone(_ time: String) -> String {
    var time = String(time.prefix { $0 != "z" && $0 != "+" && $0 != "-" && $0 != "." })
    while time.last == " " { time.removeLast() }
    return time
  }
}

extension CalendarDate {
  /// `2026-06-12`.
  var isoText: String {
    let digits = String(year)
    return "\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// Grows with time; days of one month follow each other.
  var order: Int { (year * 12 + month) * 31 + day }

  /// Whole years from this day to a later one.
  func years(to later: CalendarDate) -> Int {
    later.year - year - ((later.month, later.day) < (month, day) ? 1 : 0)
  }
}

func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : String(number)
}

/// Small letters without marks; signs stay, as dates are made of them.
private func foldedMoment(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).map { word in
    word.split(separator: "-", omittingEmptySubsequences: false).map { foldedName(String($0)) }.joined(separator: "-")
  }.joined(separator: " ")
}

private func replacing(_ word: String, with other: String, in text: String) -> String {
  var result = ""
  var rest = text[...]
  while let first = rest.first {
    if rest.hasPrefix(word) {
      result += other
      rest = rest.dropFirst(word.count)
    } else {
      result.append(first)
      rest = rest.dropFirst()
    }
  }
  return result
}
