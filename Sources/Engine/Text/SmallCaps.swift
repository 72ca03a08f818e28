/// Small capitals for faces that have none: capitals at a smaller size.
enum SmallCaps {
  /// Size of a small capital as a share of the font size.
  static let scale = 0.8

  /// Text that is set as small capitals, or as it stands.
  struct Piece {
    var bytes: Range<Int32>
    var isSmall: Bool
  }

  /// Capitals, and for each of their bytes (and the end) the offset in the text that they were made from.
  struct Capitals {
    var text: [UInt8] = []
    var offsets: [Int32] = []
  }

  /// Splits text where lower-case letters begin and end; marks stay with their letters.
  static func pieces(_ text: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int32>, _ which: SmallCapitals) -> [Piece] {
    var pieces: [Piece] = []
    var byte = bytes.lowerBound
    while byte < bytes.upperBound {
      let (scalar, length) = decodeScalar(text, at: Int(byte))
      let end = byte + Int32(length)
      let isMark = scalar.value >= 0x300 && scalar.properties.isGraphemeExtend
      let isLetter = which == .allLetters ? scalar.properties.isAlphabetic : scalar.properties.changesWhenUppercased
      let isSmall = isMark ? pieces.last?.isSmall ?? false : isLetter
      if let last = pieces.indices.last, pieces[last].isSmall == isSmall {
        pieces[last].bytes = pieces[last].bytes.lowerBound..<end
      } else {
        pieces.append(Piece(bytes: byte..<end, isSmall: isSmall))
      }
      byte = end
    }
    return pieces
  }

  /// The capitals of `bytes` by Unicode's mappings, which hold for all Vietnamese letters.
  static func capitals(_ text: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int32>) -> Capitals {
    var capitals = Capitals()
    var byte = bytes.lowerBound
    while byte < bytes.upperBound {
      let (scalar, length) = decodeScalar(text, at: Int(byte))
      for unit in scalar.properties.uppercaseMapping.utf8 {
        capitals.text.append(unit)
        capitals.offsets.append(byte - bytes.lowerBound)
      }
      byte += Int32(length)
    }
    capitals.offsets.append(bytes.upperBound - bytes.lowerBound)
    return capitals
  }
}
