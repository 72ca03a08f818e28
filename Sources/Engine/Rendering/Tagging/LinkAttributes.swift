import Geometry
import Layout

extension Page {
  /// The attributes of a link's tag: its target, and its rectangles on this page, one a line.
  func linkAttributes(of index: Int32) -> String {
    let link = links[Int(index)]
    var result: String
    switch link.target {
    case .url(let url): result = "uri='\(escapedURL(url))'"
    case .destination(let name): result = "dest='\(destinationName(name))'"
    }
    var rects: [String] = []
    for (place, fragment) in fragments.enumerated() where fragment.role == .link && fragment.link == index {
      let box = seen(fragment.borderBox, of: place)
      rects += [box.left, box.top, box.size.width, box.size.height].map(decimal)
    }
    result += " rect=[\(rects.joined(separator: " "))]"
    return result
  }
}

extension Destination {
  /// The attributes of a `cairo.dest` tag at this place.
  var tagAttributes: String {
    "name='\(destinationName(name))' x=\(decimal(place.x)) y=\(decimal(place.y))"
  }
}

/// A destination's name in ASCII letters and digits, one for each id: Cairo's names must be ASCII.
func destinationName(_ id: String) -> String {
  var result = ""
  for byte in id.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."):
      result.append(Character(UnicodeScalar(byte)))
    default: result += "_" + hexadecimal(byte)
    }
  }
  return result
}

/// A URL as Cairo writes it raw between parentheses: what PDF strings or the tag's own quotes would stumble over is
/// percent-encoded (RFC 3986, 2.1).
private func escapedURL(_ url: String) -> String {
  var result = ""
  for byte in url.utf8 {
    let isPlain = byte > 0x20 && byte < 0x7F && !"()\\'\"<>".utf8.contains(byte)
    result += isPlain ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte)
  }
  return result
}

private func hexadecimal(_ byte: UInt8) -> String {
  let digits = Array("0123456789ABCDEF")
  return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
}

/// A number with at most three decimals, never in exponent form.
func decimal(_ value: Double) -> String {
  let thousandths = Int((value * 1000).rounded())
  let sign = thousandths < 0 ? "-" : ""
  let digits = String(abs(thousandths % 1000) + 1000).dropFirst()
  return "\(sign)\(abs(thousandths / 1000)).\(digits)"
}
