/// A generator with a fixed seed (xorshift): a failing case comes back in the next run.
package struct Dice {
  private var state: UInt64

  /// Dice that roll the same numbers for the same seed.
  package init(seed: Int) {
    // Small seeds would begin with small numbers.
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// A number from 0, less than `sides`.
  package mutating func roll(_ sides: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(sides))
  }

  /// Damages a text at one to four places: a byte is replaced by one of `signs`, taken out, or put in.
  package mutating func damage(_ bytes: [UInt8], signs: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...roll(4) where !bytes.isEmpty {
      let index = roll(bytes.count)
      switch roll(3) {
      case 0: bytes[index] = signs[roll(signs.count)]
      case 1: bytes.remove(at: index)
      default: bytes.insert(signs[roll(signs.count)], at: index)
      }
    }
    return bytes
  }
}
