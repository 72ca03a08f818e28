extension ComputedStyle {
  /// A style in which inherited properties are `parent`'s and all others are initial: that of an anonymous box.
  package init(inheriting parent: ComputedStyle) {
    self = PropertyTable.inheriting(from: parent)
  }
}
