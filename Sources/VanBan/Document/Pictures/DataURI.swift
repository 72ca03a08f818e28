/// The bytes of a `data:` URI: base64 or percent-encoded (RFC 2397); `nil` where it is malformed.
func dataURIBytes(_ text: String) -> [UInt8]? {
  guard text.hasPrefix("data:"), let comma = text.utf8.firstIndex(of: UInt8(ascii: ",")) else { return nil }
  let head = text[..<comma].lowercased()
  let body = text.utf8[text.utf8.index(after: comma)...]
  guard let bytes = percentDecoded(body) else { return nil }
  return head.hasSuffix(";base64") ? base64Decoded(bytes) : bytes
}

private func percentDecoded(_ text: Substring.UTF8View) -> [UInt8]? {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count)
  var iterator = text.makeIterator()
  while let byte = iterator.next() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    guard let first = iterator.next().flatMap(hexadecimalValue), let second = iterator.next().flatMap(hexadecimalValue)
    else { return nil }
    bytes.append(first << 4 | second)
  }
  return bytes
}

private func hexadecimalValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

/// RFC 4648, 4; white space is skipped, as line ends in attributes become spaces.
private func base64Decoded(_ text: [UInt8]) -> [UInt8]? {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count / 4 * 3)
  var buffer: UInt32 = 0
  var bits = 0
  for byte in text where byte > 0x20 {
    if byte == UInt8(ascii: "=") { break }
    guard let value = base64Value(byte) else { return nil }
    buffer = buffer << 6 | UInt32(value)
    bits += 6
    if bits >= 8 {
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
    }
  }
  return bytes
}

private func base64Value(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
  case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
  case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
  case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
  default: nil
  }
}
