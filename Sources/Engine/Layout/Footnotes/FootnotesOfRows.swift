import Geometry

extension LayoutSession {
  /// Takes what the footnote area has grown to off the room for rows, and places the notes of a head and a foot, which are
  /// called on the table's first page only.
  mutating func takeNotes(of drafts: [RowDraft], in piece: inout TablePiece) {
    piece.room = piece.room.map { $0 - footnotes.taken }
    let called = drafts.flatMap { notes(of: $0) }
    guard !called.isEmpty else { return }
    let taken = footnotes.taken
    placeOrForceNotes(called, free: freeHeight(below: piece))
    piece.room = piece.room.map { $0 - (footnotes.taken - taken) }
  }

  /// Places the notes of a row that has been added; gives `false`, and places none, where they do not fit below it.
  mutating func placeNotes(of draft: RowDraft, in piece: inout TablePiece) -> Bool {
    let taken = footnotes.taken
    guard placeNotes(notes(of: draft), free: freeHeight(below: piece)) else { return false }
    piece.room = piece.room.map { $0 - (footnotes.taken - taken) }
    return true
  }

  /// What of a row fits its page together with the notes that it calls there; the notes are placed.
  ///
  /// Notes of one cell take room from the others, which are filled by then: the row is laid out again with less room.
  /// - Parameters:
  ///   - draft: the row in all the room there is.
  ///   - piece: the piece of the table.
  ///   - isFirst: whether the row begins the piece.
  ///   - resumed: where the row goes on.
  ///   - room: the room.
  /// - Returns: the row and its room: those given where the row calls no notes, or has no room beside them.
  mutating func fitNotes(_ draft: RowDraft, of piece: TablePiece, isFirst: Bool, resumed: TableBreak?, room: Double)
    -> (draft: RowDraft, room: Double)
  {
    guard tree.hasFootnotes, footnotes.takesNotes else { return (draft, room) }
    var (tried, reserve) = (draft, 0.0)
    for _ in 0..<4 {
      let called = notes(of: tried)
      if placeNotes(called, free: footnotes.taken + reserve) { return (tried, room - reserve) }
      reserve = max(reserve * 1.25, growth(by: called))
      guard reserve < room - tolerance else { break }
      tried = draftRow(draft.row, of: piece.table, resumed: resumed, room: CellRoom(height: room - reserve))
      // No page has more room than one that the row begins: what waits there for its notes would wait for ever.
      if isFirst, zip(tried.cells, draft.cells).contains(where: { $0.isStuck && !$1.isStuck }) { break }
    }
    return (draft, room)
  }

  /// Places as much of the notes of rows as there is room for: the rows can stand nowhere else.
  mutating func forceNotes(of drafts: [RowDraft], in piece: inout TablePiece) {
    let taken = footnotes.taken
    forceNotes(drafts.flatMap { notes(of: $0) }, free: freeHeight(below: piece))
    piece.room = piece.room.map { $0 - (footnotes.taken - taken) }
  }

  /// The footnotes that a row calls.
  func notes(of draft: RowDraft) -> [Int32] {
    draft.cells.flatMap { notes(in: $0.fragment) }
  }

  /// From the rows of a piece to the end of the fragmentainer.
  private func freeHeight(below piece: TablePiece) -> Double? {
    piece.room.map { $0 + footnotes.taken - piece.flow.bottom }
  }
}
