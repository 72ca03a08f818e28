/// Where a broken flex container goes on.
struct FlexResume {
  /// The line of a row container, counted from the top.
  var line = 0
  /// How much of that line earlier pages hold.
  var consumed = 0.0
  /// What is left: of each item of the row's line, or of each line of a column container.
  var parts: [Part] = []

  /// What is left of an item of a row, or of a line of a column.
  struct Part {
    /// The item to go on with, counted from the top of a column.
    var item = 0
    /// Where that item goes on; `nil` where it has not begun.
    var token: BreakToken?
    var isDone = false
  }
}
