import Geometry

extension LayoutSession {
  /// Lays out a row of columns and places the notes that they call at the foot of the page; `nil` where nothing fits.
  ///
  /// Notes of the last column take room from the first, which is filled by then: the row is laid out again with less room
  /// until its notes fit below it.
  /// - Parameters:
  ///   - box: the multi-column container.
  ///   - request: what the row is laid out from.
  ///   - free: from the row's top to the end of the fragmentainer; `nil` where nothing is broken.
  /// - Returns: the row, its notes placed.
  mutating func layOutColumnRow(of box: Int32, _ request: ColumnRowRequest, free: Double?) -> ColumnRow? {
    guard tree.hasFootnotes, footnotes.takesNotes, let free else { return layOutColumnRow(of: box, request) }
    var reserve = 0.0
    for attempt in 0..<mostAttempts {
      var lower = request
      lower.room.height = min(request.room.height, max(0, free - footnotes.taken - reserve))
      let row = withNotesAside { $0.layOutColumnRow(of: box, lower) }
      // With no room left for notes, they go on the next page.
      guard let row else {
        guard reserve > 0 else { return nil }
        reserve = 0
        continue
      }
      let called = row.columns.flatMap { notes(in: $0) }
      if placeNotes(called, free: free - row.height) { return row }
      if attempt == mostAttempts - 1 || reserve >= free / 2 {
        forceNotes(called, free: free - row.height)
        return row
      }
      reserve = max(reserve * 1.25, growth(by: called))
    }
    return nil
  }

  /// How much higher notes would make the area.
  mutating func growth(by notes: [Int32]) -> Double {
    let mark = footnotes.mark
    let taken = footnotes.taken
    forceNotes(notes, free: .greatestFiniteMagnitude)
    defer { footnotes.revert(to: mark) }
    return max(footnotes.taken - taken, tolerance)
  }
}

/// How often a row of columns is laid out for its notes.
private let mostAttempts = 4
