import Fonts

/// Splits text by the faces that cover it.
enum Coverage {
  struct Piece {
    var bytes: Range<Int32>
    var face: FaceID
    /// Characters that no face covers.
    var missing: [(scalar: Unicode.Scalar, byte: Int32)]
  }

  /// Pieces of `bytes`, each in one face.
  ///
  /// A base and its marks stay together (OpenType places marks within one face only).
  static func pieces(
    _ text: UnsafeBufferPointer<UInt8>,
    _ bytes: Range<Int32>,
    faces: [FaceID],
    fonts: FontLibrary
  ) -> [Piece] {
    var pieces: [Piece] = []
    var clusterStart = bytes.lowerBound
    var scalars: [(scalar: Unicode.Scalar, byte: Int32)] = []
    func close(at end: Int32) {
      guard !scalars.isEmpty else { return }
      let wanted = scalars.filter { !$0.scalar.properties.isDefaultIgnorableCodePoint }
      let face = faces.first { face in wanted.allSatisfy { isCovered($0.scalar, face, fonts) } }
      // Where no face has all of the cluster, that of its base takes it, and what it lacks is reported.
      let chosen = face ?? faces.first { isCovered(scalars[0].scalar, $0, fonts) } ?? faces[0]
      let missing = face == nil ? wanted.filter { !isCovered($0.scalar, chosen, fonts) } : []
      if let last = pieces.indices.last, pieces[last].face == chosen {
        pieces[last].bytes = pieces[last].bytes.lowerBound..<end
        pieces[last].missing += missing
      } else {
        pieces.append(Piece(bytes: clusterStart..<end, face: chosen, missing: missing))
      }
      clusterStart = end
      scalars.removeAll(keepingCapacity: true)
    }
    var byte = bytes.lowerBound
    while byte < bytes.upperBound {
      let (scalar, length) = decodeScalar(text, at: Int(byte))
      if !continuesCluster(scalar) { close(at: byte) }
      scalars.append((scalar, byte))
      byte += Int32(length)
    }
    close(at: bytes.upperBound)
    return pieces
  }

  /// Whether a character belongs to the base before it.
  static func continuesCluster(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    return scalar.properties.isGraphemeExtend || scalar.value == 0x200D
  }

  /// HarfBuzz sets U+00A0 and U+2011 in fonts without them as a space and as a hyphen.
  private static func isCovered(_ scalar: Unicode.Scalar, _ face: FaceID, _ fonts: FontLibrary) -> Bool {
    if fonts.covers(face, scalar.value) { return true }
    switch scalar.value {
    case 0xA0: return fonts.covers(face, 0x20)
    case 0x2011: return fonts.covers(face, 0x2010)
    default: return false
    }
  }
}

/// The scalar at a byte and its length; a byte that begins none is U+FFFD.
func decodeScalar(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
  let lead = text[index]
  if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
  let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
  guard lead >= 0xC2, index + length <= text.count else { return ("\u{FFFD}", 1) }
  var value = UInt32(lead) & (0x7F >> UInt32(length))
  for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
  return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}
