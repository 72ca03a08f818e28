import Values
import Vietnamese

/// The figures of the credentials report, over all official delegates.
struct Statistics {
  let record: CongressRecord
  let rules: ElectionRules
  private let delegates: [Delegate]

  init(record: CongressRecord, rules: ElectionRules) {
    self.record = record
    self.rules = rules
    delegates = record.officialDelegates
  }

  func build() -> Value {
    var map = ValueMap()
    map.put("total", count: delegates.count)
    map.put("present", count: delegates.count { record.isPresent($0) })
    var kinds = ValueMap()
    for kind in [Delegate.Kind.exOfficio, .elected, .appointed] {
      kinds[kind.rawValue] = share(delegates.count { $0.kind?.value == kind })
    }
    map.put("kinds", .map(kinds))
    map["male"] = share(delegates.count { $0.gender?.value == .male })
    map["female"] = share(delegates.count { $0.gender?.value == .female })
    let minorities = delegates.count { $0.ethnicity.map { foldedName($0) != "kinh" } ?? false }
    map["minority"] = share(minorities)
    map["ethnicities"] = shares(delegates.map(\.ethnicity))
    map["education"] = shares(delegates.map(\.education))
    map["theory"] = shares(delegates.map(\.theory))
    map["units"] = shares(delegates.map(\.person.unit))
    map["age"] = ages()
    map["party_age"] = partyAges()
    return Value(.map(map))
  }

  private func share(_ count: Int) -> Value {
    var map = ValueMap()
    map.put("count", count: count)
    map.put("percent", number: percentage(count, of: delegates.count, places: rules.percentPlaces))
    return Value(.map(map))
  }

  /// Each value with how often it stands, the most frequent first, equal ones by name.
  private func shares(_ values: [String?]) -> Value {
    var counts: [String: (name: String, count: Int)] = [:]
    for value in values.compactMap(\.self) {
      counts[personKey(value), default: (value, 0)].count += 1
    }
    let sorted = counts.values.map { (entry: $0, key: SortKey(text: $0.name)) }
      .sorted { ($1.entry.count, $0.key) < ($0.entry.count, $1.key) }
    return Value(.list(sorted.map { item in share(item.entry.count).with { $0.put("name", text: item.entry.name) } }))
  }

  private func ages() -> Value {
    let known = delegates.compactMap { delegate in
      record.age(of: delegate.person).map { (delegate: delegate, years: $0, birth: delegate.person.birthOrder) }
    }
    var map = ValueMap()
    let total = known.reduce(0) { $0 + $1.years }
    map.put("average", number: percentage(total, of: known.count * 100, places: 1))
    // Among people of one age the day of birth tells who is older.
    let (oldest, youngest) = (known.min { $0.birth < $1.birth }, known.max { $0.birth < $1.birth })
    map["oldest"] = oldest.map { named($0.delegate, "age", $0.years) } ?? Value(.null)
    map["youngest"] = youngest.map { named($0.delegate, "age", $0.years) } ?? Value(.null)
    map["bands"] = bands(known.map(\.years), rules.ageBands)
    return Value(.map(map))
  }

  private func partyAges() -> Value {
    let known = delegates.compactMap { delegate in record.partyAge(of: delegate).map { (delegate: delegate, years: $0) }
    }
    var map = ValueMap()
    map["most"] = known.max { $0.years < $1.years }.map { named($0.delegate, "years", $0.years) } ?? Value(.null)
    map["least"] = known.min { $0.years < $1.years }.map { named($0.delegate, "years", $0.years) } ?? Value(.null)
    map["bands"] = bands(known.map(\.years), rules.partyAgeBands)
    return Value(.map(map))
  }

  private func named(_ delegate: Delegate, _ key: String, _ years: Int) -> Value {
    var map = ValueMap()
    map.put("name", text: delegate.person.name.value)
    map.put(key, count: years)
    map.put("unit", text: delegate.person.unit)
    map.put("post", text: delegate.person.post)
    return Value(.map(map))
  }

  /// `dưới 30`, `30 - 40`, ..., `trên 70`: the starts of the bands after the first are given.
  private func bands(_ years: [Int], _ given: [Int]) -> Value {
    let starts = Array(Set(given)).sorted()
    guard let first = starts.first, let last = starts.last else { return Value(.list([])) }
    var counts = [Int](repeating: 0, count: starts.count + 1)
    for year in years { counts[starts.count { $0 <= year }] += 1 }
    let items = counts.indices.map { index in
      share(counts[index]).with { map in
        let label =
          switch index {
          case 0: "dưới \(first)"
          case starts.count: "trên \(last - 1)"
          default: "\(starts[index - 1]) - \(starts[index] - 1)"
          }
        map.put("label", text: label)
        map.put("from", count: index == 0 ? nil : starts[index - 1])
        map.put("to", count: index == starts.count ? nil : starts[index] - 1)
      }
    }
    return Value(.list(items))
  }
}

extension Person {
  /// Later births have greater numbers.
  fileprivate var birthOrder: Int { birthDate?.value.order ?? (birthYear ?? 0) * 372 }
}
