/// The part of a source line that is shown, and the marks below it.
///
/// Columns are those of a terminal: a wide character takes two, a combining mark none, a tab is copied into the marks.
struct ExcerptWindow {
  /// What is shown of the line.
  private(set) var text = ""
  /// Spaces, a caret, and `~` under the rest of the span.
  private(set) var marks = ""

  /// Longer lines are cut around the span, in characters.
  private static let longest = 120
  private static let before = 40

  /// A window on `line` that marks `covered` characters from `column`, which counts from 1.
  init(line: String, column: Int, covered: Int) {
    let characters = Array(line)
    let marked = column - 1..<max(column, min(column - 1 + covered, characters.count))
    var shown = 0..<characters.count
    if shown.count > Self.longest {
      let start = max(0, min(marked.lowerBound - Self.before, characters.count - Self.longest))
      shown = start..<start + Self.longest
    }
    if shown.lowerBound > 0 { append("…", isMarked: false, isFirst: false) }
    for index in shown {
      append(characters[index], isMarked: marked.contains(index), isFirst: index == marked.lowerBound)
    }
    // A span at the line's end marks the place behind the last character.
    if marked.lowerBound >= shown.upperBound { marks += "^" }
    if shown.upperBound < characters.count { text += "…" }
    while marks.last == " " || marks.last == "\t" { marks.removeLast() }
  }

  private mutating func append(_ character: Character, isMarked: Bool, isFirst: Bool) {
    // Control characters would move the cursor: a terminal must not be driven by a data file.
    let isControl = character != "\t" && character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    let shown = isControl ? "\u{FFFD}" : character
    text.append(shown)
    let width = columns(of: shown)
    if isFirst {
      marks += "^" + String(repeating: "~", count: max(0, width - 1))
    } else if isMarked {
      marks += String(repeating: "~", count: width)
    } else {
      marks += shown == "\t" ? "\t" : String(repeating: " ", count: width)
    }
  }
}

/// Columns a character takes on a terminal: 2 for East Asian wide ones and emoji, 0 for a lone mark.
private func columns(of character: Character) -> Int {
  guard let first = character.unicodeScalars.first else { return 0 }
  switch first.value {
  case 0..<0x300: return 1
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    return 2
  default: break
  }
  switch first.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: return 1
  }
}
