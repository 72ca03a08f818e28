/// Writes the tables of ``SquareFont`` (OpenType 1.9).
struct SquareFontFile {
  private let scalars: [UInt32]
  private var glyphCount: Int { scalars.count + 1 }

  init(scalars: [UInt32]) {
    self.scalars = scalars
  }

  /// The whole file: a table directory, then the tables, each at a multiple of four bytes.
  var bytes: [UInt8] {
    let tables: [(tag: String, data: [UInt8])] = [
      ("OS/2", os2), ("cmap", cmap), ("glyf", glyf), ("head", head(checksum: 0)), ("hhea", hhea), ("hmtx", hmtx),
      ("loca", loca), ("maxp", maxp), ("name", name), ("post", post),
    ]
    let plain = file(tables)
    // The sum of the whole file, with this field 0, subtracted from a constant (head, checksumAdjustment).
    let adjustment = 0xB1B0_AFBA &- Self.checksum(plain)
    return file(tables.map { $0.tag == "head" ? ($0.tag, head(checksum: adjustment)) : $0 })
  }

  private func file(_ tables: [(tag: String, data: [UInt8])]) -> [UInt8] {
    var directory = BigEndian()
    directory.add32(0x0001_0000)
    directory.add16([UInt16(tables.count), 128, 3, UInt16(tables.count * 16 - 128)])
    var offset = 12 + 16 * tables.count
    var body: [UInt8] = []
    for table in tables {
      directory.bytes += Array(table.tag.utf8)
      let data = table.tag == "head" ? head(checksum: 0) : table.data
      directory.add32(Self.checksum(data))
      directory.add32(UInt32(offset))
      directory.add32(UInt32(table.data.count))
      let padded = Self.padded(table.data)
      body += padded
      offset += padded.count
    }
    return directory.bytes + body
  }

  private static func padded(_ data: [UInt8]) -> [UInt8] {
    data + [UInt8](repeating: 0, count: (4 - data.count % 4) % 4)
  }

  private static func checksum(_ data: [UInt8]) -> UInt32 {
    let all = padded(data)
    var sum: UInt32 = 0
    for index in stride(from: 0, to: all.count, by: 4) {
      sum &+=
        UInt32(all[index]) << 24 | UInt32(all[index + 1]) << 16 | UInt32(all[index + 2]) << 8
        | UInt32(all[index + 3])
    }
    return sum
  }

  private func head(checksum: UInt32) -> [UInt8] {
    var table = BigEndian()
    table.add32([0x0001_0000, 0x0001_0000, checksum, 0x5F0F_3CF5])
    table.add16([0b11, 1000])  // flags: baseline and left side bearing at 0; units of an em
    table.add32([0, 0, 0, 0])  // created, modified
    table.add16([0, signed(-200), 1000, 800])  // bounding box
    table.add16([0, 8, 2, 1, 0])  // style, smallest size, direction, long offsets, format
    return table.bytes
  }

  private var hhea: [UInt8] {
    var table = BigEndian()
    table.add32(0x0001_0000)
    table.add16([800, signed(-200), 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, 1])
    return table.bytes
  }

