import CICU

/// The text in normalisation form C, so that a letter with its tone is one character however it was typed.
///
/// Costs one walk for text that cannot need it; ill-formed UTF-8 that reaches ICU comes back with U+FFFD.
package func normalized(_ utf8: [UInt8]) -> [UInt8] {
  if isSurelyNormalized(utf8) { return utf8 }
  let count = Int32(clamping: utf8.count)
  if cicu_is_nfc(utf8, count) == 1 { return utf8 }
  // Composing shortens; the few characters that grow (UAX 15) make a second call.
  var output = [UInt8](repeating: 0, count: utf8.count + 16)
  var needed = cicu_normalize_nfc(utf8, count, &output, Int32(output.count))
  if needed > Int32(output.count) {
    output = [UInt8](repeating: 0, count: Int(needed))
    needed = cicu_normalize_nfc(utf8, count, &output, needed)
  }
  precondition(needed >= 0, "ICU could not normalise \(utf8.count) bytes: code \(needed)")
  output.removeLast(output.count - Int(needed))
  return output
}

/// Whether every character is of a block where all are NFC and none combines: Latin, Vietnamese, most punctuation.
private func isSurelyNormalized(_ utf8: [UInt8]) -> Bool {
  utf8.withUnsafeBufferPointer { bytes in
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      switch lead {
      case ..<0x80: index += 1
      case 0xC2...0xCB: index += 2  // U+0080 to U+02FF
      case 0xE1:  // U+1E00 to U+1EFF
        guard index + 2 < bytes.count, 0xB8...0xBB ~= bytes[index + 1] else { return false }
        index += 3
      case 0xE2:  // U+2002 to U+203F: U+2000 and U+2001 have canonical equivalents
        guard index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] >= 0x82 else { return false }
        index += 3
      default: return false
      }
    }
    return true
  }
}
