import Diagnostics
import Files
import VanBan

/// The folder of the system's zones.
private var zoneFolder: String { environment("TZDIR") ?? "/usr/share/zoneinfo" }

/// Reads the system's table of a zone (TZif, RFC 8536); `nil` where there is none of that name.
func readZoneFile(_ name: String) throws(RenderError) -> Zone? {
  let parts = name.split(separator: "/", omittingEmptySubsequences: false)
  guard parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else { return nil }
  let path = joined(zoneFolder, name)
  let loader = FileLoader(limits: FileLimits(maxInput: 1 << 20))
  // A folder such as America, or no file at all: there is no such zone.
  guard let file = try? loader.loadNamed(path) else { return nil }
  guard let zone = Zone(name: name, tzif: file.bytes) else {
    throw RenderError(
      .surroundings,
      "the time zone's table '\(path)' cannot be read",
      path: path,
      help: "repair tzdata"
    )
  }
  return zone
}

/// A zone that was probably meant: one with a similar name in the same part of the world.
func nearestZone(to name: String) -> String? {
  let folder = parentFolder(joined(zoneFolder, name))
  guard let near = nearestName(to: fileName(name), in: fileNames(in: folder)) else { return nil }
  return name.contains("/") ? "\(parentFolder(name))/\(near)" : near
}

extension Zone {
  /// Reads a file of RFC 8536, section 3: the block of 64-bit times, then the footer with the rule for later years.
  init?(name: String, tzif bytes: [UInt8]) {
    var reader = ZoneReader(bytes: bytes[...])
    guard let first = reader.header() else { return nil }
    guard first.version >= UInt8(ascii: "2") else {
      guard let block = reader.block(first, timeSize: 4) else { return nil }
      self.init(name: name, transitions: block.transitions, offsets: block.offsets, rule: nil)
      return
    }
    guard reader.skip(first.size(timeSize: 4)), let second = reader.header(),
      let block = reader.block(second, timeSize: 8), let footer = reader.footer()
    else { return nil }
    // An empty footer says that nothing is known of later years: the last distance stays.
    let rule = footer.isEmpty ? nil : ZoneRule(footer)
    if rule == nil, !footer.isEmpty { return nil }
    self.init(name: name, transitions: block.transitions, offsets: block.offsets, rule: rule)
  }
}

/// Takes a zone's file apart from front to back.
private struct ZoneReader {
  var bytes: ArraySlice<UInt8>

  /// The counts of a header (3.1).
  struct Header {
    var version: UInt8
    var isUTC, isStandard, leaps, times, types, letters: Int

    func size(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + letters + leaps * (timeSize + 4) + isStandard + isUTC
    }
  }

  mutating func header() -> Header? {
    guard bytes.count >= 44, bytes.prefix(4).elementsEqual("TZif".utf8) else { return nil }
    let version = bytes[bytes.startIndex + 4]
    bytes = bytes.dropFirst(20)
    let counts = (0..<6).map { _ in number(4) }
    guard counts.allSatisfy({ (0...100_000).contains($0) }), counts[4] > 0 else { return nil }
    return Header(
      version: version,
      isUTC: counts[0],
      isStandard: counts[1],
      leaps: counts[2],
      times: counts[3],
      types: counts[4],
      letters: counts[5]
    )
  }

  /// Transitions and distances of a data block (3.2); the first type holds before the first transition.
  mutating func block(_ header: Header, timeSize: Int) -> (transitions: [Int], offsets: [Int])? {
    guard bytes.count >= header.size(timeSize: timeSize) else { return nil }
    let rest = bytes.dropFirst(header.size(timeSize: timeSize))
    let transitions = (0..<header.times).map { _ in number(timeSize) }
    let indices = (0..<header.times).map { _ in number(1) & 0xFF }
    let types = (0..<header.types).map { _ in
      let offset = number(4)
      bytes = bytes.dropFirst(2)
      return offset
    }
    bytes = rest
    let isOrdered = zip(transitions, transitions.dropFirst()).allSatisfy { $0 < $1 }
    guard isOrdered, indices.allSatisfy({ $0 < types.count }), types.allSatisfy({ abs($0) < 90_000 }) else {
      return nil
    }
    return (transitions, [types[0]] + indices.map { types[$0] })
  }

  /// The text between the last two line ends (3.3).
  mutating func footer() -> String? {
    guard bytes.first == 0x0A, let end = bytes.dropFirst().firstIndex(of: 0x0A) else { return nil }
    return String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
  }

  mutating func skip(_ count: Int) -> Bool {
    guard bytes.count >= count else { return false }
    bytes = bytes.dropFirst(count)
    return true
  }

  /// A signed number, the most significant byte first; the caller has seen that the bytes are there.
  private mutating func number(_ size: Int) -> Int {
    var value: UInt64 = 0
    for byte in bytes.prefix(size) { value = value << 8 | UInt64(byte) }
    bytes = bytes.dropFirst(size)
    let shift = UInt64(64 - size * 8)
    return Int(Int64(bitPattern: value << shift) >> Int64(shift))
  }
}
