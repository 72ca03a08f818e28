public import Geometry

/// `vb-line-numbers`: numbers of lines in the margin, for drafts under discussion.
public struct LineNumbers: Sendable, Hashable {
  /// Whether each page begins with 1.
  public var startsOnPage: Bool
  /// Every how many lines a number is shown.
  public var step: Int

  /// Numbers at every `step` lines.
  public init(startsOnPage: Bool, step: Int) {
    self.startsOnPage = startsOnPage
    self.step = step
  }
}

/// `vb-change-bar`: a bar in the outer margin beside what has changed.
public struct ChangeBar: Sendable, Hashable {
  /// Width in points; 0 is none.
  public var width = 0.0
  /// `nil` is currentcolor.
  public var color: Color?

  /// No bar.
  public init() {}
}
