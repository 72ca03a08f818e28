/// The sides in the order of CSS.
let sideNames = ["top", "right", "bottom", "left"]

/// A value for one longhand, from a shorthand.
struct LonghandValue: Sendable {
  var index: Int
  var setter: Setter

  /// A computed value of a longhand that a shorthand has read on its own.
  static func of<Value: Sendable>(_ longhand: String, _ field: StylePath<Value>, _ value: Value) -> LonghandValue {
    LonghandValue(index: PropertyTable.index(longhand)) { style, _ in style[keyPath: field] = value }
  }

  /// The value that `text`, which the table itself writes, is for a longhand.
  static func of(_ longhand: String, _ text: String) -> LonghandValue {
    let index = PropertyTable.index(longhand)
    return LonghandValue(index: index, setter: PropertyTable.rows[index].read(text))
  }
}

/// A property that stands for several longhands; those it does not mention become initial.
struct Shorthand: Sendable {
  let name: String
  let grammar: String
  let longhands: [String]
  /// The longhands that the value mentions, or `nil` where it is not of the grammar.
  let expand: @Sendable (inout ValueReader) -> [LonghandValue]?

  init(
    _ name: String,
    _ grammar: String,
    _ longhands: [String],
    expand: @escaping @Sendable (inout ValueReader) -> [LonghandValue]?
  ) {
    self.name = name
    self.grammar = grammar
    self.longhands = longhands
    self.expand = expand
  }

  /// One to four values, as for `margin`.
  static func sides(_ name: String, _ longhands: [String]) -> Shorthand {
    Shorthand(name, "[ value of \(longhands[0]) ]{1,4}", longhands) { $0.sides(of: longhands) }
  }

  /// As above, where the longhands' names have a side each, between two texts.
  static func sides(_ name: String, before: String = "", after: String = "") -> Shorthand {
    sides(name, sideNames.map { before + $0 + after })
  }

  /// One or two values: the second is the first's where it is missing.
  static func pair(_ name: String, _ first: String, _ second: String) -> Shorthand {
    Shorthand(name, "<'\(first)'> <'\(second)'>?", [first, second]) { reader in
      let start = reader.position
      guard let one = reader.longhand(first) else { return nil }
      if reader.isAtEnd { reader.goBack(to: start) }
      guard let other = reader.longhand(second) else { return nil }
      return [one, other]
    }
  }

  /// The value of every longhand (`indices` are its rows), or `nil` where the reader's value is not of the grammar.
  func values(_ reader: inout ValueReader, _ indices: [Int]) -> [LonghandValue]? {
    guard !reader.isAtEnd, var values = expand(&reader), reader.isAtEnd else { return nil }
    guard values.count < indices.count else { return values }
    for index in indices where !values.contains(where: { $0.index == index }) {
      values.append(LonghandValue(index: index, setter: PropertyTable.initialSetters[index]))
    }
    return values
  }
}

extension ValueReader {
  /// The value of one longhand.
  mutating func longhand(_ name: String) -> LonghandValue? {
    let index = PropertyTable.index(name)
    return PropertyTable.rows[index].parse(&self).map { LonghandValue(index: index, setter: $0) }
  }

  /// One value for each group of longhands, in any order, each at most once and at least one in all (CSS `||`).
  mutating func anyOrder(_ groups: [[String]]) -> [LonghandValue]? {
    var values: [LonghandValue] = []
    var open = groups
    while !isAtEnd {
      let place = position
      var found: Int?
      for (index, group) in open.enumerated() {
        if let taken = same(group, from: place) {
          values += taken
          found = index
          break
        }
      }
      guard let found else { break }
      open.remove(at: found)
    }
    return values.isEmpty ? nil : values
  }

  /// The same value for all longhands of a group.
  private mutating func same(_ group: [String], from place: Int) -> [LonghandValue]? {
    var values: [LonghandValue] = []
    for longhand in group {
      goBack(to: place)
      let index = PropertyTable.index(longhand)
      guard let setter = PropertyTable.rows[index].parse(&self) else {
        goBack(to: place)
        return nil
      }
      values.append(LonghandValue(index: index, setter: setter))
    }
    return values
  }

  /// One to four values: top, right, bottom, left, where the last is missing the opposite one's.
  mutating func sides(of longhands: [String]) -> [LonghandValue]? {
    let first = PropertyTable.rows[PropertyTable.index(longhands[0])]
    var places: [Int] = []
    while !isAtEnd, places.count < 4 {
      let place = position
      guard first.parse(&self) != nil else { break }
      places.append(place)
    }
    guard let top = places.first else { return nil }
    let end = position
    let right = places.count > 1 ? places[1] : top
    let bottom = places.count > 2 ? places[2] : top
    let left = places.count > 3 ? places[3] : right
    var values: [LonghandValue] = []
    for (longhand, place) in zip(longhands, [top, right, bottom, left]) {
      goBack(to: place)
      let index = PropertyTable.index(longhand)
      guard let setter = PropertyTable.rows[index].parse(&self) else { return nil }
      values.append(LonghandValue(index: index, setter: setter))
    }
    goBack(to: end)
    return values
  }
}
