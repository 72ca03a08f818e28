/// Chooses the face of a family for a style (CSS Fonts 3, 5.2, step 4).
enum FaceMatching {
  /// The best of `faces`, which must not be empty: first by slant, then by weight; of equals the first.
  static func best(of faces: [FaceID], weight: Int, slant: FaceSlant, file: (FaceID) -> FaceFile) -> FaceID {
    precondition(!faces.isEmpty, "a family of \(faces.count) faces cannot be matched")
    var best = faces[0]
    var bestRank = Int.max
    for face in faces {
      let candidate = file(face)
      let rank = (candidate.slant == slant ? 0 : 10_000) + distance(from: weight, to: candidate.weight)
      guard rank < bestRank else { continue }
      best = face
      bestRank = rank
    }
    return best
  }

  /// How far a weight is from the wanted one: heavier ones are tried first above 500, lighter ones first below 400.
  private static func distance(from wanted: Int, to weight: Int) -> Int {
    if weight == wanted { return 0 }
    let step = abs(weight - wanted)
    switch wanted {
    case 400...500:
      // From the wanted weight up to 500, then lighter, then heavier than 500.
      if weight > wanted && weight <= 500 { return step }
      return weight < wanted ? 1000 + step : 3000 + step
    case ..<400: return weight < wanted ? step : 2000 + step
    default: return weight > wanted ? step : 2000 + step
    }
  }
}
