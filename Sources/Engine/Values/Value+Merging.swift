extension Value {
  /// The value at a path; `nil` where there is none.
  public func value(at path: ValuePath) -> Value? {
    var current = self
    for step in path.steps {
      switch (step, current.kind) {
      case (.key(let key), .map(let map)):
        guard let next = map[key] else { return nil }
        current = next
      case (.index(let index), .list(let list)) where list.indices.contains(index):
        current = list[index]
      default: return nil
      }
    }
    return current
  }

  /// Both values in one: maps are merged key by key, at every depth; anything else of `later` replaces what was there.
  public func merged(with later: Value) -> Value {
    guard case .map(var merged) = kind, case .map(let additions) = later.kind else { return later }
    for key in additions.keys {
      guard let addition = additions[key] else { continue }
      merged[key] = merged[key].map { $0.merged(with: addition) } ?? addition
    }
    return Value(.map(merged), place: place ?? later.place)
  }

  /// Puts a value at a path.
  ///
  /// Missing maps are made; a list grows by one at its end only.
  ///
  /// - Throws: ``ValuePathError`` where a step does not lead into what is there.
  public mutating func set(_ value: Value, at path: ValuePath) throws(ValuePathError) {
    self = try setting(value, at: path, depth: 0)
  }

  private func setting(_ value: Value, at path: ValuePath, depth: Int) throws(ValuePathError) -> Value {
    guard depth < path.steps.count else { return value }
    let reached = ValuePath(Array(path.steps[..<depth]))
    switch (path.steps[depth], kind) {
    case (.key(let key), .map(var map)):
      map[key] = try (map[key] ?? Value(.null)).setting(value, at: path, depth: depth + 1)
      return Value(.map(map), place: place)
    case (.key(let key), .null):
      var map = ValueMap()
      map[key] = try Value(.null).setting(value, at: path, depth: depth + 1)
      return Value(.map(map), place: place)
    case (.index(let index), .list(var list)):
      guard index <= list.count else { throw .indexBeyondEnd(reached, index: index, count: list.count) }
      if index == list.count { list.append(Value(.null)) }
      list[index] = try list[index].setting(value, at: path, depth: depth + 1)
      return Value(.list(list), place: place)
    case (.index(let index), .null):
      guard index == 0 else { throw .indexBeyondEnd(reached, index: index, count: 0) }
      return Value(.list([try Value(.null).setting(value, at: path, depth: depth + 1)]), place: place)
    case (.key, _): throw .notAMap(reached, kindName: kindName)
    case (.index, _): throw .notAList(reached, kindName: kindName)
    }
  }
}

/// Why a value cannot be put at a path.
public enum ValuePathError: Error, Equatable {
  /// A key was asked of something that has no keys.
  case notAMap(ValuePath, kindName: String)
  /// An index was asked of something that is no list.
  case notAList(ValuePath, kindName: String)
  /// The index lies beyond the list's end.
  case indexBeyondEnd(ValuePath, index: Int, count: Int)
}
