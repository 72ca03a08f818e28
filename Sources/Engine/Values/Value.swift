public import Diagnostics

/// A value of the data with the place it came from.
public struct Value: Sendable {
  /// The kinds of values.
  public enum Kind: Sendable {
    case null
    case bool(Bool)
    case number(Decimal)
    case text(String)
    case list([Value])
    case map(ValueMap)
  }

  /// What the value is.
  public var kind: Kind
  /// Where it was read; `nil` for a computed value.
  public var place: ValuePlace?

  /// A value read at `place`.
  public init(_ kind: Kind, place: ValuePlace? = nil) {
    self.kind = kind
    self.place = place
  }
}

/// Where a value stands in the data.
public struct ValuePlace: Sendable, Equatable {
  /// Its place in the file.
  public var span: SourceSpan
  /// Its JSON pointer (RFC 6901) in the merged data.
  public var pointer: String
  /// Where the key that names it stands in the file; `nil` for items of lists and for columns.
  public var key: SourceSpan?

  /// A place of its parts.
  public init(span: SourceSpan, pointer: String) {
    self.span = span
    self.pointer = pointer
  }
}

/// Keys and values in the order of the file.
public struct ValueMap: Sendable {
  /// The keys, in order, each once.
  public private(set) var keys: [String] = []
  private var values: [String: Value] = [:]

  /// An empty map.
  public init() {}

  /// How many keys there are.
  public var count: Int { keys.count }

  /// Whether there is no key.
  public var isEmpty: Bool { keys.isEmpty }

  /// The value of a key; setting a new key puts it last.
  public subscript(key: String) -> Value? {
    get { values[key] }
    set {
      if values[key] == nil, newValue != nil { keys.append(key) }
      if newValue == nil { keys.removeAll { $0 == key } }
      values[key] = newValue
    }
  }
}

extension ValueMap: Equatable {
  /// Whether both hold equal values under the same keys, in whatever order.
  public static func == (left: ValueMap, right: ValueMap) -> Bool {
    left.values == right.values
  }
}

extension Value: Equatable {
  /// Whether two values are the same, wherever they were read: 1.0 equals 1, maps are equal in any order.
  public static func == (left: Value, right: Value) -> Bool {
    left.kind == right.kind
  }
}

extension Value.Kind: Equatable {}
