/// The faces of a run: found by name and style, opened when first needed.
///
/// Not Sendable: one library a render context, one task.
package final class FontLibrary {
  private struct Slot {
    var family: String
    var file: FaceFile
  }

  private struct Query: Hashable {
    var families: [String]
    var weight: Int
    var slant: FaceSlant
  }

  private let catalog: FontCatalog
  /// All faces; none are added while a document is laid out, when its painter asks for files on another thread.
  private var slots: [Slot] = []
  /// The faces that were opened, by the place of their slots.
  private var opened: [Face?] = []
  private var facesByFamily: [String: [FaceID]] = [:]
  private var resolved: [Query: [FaceID]] = [:]
  private var substituted: [FontSubstitution] = []
  let words = WordCache()

  /// Files that could not be opened when they were needed; their faces cover nothing.
  package private(set) var failures: [FontError] = []

  /// A library of the catalog's faces; opens none of them.
  package init(catalog: FontCatalog) throws(FontError) {
    self.catalog = catalog
    for family in catalog.families where facesByFamily[Self.key(family.name)] == nil {
      guard !family.faces.isEmpty else { continue }
      facesByFamily[Self.key(family.name)] = family.faces.map { add($0, family: family.name) }
    }
    guard !slots.isEmpty else { throw .noFaces }
  }

  /// The faces to try for text of a style: the best of each family that exists, in order, then those of the fallback chain.
  ///
  /// Never empty. A generic name stands for its family; a family without files for its substitutes (CSS Fonts 3, 5.2).
  package func resolve(families: [String], weight: Int, slant: FaceSlant) -> [FaceID] {
    let query = Query(families: families, weight: weight, slant: slant)
    if let known = resolved[query] { return known }
    var chain: [FaceID] = []
    for name in families + catalog.fallback {
      for face in matches(name, weight: weight, slant: slant) where !chain.contains(face) { chain.append(face) }
    }
    if chain.isEmpty { chain = [FaceMatching.best(of: all, weight: weight, slant: slant, file: file(of:))] }
    resolved[query] = chain
    return chain
  }

  /// Whether style sheets may ask for the family: by its own files, a substitute's, or as a generic name.
  package func knows(family name: String) -> Bool {
    !matches(name, weight: 400, slant: .normal).isEmpty
  }

  /// The names of the catalog's families, for the nearest known name of a diagnostic.
  package var familyNames: [String] {
    catalog.families.map(\.name)
  }

  /// Adds a face that a style sheet brings (`@font-face`); faces of one family may be added one by one.
  ///
  /// The path is opened as it stands: the caller has checked that it may be read.
  package func addFace(_ file: FaceFile, family: String) throws(FontError) -> FaceID {
    let face = try Face(file: file)
    let id = add(file, family: family)
    opened[Int(id.index)] = face
    // A family of the style sheet hides one of the catalog, as CSS Fonts 3, 4.2, asks.
    let key = Self.key(family)
    if brought.insert(key).inserted { facesByFamily[key] = [] }
    facesByFamily[key, default: []].append(id)
    resolved.removeAll()
    return id
  }

  private var brought: Set<String> = []

  /// The face's measures, as fractions of the em.
  package func metrics(of id: FaceID) -> FaceMetrics {
    face(id).metrics
  }

  /// Which file a face is read from.
  package func file(of id: FaceID) -> FaceFile {
    slots[Int(id.index)].file
  }

  /// The name of the family that the face belongs to.
  package func family(of id: FaceID) -> String {
    slots[Int(id.index)].family
  }

  /// Whether the face has a glyph for the scalar value.
  package func covers(_ id: FaceID, _ scalar: UInt32) -> Bool {
    face(id).covers(scalar)
  }

  /// Every face, in the order of the catalog; those of style sheets follow.
  package var all: [FaceID] {
    slots.indices.map { FaceID(index: Int32($0)) }
  }

  /// Families that were asked for and set in another one so far, in the order in which they were asked for.
  package var substitutions: [FontSubstitution] {
    substituted
  }

  /// The opened face.
  ///
  /// A file that cannot be opened is remembered in ``failures`` and covers nothing.
  func face(_ id: FaceID) -> Face {
    let index = Int(id.index)
    if let face = opened[index] { return face }
    let face: Face
    do throws(FontError) {
      face = try Face(file: slots[index].file)
    } catch {
      failures.append(error)
      face = Face.empty()
    }
    opened[index] = face
    return face
  }

  /// Family names are compared without regard to case (CSS Fonts 3, 5.1).
  static func isSameName(_ one: String, _ other: String) -> Bool {
    key(one) == key(other)
  }

  private static func key(_ name: String) -> String {
    name.lowercased()
  }

  private func add(_ file: FaceFile, family: String) -> FaceID {
    slots.append(Slot(family: family, file: file))
    opened.append(nil)
    return FaceID(index: Int32(slots.count - 1))
  }

  private func matches(_ name: String, weight: Int, slant: FaceSlant) -> [FaceID] {
    let family = catalog.generic[name] ?? name
    if let own = facesByFamily[Self.key(family)] {
      return [FaceMatching.best(of: own, weight: weight, slant: slant, file: file(of:))]
    }
    guard let entry = catalog.families.first(where: { Self.isSameName($0.name, family) }) else { return [] }
    for substitute in entry.substitutes {
      guard let faces = facesByFamily[Self.key(substitute)] else { continue }
      let report = FontSubstitution(asked: entry.name, used: substitute)
      if !substituted.contains(report) { substituted.append(report) }
      return [FaceMatching.best(of: faces, weight: weight, slant: slant, file: file(of:))]
    }
    return []
  }
}

/// A family that is set in another one because no file of it was found.
public struct FontSubstitution: Sendable, Hashable {
  /// The family that was asked for.
  public var asked: String
  /// The family that is used.
  public var used: String

  /// `asked` is set in `used`.
  public init(asked: String, used: String) {
    self.asked = asked
    self.used = used
  }
}
