/// `hanging-punctuation` (CSS Text 3, 8.1): what may stand outside the line.
public struct HangingMarks: OptionSet, Sendable, Hashable {
  /// One bit a keyword.
  public let rawValue: UInt8

  /// The set of the bits of `rawValue`.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// An opening bracket or a quote at the start of the first line.
  public static let first = HangingMarks(rawValue: 1)
  /// A closing bracket or a quote at the end of the last line.
  public static let last = HangingMarks(rawValue: 2)
  /// A stop or comma at the end of every line.
  public static let forceEnd = HangingMarks(rawValue: 4)
  /// A stop or comma at the end of a line where it does not fit otherwise.
  public static let allowEnd = HangingMarks(rawValue: 8)
}

extension Unicode.Scalar {
  /// Brackets that open and quotes of all kinds.
  var hangsAtStart: Bool {
    switch properties.generalCategory {
    case .openPunctuation, .initialPunctuation, .finalPunctuation: true
    default: self == "\"" || self == "'"
    }
  }

  /// Brackets that close and quotes of all kinds.
  var hangsAtEnd: Bool {
    switch properties.generalCategory {
    case .closePunctuation, .initialPunctuation, .finalPunctuation: true
    default: self == "\"" || self == "'"
    }
  }

  /// The stops and commas that the specification lists.
  var isHangingStop: Bool {
    switch value {
    case 0x2C, 0x2E, 0x60C, 0x6D4, 0x3001, 0x3002, 0xFF0C, 0xFF0E, 0xFE50...0xFE52, 0xFF61, 0xFF64: true
    default: false
    }
  }
}
