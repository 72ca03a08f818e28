import CICU

/// Owns ICU's line break rules of one language.
///
/// Not Sendable: one task at a time.
final class LineBreaker {
  private let raw: OpaquePointer

  /// The rules of a language, or the root's where ICU does not know it; `nil` where ICU has no data.
  init?(language: String) {
    guard let raw = cicu_line_breaker_open(language) ?? cicu_line_breaker_open("") else { return nil }
    self.raw = raw
  }

  deinit { cicu_line_breaker_close(raw) }

  /// One mark a byte and one for the end: 1 where a line may end before the byte (UAX 14), 2 where it must.
  func marks(of text: [UInt8]) -> [UInt8] {
    var marks = [UInt8](repeating: 0, count: text.count + 1)
    let status = cicu_line_breaker_mark(raw, text, Int32(clamping: text.count), &marks)
    precondition(status == 0, "ICU could not find line breaks in \(text.count) bytes: code \(status)")
    return marks
  }
}
