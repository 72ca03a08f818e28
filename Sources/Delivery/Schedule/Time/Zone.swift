import Files
package import VanBan

/// A time zone: how far its clocks are from UTC at each moment.
package struct Zone: Sendable, Equatable {
  /// The name as the user gave it, such as `Asia/Ho_Chi_Minh`.
  package let name: String

  /// Moments at which the distance changes, in order.
  private let transitions: [Int]
  /// The distance from UTC in seconds before the first transition, then after each.
  private let offsets: [Int]
  /// The rule after the last transition; `nil` where the last distance stays.
  private let rule: ZoneRule?

  /// A zone of its parts; `offsets` has one more than `transitions`.
  init(name: String, transitions: [Int], offsets: [Int], rule: ZoneRule?) {
    precondition(offsets.count == transitions.count + 1, "a distance before, and one after each transition")
    self.name = name
    self.transitions = transitions
    self.offsets = offsets
    self.rule = rule
  }

  /// The zone where clocks are always `offset` seconds before UTC.
  init(name: String, offset: Int) {
    self.init(name: name, transitions: [], offsets: [offset], rule: nil)
  }

  /// The time of Viet Nam.
  package static let vietNam = "Asia/Ho_Chi_Minh"

  /// Finds a zone by its name: in the system's tables, or `UTC`, or a distance such as `+07:00`.
  package init(named name: String) throws(RenderError) {
    if name == "UTC" || name == "Z" {
      self.init(name: name, offset: 0)
    } else if let offset = Self.fixedOffset(name) {
      self.init(name: name, offset: offset)
    } else if let read = try readZoneFile(name) {
      self = read
    } else if name == Self.vietNam {
      // A system without tables of zones: clocks in Viet Nam have been at +07:00 since 1975-06-13.
      self.init(name: name, offset: 7 * 3600)
    } else {
      throw RenderError(
        .input,
        "there is no time zone '\(name)'",
        help: nearestZone(to: name).map { "did you mean '\($0)'?" }
          ?? "write a name such as Asia/Ho_Chi_Minh, UTC or +07:00; the system's package tzdata has the names"
      )
    }
  }

  /// How many seconds clocks are before UTC at a moment.
  package func offset(at instant: Instant) -> Int {
    var (low, high) = (0, transitions.count)
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= instant.seconds { low = middle + 1 } else { high = middle }
    }
    if low == transitions.count, let rule { return rule.offset(at: instant) }
    return offsets[low]
  }

  /// What a clock of the zone shows at a moment.
  package func local(of instant: Instant) -> LocalTime {
    LocalTime(secondsAsUTC: instant.adding(offset(at: instant)).seconds)
  }

  /// The moment at which a clock of the zone shows a time.
  ///
  /// A time that clocks skip is the first moment after the gap; of one that they show twice it is the first.
  package func instant(of local: LocalTime) -> Instant {
    let shown = local.secondsAsUTC
    let before = offset(at: Instant(seconds: shown - 86_400))
    let after = offset(at: Instant(seconds: shown + 86_400))
    let candidates = [shown - before, shown - after].sorted().map { Instant(seconds: $0) }
    if let exact = candidates.first(where: { $0.seconds + offset(at: $0) == shown }) { return exact }
    // The gap lies between the two: clocks go from `before` to `after` at the moment looked for.
    var (low, high) = (candidates[0].seconds, candidates[1].seconds)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if offset(at: Instant(seconds: middle)) == before { low = middle } else { high = middle }
    }
    return Instant(seconds: high)
  }

  /// The distance as ISO 8601 writes it, such as `+07:00`.
  package func offsetText(at instant: Instant) -> String {
    let offset = offset(at: instant)
    let minutes = offset.magnitude / 60
    return (offset < 0 ? "-" : "+") + twoDigits(Int(minutes / 60)) + ":" + twoDigits(Int(minutes % 60))
  }

  /// Reads `+07:00`; `nil` for anything else.
  static func fixedOffset(_ text: String) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), hours <= 18, minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }
}
