/// Whether a face is upright or slanted.
public enum FaceSlant: String, Sendable, Hashable, CaseIterable, Decodable {
  /// Upright.
  case normal
  /// Italic or oblique.
  case italic
}

/// A face on disk: which file, which face in it, and the style it is used for.
public struct FaceFile: Sendable, Hashable {
  /// Path of the font file.
  public var path: String
  /// Index of the face in a collection (`.ttc`); 0 in a file of one face.
  public var index: Int
  /// Weight from 1 to 1000 (CSS Fonts 3, 3.2).
  public var weight: Int
  /// Upright or italic.
  public var slant: FaceSlant
  /// The SHA-256 that the file should have, in lower-case hexadecimal digits; `nil` where none is known.
  public var sha256: String?

  /// Face `index` of the file at `path`.
  public init(path: String, index: Int = 0, weight: Int = 400, slant: FaceSlant = .normal) {
    self.path = path
    self.index = index
    self.weight = weight
    self.slant = slant
  }
}

/// A font family: its faces, or the families that stand in for it.
public struct FontFamily: Sendable, Hashable {
  /// The name by which style sheets ask for it.
  public var name: String
  /// Families that stand in where `faces` is empty, best first.
  public var substitutes: [String]
  /// The faces found on this machine.
  public var faces: [FaceFile]

  /// A family of its parts.
  public init(name: String, substitutes: [String] = [], faces: [FaceFile] = []) {
    self.name = name
    self.substitutes = substitutes
    self.faces = faces
  }
}

/// The families of a run, and which one serves where none is named.
///
/// Says where faces are; opens none.
public struct FontCatalog: Sendable, Hashable {
  /// The families; of two with one name the first holds.
  public var families: [FontFamily]
  /// Families tried for a character that the named ones lack, in order.
  public var fallback: [String]
  /// The family behind each generic name (`serif`, `sans-serif`, `monospace`).
  public var generic: [String: String]

  /// A catalog of its parts.
  public init(families: [FontFamily], fallback: [String] = [], generic: [String: String] = [:]) {
    self.families = families
    self.fallback = fallback
    self.generic = generic
  }
}
