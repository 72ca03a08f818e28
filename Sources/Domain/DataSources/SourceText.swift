package import Diagnostics
package import Files

/// A text to be read, without a byte order mark: its indices are byte offsets in the source.
package struct SourceText: Sendable {
  /// Names the text.
  package var source: SourceID
  /// Valid UTF-8.
  package var bytes: ArraySlice<UInt8>

  /// The bytes from `start` up to `end`.
  func span(from start: Int, to end: Int) -> SourceSpan {
    SourceSpan(source: source, offset: start, length: end - start)
  }
}

/// The text of a file, once it is known to be UTF-8; `nil` with a diagnostic where it is not.
package func checkedText(of file: LoadedFile, diagnostics: inout DiagnosticList) -> SourceText? {
  let bytes = file.bytes
  // A workbook is a ZIP archive, whatever its extension says.
  if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || hasWorkbookName(file.path) {
    diagnostics.report(.workbook(file))
    return nil
  }
  let span = SourceSpan(source: file.source, offset: 0, length: 0)
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    diagnostics.report(.utf16(span))
    return nil
  }
  if let offset = firstInvalidByte(in: bytes) {
    // Latin letters of a UTF-16 text without mark have a zero byte each; no text of ours has one.
    diagnostics.report(.notUTF8(SourceSpan(source: file.source, offset: offset, length: 1), byte: bytes[offset]))
    return nil
  }
  if let offset = bytes.firstIndex(of: 0) {
    diagnostics.report(.zeroByte(SourceSpan(source: file.source, offset: offset, length: 1)))
    return nil
  }
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  return SourceText(source: file.source, bytes: bytes[start...])
}

private func hasWorkbookName(_ path: String) -> Bool {
  let name = path.lowercased()
  return [".xlsx", ".xlsm", ".xls", ".ods"].contains { name.hasSuffix($0) }
}

/// Offset of the first byte that is no UTF-8 (Unicode 15, table 3-7); `nil` where all is well.
private func firstInvalidByte(in bytes: [UInt8]) -> Int? {
  var index = 0
  while index < bytes.count {
    let lead = bytes[index]
    if lead < 0x80 {
      index += 1
      continue
    }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, index + length <= bytes.count else { return index }
    // Overlong forms, surrogates and what lies above U+10FFFF all show in the second byte.
    let second = bytes[index + 1]
    let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard second >= lowest, second <= highest else { return index }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return index }
    index += length
  }
  return nil
}
