/// A place in data as people write it: `congress.term.from`, `delegates[0].name`, `['họ tên']`.
public struct ValuePath: Sendable, Hashable {
  /// One step down.
  public enum Step: Sendable, Hashable {
    /// Into a map.
    case key(String)
    /// Into a list, from 0.
    case index(Int)
  }

  /// The steps from the root; none for the root itself.
  public var steps: [Step]

  /// The path of `steps`.
  public init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// Reads a path; `nil` where it is not written as one.
  public init?(_ text: String) {
    steps = []
    var rest = text[...]
    while !rest.isEmpty {
      if rest.first == "[" {
        guard let close = rest.firstIndex(of: "]"), let step = Self.bracketStep(rest[..<close].dropFirst()) else {
          return nil
        }
        steps.append(step)
        rest = rest[close...].dropFirst()
      } else {
        if !steps.isEmpty {
          guard rest.first == "." else { return nil }
          rest = rest.dropFirst()
        }
        let key = rest.prefix { $0 != "." && $0 != "[" }
        guard !key.isEmpty else { return nil }
        steps.append(.key(String(key)))
        rest = rest[key.endIndex...]
      }
    }
    if steps.isEmpty { return nil }
  }

  private static func bracketStep(_ inside: Substring) -> Step? {
    if let index = Int(inside), index >= 0 { return .index(index) }
    guard let quote = inside.first, quote == "'" || quote == "\"", inside.count > 2, inside.last == quote else {
      return nil
    }
    return .key(String(inside.dropFirst().dropLast()))
  }

  /// The path with one more step.
  public func appending(_ step: Step) -> ValuePath {
    ValuePath(steps + [step])
  }

  /// The path as a JSON pointer (RFC 6901): `/delegates/0/name`.
  public var pointer: String {
    steps.reduce("") { pointer, step in
      switch step {
      case .key(let key): jsonPointer(pointer, key)
      case .index(let index): jsonPointer(pointer, String(index))
      }
    }
  }
}

extension ValuePath: CustomStringConvertible {
  /// The path as people write it.
  public var description: String {
    steps.reduce("") { text, step in
      switch step {
      case .index(let index): "\(text)[\(index)]"
      case .key(let key) where key.contains(where: { " .[]'\"".contains($0) }): "\(text)['\(key)']"
      case .key(let key): text.isEmpty ? key : "\(text).\(key)"
      }
    }
  }
}

/// A JSON pointer (RFC 6901, 3) one step longer: `~` and `/` in the key are escaped.
public func jsonPointer(_ parent: String, _ key: String) -> String {
  guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
    return parent + "/" + key
  }
  return key.unicodeScalars.reduce(into: parent + "/") { pointer, scalar in
    switch scalar {
    case "~": pointer += "~0"
    case "/": pointer += "~1"
    default: pointer.unicodeScalars.append(scalar)
    }
  }
}
