package import Diagnostics
package import Values

/// What an unquoted text of YAML means: nothing, true or false, a number, else a text.
///
/// Differs from YAML 1.2's core schema (10.3.2) where a number would lose what was written: a leading zero or plus sign
/// (codes, telephone numbers), hexadecimal, `.5` and dates stay texts. `yes` and `no` are texts, as in YAML 1.2.
package func plainScalar(_ text: String, place: ValuePlace, diagnostics: inout DiagnosticList) -> Value {
  switch text {
  case "", "~", "null", "Null", "NULL": return Value(.null, place: place)
  case "true", "True", "TRUE": return Value(.bool(true), place: place)
  case "false", "False", "FALSE": return Value(.bool(false), place: place)
  default: break
  }
  guard looksNumeric(text) else { return Value(.text(text), place: place) }
  guard let number = Decimal(text) else {
    diagnostics.report(.inexactNumber(text, place: place))
    return Value(.text(text), place: place)
  }
  return Value(.number(number), place: place)
}

/// Whether a text is a canonical number, with an exponent or without.
func looksNumeric(_ text: String) -> Bool {
  let first = text.utf8.first ?? 0
  guard first == UInt8(ascii: "-") || (first >= 0x30 && first <= 0x39) else { return false }
  guard let mark = text.utf8.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
    return Decimal.isCanonical(text)
  }
  var exponent = text[text.utf8.index(after: mark)...].utf8
  if let sign = exponent.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
    exponent.removeFirst()
  }
  return !exponent.isEmpty && exponent.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    && Decimal.isCanonical(String(text[..<mark]))
}
