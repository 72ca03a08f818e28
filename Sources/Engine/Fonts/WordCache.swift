import CHarfBuzz

/// Shapes words and keeps the results: an open hash table over bytes, with no object a word.
final class WordCache {
  private struct Entry {
    var hash: UInt64
    var style: WordStyle
    var keyStart: Int32
    var keyCount: Int32
    var glyphStart: Int32
    var glyphCount: Int32
    var shape: WordShape
  }

  private var slots = [Int32](repeating: -1, count: 1024)
  private var entries: [Entry] = []
  private var keys: [UInt8] = []
  private var glyphs: [WordGlyph] = []
  private var shaper = WordShaper()

  func number(ofLanguage name: String) -> Int32 {
    shaper.number(ofLanguage: name)
  }

  func number(ofSettings settings: [FeatureSetting]) -> Int32 {
    shaper.number(ofSettings: settings)
  }

  func shape(
    _ bytes: UnsafeBufferPointer<UInt8>,
    style: WordStyle,
    face: Face,
    into output: inout [WordGlyph]
  ) -> WordShape {
    guard bytes.count <= longestKept else { return shaper.shape(bytes, style: style, face: face, into: &output) }
    let hash = Self.hash(bytes, style)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, entry.style == style, isKey(of: entry, bytes) {
        let start = Int(entry.glyphStart)
        output.append(contentsOf: glyphs[start..<start + Int(entry.glyphCount)])
        return entry.shape
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let first = output.count
    let shape = shaper.shape(bytes, style: style, face: face, into: &output)
    keep(bytes, hash: hash, style: style, glyphs: output[first...], shape: shape)
    return shape
  }

  private func keep(
    _ bytes: UnsafeBufferPointer<UInt8>,
    hash: UInt64,
    style: WordStyle,
    glyphs added: ArraySlice<WordGlyph>,
    shape: WordShape
  ) {
    if keys.count + bytes.count > mostKeyBytes || entries.count * 2 >= slots.count { makeRoom() }
    let entry = Entry(
      hash: hash,
      style: style,
      keyStart: Int32(keys.count),
      keyCount: Int32(bytes.count),
      glyphStart: Int32(glyphs.count),
      glyphCount: Int32(added.count),
      shape: shape
    )
    keys.append(contentsOf: bytes)
    glyphs.append(contentsOf: added)
    entries.append(entry)
    insert(entries.count - 1)
  }

  private func insert(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  /// Starts over when the words of a long run outgrow the limit: cheaper than tracking which were used last.
  private func makeRoom() {
    if keys.count > mostKeyBytes - longestKept {
      entries.removeAll(keepingCapacity: true)
      keys.removeAll(keepingCapacity: true)
      glyphs.removeAll(keepingCapacity: true)
    }
    let isFull = entries.count * 2 >= slots.count
    slots = [Int32](repeating: -1, count: isFull ? slots.count * 2 : slots.count)
    for index in entries.indices { insert(index) }
  }

  private func isKey(of entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(entry.keyCount) == bytes.count else { return false }
    let start = Int(entry.keyStart)
    for index in bytes.indices where keys[start + index] != bytes[index] { return false }
    return true
  }

  /// FNV-1a over the bytes, then the style, with a final mix so that the low bits serve as index.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ style: WordStyle) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let number =
      UInt64(UInt32(bitPattern: style.face.index)) << 32
      | UInt64(UInt32(bitPattern: style.language)) << 8 | UInt64(style.features.rawValue)
      | UInt64(UInt32(bitPattern: style.settings)) << 20
    hash = (hash ^ number) &* 0x9e37_79b9_7f4a_7c15
    return hash ^ (hash >> 29)
  }
}

/// Longer words are shaped anew each time: they hardly come twice.
private let longestKept = 128
/// About 40,000 words: their glyphs take some 5 MB.
private let mostKeyBytes = 400_000
