extension FontLibrary {
  /// Those of `letters` that a face lacks, in their order.
  package func missing(_ letters: [Unicode.Scalar], in face: FaceID) -> [Unicode.Scalar] {
    letters.filter { !covers(face, $0.value) }
  }
}
