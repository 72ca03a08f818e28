extension Value {
  /// What the value is, in words for messages: "a text", "a number".
  public var kindName: String {
    switch kind {
    case .null: "nothing"
    case .bool: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .map: "a map"
    }
  }

  /// Whether there is no value.
  public var isNull: Bool {
    if case .null = kind { true } else { false }
  }

  /// The text; `nil` for any other kind.
  public var text: String? {
    if case .text(let text) = kind { text } else { nil }
  }

  /// The number; `nil` for any other kind.
  public var number: Decimal? {
    if case .number(let number) = kind { number } else { nil }
  }

  /// The truth value; `nil` for any other kind.
  public var bool: Bool? {
    if case .bool(let bool) = kind { bool } else { nil }
  }

  /// The list's values; `nil` for any other kind.
  public var list: [Value]? {
    if case .list(let list) = kind { list } else { nil }
  }

  /// The map; `nil` for any other kind.
  public var map: ValueMap? {
    if case .map(let map) = kind { map } else { nil }
  }
}