  private var maxp: [UInt8] {
    var table = BigEndian()
    table.add32(0x0001_0000)
    table.add16([UInt16(glyphCount), 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    return table.bytes
  }

  /// One advance for all glyphs, then the side bearings of the rest.
  private var hmtx: [UInt8] {
    var table = BigEndian()
    table.add16([1000, 0])
    table.add16([UInt16](repeating: 0, count: glyphCount - 1))
    return table.bytes
  }

  /// A square from (0, -200) to (1000, 800), for all glyphs but the space.
  private static let square: [UInt8] = {
    var glyph = BigEndian()
    glyph.add16([1, 0, signed(-200), 1000, 800, 3, 0])  // contours, box, last point, no instructions
    glyph.bytes += [1, 1, 1, 1]  // four points on the curve, with 16-bit steps
    glyph.add16([0, 0, 1000, 0])
    glyph.add16([signed(-200), 1000, 0, signed(-1000)])
    return padded(glyph.bytes)
  }()

  /// All visible glyphs share one outline's shape but not its bytes: subsetting keeps glyphs apart by their offsets.
  private var glyf: [UInt8] {
    var bytes = Self.square
    for scalar in scalars where !Self.isBlank(scalar) { bytes += Self.square }
    return bytes
  }

  private var loca: [UInt8] {
    var table = BigEndian()
    var offset = UInt32(0)
    table.add32(offset)
    offset += UInt32(Self.square.count)
    table.add32(offset)
    for scalar in scalars {
      if !Self.isBlank(scalar) { offset += UInt32(Self.square.count) }
      table.add32(offset)
    }
    return table.bytes
  }

  private static func isBlank(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0xA0
  }

  /// Runs of scalars that have neighbouring glyphs.
  private var groups: [(first: UInt32, last: UInt32, glyph: UInt32)] {
    var groups: [(first: UInt32, last: UInt32, glyph: UInt32)] = []
    for (index, scalar) in scalars.enumerated() {
      if let last = groups.indices.last, groups[last].last + 1 == scalar {
        groups[last].last = scalar
      } else {
        groups.append((scalar, scalar, UInt32(index + 1)))
      }
    }
    return groups
  }

  private var cmap: [UInt8] {
    let basic = segments
    var table = BigEndian()
    table.add16([0, 2, 3, 1])
    table.add32(20)
    table.add16([3, 10])
    table.add32(UInt32(20 + basic.count))
    table.bytes += basic
    table.add16([12, 0])
    table.add32([UInt32(16 + 12 * groups.count), 0, UInt32(groups.count)])
    for group in groups { table.add32([group.first, group.last, group.glyph]) }
    return table.bytes
  }

  /// Subtable of format 4, for readers that know no other; ends with the segment of U+FFFF that the format asks for.
  private var segments: [UInt8] {
    let count = groups.count + 1
    var power = 1
    var exponent = 0
    while power * 2 <= count {
      power *= 2
      exponent += 1
    }
    var table = BigEndian()
    table.add16([4, UInt16(16 + 8 * count), 0, UInt16(2 * count)])
    table.add16([UInt16(2 * power), UInt16(exponent), UInt16(2 * (count - power))])
    table.add16(groups.map { UInt16($0.last) } + [0xFFFF, 0])
    table.add16(groups.map { UInt16($0.first) } + [0xFFFF])
    table.add16(groups.map { UInt16(truncatingIfNeeded: $0.glyph &- $0.first) } + [1])
    table.add16([UInt16](repeating: 0, count: count))
    return table.bytes
  }

  private var name: [UInt8] {
    let entries: [(id: UInt16, text: String)] = [
      (1, "Square"), (2, "Regular"), (3, "VanBan Square 1"), (4, "Square"), (5, "Version 1.0"), (6, "Square-Regular"),
    ]
    var table = BigEndian()
    var strings = BigEndian()
    table.add16([0, UInt16(entries.count), UInt16(6 + 12 * entries.count)])
    for entry in entries {
      let units = Array(entry.text.utf16)
      table.add16([3, 1, 0x409, entry.id, UInt16(2 * units.count), UInt16(strings.bytes.count)])
      strings.add16(units)
    }
    return table.bytes + strings.bytes
  }

  private var post: [UInt8] {
    var table = BigEndian()
    table.add32([0x0003_0000, 0])
    table.add16([signed(-100), 50])  // underline
    table.add32([0, 0, 0, 0, 0])
    return table.bytes
  }

  private var os2: [UInt8] {
    var table = BigEndian()
    table.add16([4, 1000, 400, 5, 0])  // version, average width, weight, width, embedding allowed
    table.add16([650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0])  // sub- and superscript, strike-out, class
    table.bytes += [UInt8](repeating: 0, count: 10)  // PANOSE
    table.add32([0x2000_0003, 0, 0, 0])  // Unicode ranges: Latin
    table.bytes += Array("VBAN".utf8)
    table.add16([0x40, 0x20, 0xFFFF, 800, signed(-200), 0, 800, 200])  // regular; first, last; typographic, Windows
    table.add32([1, 0])  // code page: Latin 1
    table.add16([800, 800, 0, 0x20, 2])  // x-height, cap height, default and break character, context
    return table.bytes
  }
}

/// Bytes in the order of OpenType: the highest first.
private struct BigEndian {
  var bytes: [UInt8] = []

  mutating func add16(_ values: [UInt16]) {
    for value in values { bytes += [UInt8(value >> 8), UInt8(value & 0xFF)] }
  }

  mutating func add32(_ value: UInt32) {
    add16([UInt16(value >> 16), UInt16(value & 0xFFFF)])
  }

  mutating func add32(_ values: [UInt32]) {
    for value in values { add32(value) }
  }
}

private func signed(_ value: Int16) -> UInt16 {
  UInt16(bitPattern: value)
}
