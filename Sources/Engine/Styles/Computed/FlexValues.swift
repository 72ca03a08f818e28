/// The properties of flex containers and items (CSS Flexible Box Layout 1).
public struct FlexStyle: Sendable, Hashable {
  /// `flex-direction`.
  public var direction = FlexDirection.row
  /// `flex-wrap`.
  public var wrap = FlexWrap.nowrap
  /// `flex-grow`.
  public var grow = 0.0
  /// `flex-shrink`.
  public var shrink = 1.0
  /// `flex-basis`.
  public var basis = FlexBasis.extent(.auto)
  /// `order`.
  public var order = 0

  /// All at their initial values.
  public init() {}
}

/// `flex-direction`.
public enum FlexDirection: String, Sendable, CaseIterable {
  case row
  case rowReverse = "row-reverse"
  case column
  case columnReverse = "column-reverse"
}

/// `flex-wrap`.
public enum FlexWrap: String, Sendable, CaseIterable {
  case nowrap, wrap
  case wrapReverse = "wrap-reverse"
}

/// `flex-basis`.
public enum FlexBasis: Sendable, Hashable {
  /// `content`.
  case content
  /// A size as of `width`; `auto` means that of `width` or `height`.
  case extent(Extent)
}

/// The properties of CSS Box Alignment 3 that flex containers, their items and columns use.
public struct AlignmentStyle: Sendable, Hashable {
  /// `justify-content`.
  public var justifyContent = ContentAlignment.normal
  /// `align-content`.
  public var alignContent = ContentAlignment.normal
  /// `align-items`; never `auto`.
  public var alignItems = SelfAlignment.normal
  /// `align-self`; `auto` is the container's `align-items`.
  public var alignSelf = SelfAlignment.auto
  /// `justify-items`: read for `place-items`; flex containers do not use it (CSS Flexbox 1, 8.2).
  public var justifyItems = SelfAlignment.normal
  /// `row-gap`; `nil` is `normal`: 0 in flex containers.
  public var rowGap: LengthPercentage?
  /// `column-gap`; `nil` is `normal`: 0 in flex containers, 1em in columns.
  public var columnGap: LengthPercentage?

  /// All at their initial values.
  public init() {}
}

/// `justify-content` and `align-content`.
public enum ContentAlignment: String, Sendable, CaseIterable {
  case normal, start, end, left, right, center
  case flexStart = "flex-start"
  case flexEnd = "flex-end"
  case spaceBetween = "space-between"
  case spaceAround = "space-around"
  case spaceEvenly = "space-evenly"
  case stretch, baseline
  case lastBaseline = "last baseline"
}

/// `align-items`, `align-self` and `justify-items`; `auto` belongs to the second only.
public enum SelfAlignment: String, Sendable, CaseIterable {
  case auto, normal, stretch, start, end, center
  case selfStart = "self-start"
  case selfEnd = "self-end"
  case flexStart = "flex-start"
  case flexEnd = "flex-end"
  case baseline
  case lastBaseline = "last baseline"
}
