import CICU

/// Where lines may end inside words by `word-break`, and between kept spaces by `break-spaces` (CSS Text 3, 3 and 5.2).
struct WordBreaking {
  /// What a character is to `word-break`: by its line breaking class (UAX 14).
  private enum Kind: Int32 {
    case other = 0
    /// Letters, digits, ideographs and syllables.
    case letter = 1
    /// Combining marks: they belong to what precedes.
    case mark = 2
  }

  let content: InlineContent

  func apply(to marks: inout [BreakMark]) {
    for run in content.runs {
      let style = content.styles[Int(run.style)]
      if style.wordBreak != .normal { breakWords(of: run, style.wordBreak, &marks) }
      if style.breaksSpaces { breakSpaces(of: run, &marks) }
    }
  }

  private func breakWords(of run: StyledRun, _ wordBreak: WordBreak, _ marks: inout [BreakMark]) {
    content.text.withUnsafeBufferPointer { text in
      var before = Kind.other
      var byte = Int(run.start)
      while byte < Int(run.end) {
        let (scalar, length) = decodeScalar(text, at: byte)
        let kind = Kind(rawValue: cicu_word_break_kind(Int32(bitPattern: scalar.value))) ?? .other
        if before == .letter, kind == .letter {
          if wordBreak == .breakAll, marks[byte] == .none { marks[byte] = .allowed }
          if wordBreak == .keepAll, marks[byte] == .allowed { marks[byte] = .none }
        }
        if kind != .mark { before = kind }
        byte += length
      }
    }
  }

  /// A line may end after every kept space, also before another one.
  private func breakSpaces(of run: StyledRun, _ marks: inout [BreakMark]) {
    for byte in Int(run.start)..<max(Int(run.start), Int(run.end))
    where content.text[byte] == 0x20 || content.text[byte] == 0x09 {
      if marks[byte + 1] == .none { marks[byte + 1] = .allowed }
    }
  }
}
