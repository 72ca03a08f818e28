/// `position` (CSS Positioned Layout 3, 2; CSS GCPM 3, 1.2).
public enum PositionScheme: Sendable, Hashable {
  case `static`, relative, absolute, fixed
  /// `running(name)`: out of the flow, shown by `element(name)` in margin boxes.
  case running(String)

  /// Whether the box is taken out of the flow and positioned by its insets.
  public var isAbsolute: Bool { self == .absolute || self == .fixed }
}

/// `float` as computed: `inline-start` is left, `inline-end` right.
public enum FloatSide: String, Sendable, CaseIterable {
  case none, left, right
  /// Into the page's footnote area (CSS GCPM 3, 2.1).
  case footnote
}

/// `clear` as computed: `inline-start` is left, `inline-end` right.
public enum Clear: String, Sendable, CaseIterable {
  case none, left, right, both
}

/// `overflow-x` and `overflow-y`.
public enum Overflow: String, Sendable, CaseIterable {
  case visible, hidden, clip, scroll, auto

  /// Whether the value makes a block formatting context (CSS Overflow 3, 3.1).
  public var isScrollable: Bool { self == .hidden || self == .scroll || self == .auto }
}

/// `visibility`.
public enum Visibility: String, Sendable, CaseIterable {
  case visible, hidden, collapse
}
