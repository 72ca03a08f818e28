import Markup

/// A selector without commas: compounds and the combinators between them (Selectors 4, 3.1).
struct Selector: Sendable {
  enum Combinator: Sendable { case descendant, child, nextSibling, laterSibling }

  /// From right to left: the first one is the subject.
  var compounds: [Compound]
  /// `combinators[n]` stands between compound n + 1 (left) and n (right).
  var combinators: [Combinator]
  var pseudo: PseudoElement?
  var specificity: Specificity
  /// Names the selector in the matcher's memory.
  var id: Int32
}

/// Counts of ids; of classes, attributes and pseudo-classes; of types and pseudo-elements.
struct Specificity: Sendable, Comparable {
  /// Ten bits each, so that one comparison compares all.
  private(set) var packed: UInt32 = 0

  init(ids: Int = 0, classes: Int = 0, types: Int = 0) {
    packed = UInt32(min(ids, 1023)) << 20 | UInt32(min(classes, 1023)) << 10 | UInt32(min(types, 1023))
  }

  static func < (first: Specificity, second: Specificity) -> Bool {
    first.packed < second.packed
  }

  static func + (first: Specificity, second: Specificity) -> Specificity {
    func field(_ shift: UInt32) -> Int { Int(first.packed >> shift & 1023) + Int(second.packed >> shift & 1023) }
    return Specificity(ids: field(20), classes: field(10), types: field(0))
  }
}

/// Simple selectors that hold for one element.
struct Compound: Sendable {
  /// The type selector; `nil` is any type.
  var kind: ElementKind?
  var tests: [Test] = []

  enum Test: Sendable {
    case id(Int32)
    case `class`(Int32)
    case attribute(AttributeTest)
    case root, empty, link
    case language([String])
    case nth(Nth)
    case anyOf([Selector])
    case noneOf([Selector])
    case has([Relative])
  }
}

/// `[name operator value flag]`.
struct AttributeTest: Sendable {
  enum Comparison: Sendable { case exists, equals, includes, dash, prefix, suffix, contains }

  var name: String
  var comparison: Comparison
  var value: String
  var ignoresCase: Bool
}

/// `:nth-child(an+b of S)` and its kin.
struct Nth: Sendable {
  enum Among: Sendable {
    case siblings, sameType
    case matching([Selector])
  }

  var step: Int
  var offset: Int
  var isFromEnd: Bool
  var among: Among
  /// Names the test in the matcher's memory.
  var id: Int32

  /// Whether `position`, from 1, is step × n + offset for some n from 0.
  func contains(_ position: Int) -> Bool {
    let distance = position - offset
    return step == 0 ? distance == 0 : distance % step == 0 && distance / step >= 0
  }
}

/// A selector in `:has()` with the combinator it begins with.
struct Relative: Sendable {
  var combinator: Selector.Combinator
  var selector: Selector
}

/// Numbers for the names in selectors, so that matching compares integers.
struct Symbols: Sendable {
  private(set) var numbers: [String: Int32] = [:]
  private var lastID: Int32 = -1

  mutating func number(of name: String) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(numbers.count)
    numbers[name] = number
    return number
  }

  /// A number for a selector or test.
  mutating func nextID() -> Int32 {
    lastID += 1
    return lastID
  }
}
