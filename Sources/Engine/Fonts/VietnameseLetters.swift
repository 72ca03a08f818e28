/// The letters that Vietnamese writes beyond ASCII.
package enum VietnameseLetters {
  /// The 67 lower-case letters with a tone or a modification, then their 67 capitals: 134, in NFC.
  package static let all: [Unicode.Scalar] = {
    let lower = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    return Array(lower.unicodeScalars) + Array(lower.uppercased().unicodeScalars)
  }()
}

extension FontLibrary {
  /// The Vietnamese letters that a face lacks; none in a face that is fit for Vietnamese.
  package func missingVietnameseLetters(of face: FaceID) -> [Unicode.Scalar] {
    VietnameseLetters.all.filter { !covers(face, $0.value) }
  }
}
