import Values
import Vietnamese

/// The figures and choices of the election rules in force: those of the regulation of the day, with what the data sets instead.
struct ElectionRules: Sendable {
  enum Rounding: String, Sendable { case down, nearest, up }

  /// The regulation's code: 190-QĐ/TW.
  var regulation: String?
  var percentPlaces = 2
  /// The greatest surplus in percent of the seats.
  var surplusLimit = 30
  var surplusLeast = 1
  var surplusRounding = Rounding.down
  /// For so few seats the surplus is at most ``smallSurplus``.
  var smallSeats = 3...5
  var smallSurplus = 1
  var surplusRequired = ["executive_committee", "standing_committee"]
  var furtherRoundOverHalf = true
  var revoteOverHalf = false
  var quorum = (of: 2, in: 3)
  var baseExceptions: [String] = []
  var ageBands = [30, 41, 51, 61]
  var partyAgeBands = [10, 21, 31]
  /// What is recalled or disputed, unless the data decides it: its breach is a warning.
  private var doubtful: Set<String> = []

  /// The rules of a profile, with the data's settings on top.
  init(profile: Value?, settings: Fields?, assembly: CongressRecord.Assembly) {
    // Without a file the exceptions would be mistakes, each of them.
    baseExceptions =
      assembly == .delegates
      ? ["committee_member", "no_substitute"] : ["posted", "exempted", "suspended", "excused"]
    regulation = profile?.map?["code"]?.text
    let figures = Fields(profile?.map?["settings"] ?? Value(.map(ValueMap())))
    for key in figures.source.map?.keys ?? [] {
      guard let entry = figures.record(key) else { continue }
      if let mark = entry.text("mark")?.value, mark != "S" { doubtful.insert(key) }
      if let value = entry["value"] { set(key, Fields(value.wrapped(as: key)), assembly) }
    }
    if let code = settings?.text("regulation")?.value { regulation = code }
    for key in settings?.source.map?.keys ?? [] {
      guard let settings, settings.has(key) else { continue }
      doubtful.remove(key)
      set(key, settings, assembly)
    }
  }

  /// Whether a setting is only recalled and the data does not decide it.
  func isDoubtful(_ setting: String) -> Bool {
    doubtful.contains(setting)
  }

  private mutating func set(_ key: String, _ fields: Fields, _ assembly: CongressRecord.Assembly) {
    switch key {
    case "percent_places": percentPlaces = min(fields.count(key)?.value ?? percentPlaces, 6)
    case "surplus_limit": surplusLimit = min(fields.count(key)?.value ?? surplusLimit, 1000)
    case "surplus_least": surplusLeast = fields.count(key)?.value ?? surplusLeast
    case "surplus_rounding": surplusRounding = fields.choice(key, Rounding.self)?.value ?? surplusRounding
    case "surplus_small": setSmallSurplus(fields.record(key))
    case "surplus_required": surplusRequired = fields.texts(key).map(\.value)
    case "further_round_over_half": furtherRoundOverHalf = fields.truth(key)?.value ?? furtherRoundOverHalf
    case "revote_over_half": revoteOverHalf = fields.truth(key)?.value ?? revoteOverHalf
    case "quorum": setQuorum(fields.text(key)?.value)
    case "base_exceptions": setExceptions(fields, assembly)
    case "age_bands": ageBands = fields.counts(key)
    case "party_age_bands": partyAgeBands = fields.counts(key)
    default: break
    }
  }

  private mutating func setSmallSurplus(_ fields: Fields?) {
    guard let from = fields?.count("from")?.value, let to = fields?.count("to")?.value, from <= to else { return }
    smallSeats = from...to
    smallSurplus = fields?.count("most")?.value ?? smallSurplus
  }

  private mutating func setQuorum(_ text: String?) {
    let parts = (text ?? "").split(separator: "/").compactMap { Int($0) }
    if parts.count == 2, parts[1] > 0 { quorum = (parts[0], parts[1]) }
  }

  /// In a profile the exceptions of both kinds of congress, in data those of this one.
  private mutating func setExceptions(_ fields: Fields, _ assembly: CongressRecord.Assembly) {
    let kinds = fields.record("base_exceptions")
    baseExceptions = (kinds?.texts(assembly.rawValue) ?? fields.texts("base_exceptions")).map(\.value)
  }
}

extension ElectionRules {
  /// The greatest surplus that the rules allow for so many seats.
  func greatestSurplus(seats: Int) -> Int {
    if smallSeats.contains(seats) { return smallSurplus }
    let hundredfold = seats * surplusLimit
    let rounded =
      switch surplusRounding {
      case .down: hundredfold / 100
      case .nearest: (hundredfold + 50) / 100
      case .up: (hundredfold + 99) / 100
      }
    return max(rounded, surplusLeast)
  }

  /// Whether an election needs more candidates than seats: as the data says, else by its `id` or the office's name.
  func needsSurplus(_ election: Election) -> Bool {
    if let surplus = election.surplus?.value { return surplus == .required }
    let names = [election.id?.value, election.office?.value].compactMap(\.self).map(foldedName)
    let committees = [
      "executive_committee": ["ban chap hanh", "bch", "chi uy"], "standing_committee": ["ban thuong vu", "btv"],
    ]
    return surplusRequired.contains { required in
      let starts = [foldedName(required)] + (committees[required] ?? [])
      return names.contains { name in starts.contains { name == $0 || name.hasPrefix($0 + " ") } }
    }
  }
}

extension Value {
  /// A map with this value alone, so that it can be read by its key.
  fileprivate func wrapped(as key: String) -> Value {
    var map = ValueMap()
    map[key] = self
    return Value(.map(map), place: place)
  }
}
