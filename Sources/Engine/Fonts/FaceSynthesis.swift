/// What is made of a face because its family has none of the weight or slant that was asked for (CSS Fonts 4, 2.7 and 5.2).
public struct FaceSynthesis: Sendable, Hashable {
  /// Whether strokes are made heavier.
  public var isBold = false
  /// Whether it is slanted.
  public var isOblique = false

  /// The face as it is.
  public init() {}

  /// Whether anything is made.
  public var isNeeded: Bool { isBold || isOblique }

  /// How much wider the strokes of a bold are made, as a share of the em.
  public static let emboldening = 1.0 / 24
  /// The tangent of the slant: 14 degrees, as `oblique` without an angle asks for (CSS Fonts 4, 2.4).
  public static let slope = 0.249_328_002_843_180_7
}

extension FontLibrary {
  /// What the face lacks of the weight and slant that were asked for: bold from 600 on, where the face is lighter than that.
  package func synthesis(of id: FaceID, weight: Int, slant: FaceSlant) -> FaceSynthesis {
    var result = FaceSynthesis()
    guard weight >= leastBold || slant != .normal else { return result }
    let file = file(of: id)
    result.isBold = weight >= leastBold && file.weight < leastBold
    result.isOblique = slant != .normal && file.slant == .normal
    return result
  }
}

private let leastBold = 600
