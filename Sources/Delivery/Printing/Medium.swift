/// A size of paper, known by its self-describing name (PWG 5101.1, 5), such as `iso_a4_210x297mm`.
package struct Medium: Sendable, Hashable {
  /// The name as the printer has it.
  package var keyword: String

  /// A medium of a printer.
  package init(_ keyword: String) {
    self.keyword = keyword
  }

  /// What people call it: `A4`, `letter`; the whole name where it is not self-describing.
  package var name: String {
    let parts = keyword.split(separator: "_")
    guard parts.count >= 3, size != nil else { return keyword }
    return parts[0] == "iso" || parts[0] == "jis" ? parts[1].uppercased() : String(parts[1])
  }

  /// Width and height in millimetres; `nil` where the name does not say them.
  package var size: (width: Double, height: Double)? {
    guard let last = keyword.split(separator: "_").last else { return nil }
    let scale: Double
    if last.hasSuffix("mm") { scale = 1 } else if last.hasSuffix("in") { scale = 25.4 } else { return nil }
    let sides = last.dropLast(2).split(separator: "x").compactMap { Double(String($0)) }
    guard sides.count == 2, sides.allSatisfy({ $0 > 0 && $0 < 100_000 }) else { return nil }
    return (sides[0] * scale, sides[1] * scale)
  }

  /// The medium among a printer's that a name means: its own name, `A4`, or another spelling of the same.
  package static func named(_ name: String, among media: [Medium]) -> Medium? {
    media.first { $0.keyword == name } ?? media.first { $0.name.lowercased() == name.lowercased() }
  }

  /// The medium among a printer's that pages fit exactly, lying or standing; sizes in points.
  ///
  /// Half a millimetre is what writers of PDF round by.
  package static func fitting(_ page: (width: Double, height: Double), among media: [Medium]) -> Medium? {
    let wanted = [page.width, page.height].map { $0 / 72 * 25.4 }.sorted()
    return media.first { medium in
      guard let size = medium.size else { return false }
      let sides = [size.width, size.height].sorted()
      return abs(sides[0] - wanted[0]) <= 0.5 && abs(sides[1] - wanted[1]) <= 0.5
    }
  }
}
