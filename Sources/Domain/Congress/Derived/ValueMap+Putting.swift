import Values
import Vietnamese

extension ValueMap {
  /// Puts a computed value; what was read under the key keeps its place.
  mutating func put(_ key: String, _ kind: Value.Kind) {
    self[key] = Value(kind, place: self[key]?.place)
  }

  mutating func put(_ key: String, count: Int?) {
    put(key, count.map { .number(Decimal($0)) } ?? .null)
  }

  mutating func put(_ key: String, number: Decimal?) {
    put(key, number.map { .number($0) } ?? .null)
  }

  mutating func put(_ key: String, text: String?) {
    put(key, text.map { .text($0) } ?? .null)
  }

  mutating func put(_ key: String, truth: Bool) {
    put(key, .bool(truth))
  }

  mutating func put(_ key: String, list: [Value]) {
    put(key, .list(list))
  }

  /// A moment with the parts that papers print: `from`, `from_date`, `from_hour`, `from_minute`, `from_time`.
  mutating func put(_ key: String, moment: Moment?) {
    put(key, text: moment?.text)
    put("\(key)_date", text: moment?.date?.isoText)
    put("\(key)_hour", count: moment?.hour)
    put("\(key)_minute", count: moment?.minute)
    put("\(key)_time", text: moment.map { "\($0.hour) giờ \(twoDigits($0.minute))" })
  }
}

extension Value {
  /// The value's map changed; a value that is no map is one made new.
  func with(_ change: (inout ValueMap) -> Void) -> Value {
    var map = self.map ?? ValueMap()
    change(&map)
    return Value(.map(map), place: place)
  }
}
