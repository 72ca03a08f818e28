import CQREncode

/// The modules that libqrencode makes of a text.
struct QRSymbol {
  let side: Int
  let modules: [Bool]

  /// Encodes bytes of UTF-8; `nil` where they are more than a code of this level holds.
  init?(text: [UInt8], level: ErrorCorrection) {
    guard text.count <= level.capacity else { return nil }
    // Version 0 takes the smallest code that holds the text; the pointer is freed before the initializer returns.
    guard let code = QRcode_encodeData(Int32(text.count), text, 0, level.libraryLevel) else { return nil }
    defer { QRcode_free(code) }
    guard let data = code.pointee.data, code.pointee.width > 0 else { return nil }
    side = Int(code.pointee.width)
    // The lowest bit of each byte says whether the module is dark; the others say what part of the code it is.
    modules = (0..<side * side).map { data[$0] & 1 == 1 }
  }
}

extension ErrorCorrection {
  fileprivate var libraryLevel: QRecLevel {
    switch self {
    case .low: QR_ECLEVEL_L
    case .medium: QR_ECLEVEL_M
    case .quartile: QR_ECLEVEL_Q
    case .high: QR_ECLEVEL_H
    }
  }
}
