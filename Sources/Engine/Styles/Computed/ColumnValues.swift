public import Geometry

/// The properties of multi-column layout (CSS Multi-column Layout 1) besides `column-gap`, which is
/// ``AlignmentStyle/columnGap``.
public struct ColumnStyle: Sendable, Hashable {
  /// `column-count`; `nil` is `auto`.
  public var count: Int?
  /// `column-width` in points; `nil` is `auto`.
  public var width: Double?
  /// `column-fill`.
  public var fill = ColumnFill.balance
  /// Whether `column-span` is `all`.
  public var spansAll = false
  /// `column-rule-width` as computed: 0 where the style is none or hidden.
  public var ruleWidth = 0.0
  /// `column-rule-style`.
  public var ruleStyle = BorderStyle.none
  /// `column-rule-color`; `nil` is currentcolor.
  public var ruleColor: Color?

  /// Whether the element is a multi-column container.
  public var isContainer: Bool { count != nil || width != nil }

  /// All at their initial values.
  public init() {}
}

/// `column-fill`.
public enum ColumnFill: String, Sendable, CaseIterable {
  case auto, balance
  case balanceAll = "balance-all"
}
