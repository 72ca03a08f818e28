/// Reads the natural size of an SVG from its root element (SVG 2, 8.12; CSS Images 3, 4.1); `nil` where the bytes are none.
///
/// Only the start tag is looked at: the drawing is read when it is painted.
func readSVG(_ bytes: [UInt8]) throws(PictureError) -> PictureFile? {
  guard let attributes = rootAttributes(bytes) else { return nil }
  var picture = PictureFile(format: .svg, bytes: bytes)
  var size = NaturalSize()
  size.width = attributes["width"].flatMap(absoluteLength)
  size.height = attributes["height"].flatMap(absoluteLength)
  if let width = size.width, let height = size.height, width > 0, height > 0 {
    size.ratio = width / height
  } else if let box = attributes["viewBox"] {
    let numbers = box.split { $0 == " " || $0 == "," || $0.isNewline || $0 == "\t" }.compactMap { Double($0) }
    if numbers.count == 4, numbers[2] > 0, numbers[3] > 0, (numbers[2] / numbers[3]).isFinite {
      size.ratio = numbers[2] / numbers[3]
    }
  }
  picture.natural = size
  return picture
}

/// A length in points; `nil` for percentages and what is none: they say nothing of the picture's own size.
private func absoluteLength(_ text: String) -> Double? {
  let trimmed = text.drop { $0.isWhitespace }
  let number = trimmed.prefix { $0.isNumber || "+-.eE".contains($0) }
  var digits = String(number)
  var unit = String(trimmed.dropFirst(digits.count)).trimmingSpaces
  // The e of em and ex was taken for an exponent.
  if let last = digits.last, last == "e" || last == "E" {
    digits.removeLast()
    unit = "e" + unit
  }
  guard let value = Double(digits), value >= 0, value < 1e6, let scale = pointsByUnit[unit.lowercased()] else {
    return nil
  }
  return value * scale
}

/// Points a unit; em and ex by the initial font size of 16 px.
private let pointsByUnit: [String: Double] = [
  "": 0.75, "px": 0.75, "pt": 1, "pc": 12, "in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4, "q": 72 / 101.6, "em": 12,
  "ex": 6,
]

/// The attributes of the root element where it is `svg`, whatever its prefix.
private func rootAttributes(_ bytes: [UInt8]) -> [String: String]? {
  var scanner = TagScanner(bytes: bytes)
  scanner.skipProlog()
  guard let name = scanner.takeTagName(), name == "svg" || name.hasSuffix(":svg") else { return nil }
  var attributes: [String: String] = [:]
  while let (name, value) = scanner.takeAttribute() { attributes[name] = value }
  return attributes
}

/// Reads one start tag at the head of an XML text (XML 1.0, 2.8, 3.1).
private struct TagScanner {
  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// Skips the declaration, comments, instructions and the document type.
  mutating func skipProlog() {
    while true {
      skipSpace()
      if has("<?") {
        skip(past: "?>")
      } else if has("<!--") {
        skip(past: "-->")
      } else if has("<!DOCTYPE") {
        skipDocumentType()
      } else {
        return
      }
    }
  }

  mutating func takeTagName() -> String? {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "<") else { return nil }
    offset += 1
    return takeName()
  }

  mutating func takeAttribute() -> (String, String)? {
    skipSpace()
    let name = takeName()
    skipSpace()
    guard !name.isEmpty, offset < bytes.count, bytes[offset] == UInt8(ascii: "=") else { return nil }
    offset += 1
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'") else {
      return nil
    }
    let quote = bytes[offset]
    let start = offset + 1
    guard let end = bytes[start...].firstIndex(of: quote) else { return nil }
    offset = end + 1
    return (name, String(decoding: bytes[start..<end], as: UTF8.self))
  }

  private mutating func takeName() -> String {
    let start = offset
    while offset < bytes.count, bytes[offset] > 0x20, !"=/>\"'<".utf8.contains(bytes[offset]) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// The internal subset stands in brackets; quotes may hold `>`.
  private mutating func skipDocumentType() {
    var depth = 0
    var quote: UInt8?
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return
      default: break
      }
    }
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
  }

  private func has(_ text: String) -> Bool {
    bytes[offset...].starts(with: text.utf8)
  }

  private mutating func skip(past text: String) {
    while offset < bytes.count, !has(text) { offset += 1 }
    offset = min(bytes.count, offset + text.utf8.count)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
