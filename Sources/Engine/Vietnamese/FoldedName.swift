/// A key without what offices write in different ways: case, tones and marks, `_`, `-` and white space.
///
/// `Họ tên`, `HỌ TÊN`, `ho_ten` and the decomposed spelling are one. Only keys and words of choices are folded so: names of
/// people keep their marks.
package func foldedName(_ name: String) -> String {
  var result = String.UnicodeScalarView()
  var needsSpace = false
  for scalar in name.unicodeScalars {
    guard let folded = foldedScalar(scalar) else { continue }
    if folded == " " {
      needsSpace = !result.isEmpty
      continue
    }
    if needsSpace { result.append(" ") }
    needsSpace = false
    result.append(folded)
  }
  return String(result)
}

/// `nil` for a mark that follows its letter.
private func foldedScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar {
  case "a"..."z", "0"..."9": return scalar
  case "A"..."Z": return Unicode.Scalar(UInt8(scalar.value) + 0x20)
  case " ", "_", "-", "\t", "\n", "\r", "\u{A0}": return " "
  case "\u{300}"..."\u{36F}": return nil
  default: break
  }
  guard let letter = letter(scalar) else { return scalar }
  switch letter.base {
  case "ă", "â": return "a"
  case "đ": return "d"
  case "ê": return "e"
  case "ô", "ơ": return "o"
  case "ư": return "u"
  default: return letter.base
  }
}
