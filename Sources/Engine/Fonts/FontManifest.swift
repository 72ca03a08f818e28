/// What `fonts.yaml` says, as written: a caller that reads YAML decodes it into this value.
package struct FontManifest: Sendable, Hashable, Decodable {
  /// A family of the manifest.
  package struct Family: Sendable, Hashable, Decodable {
    /// The name by which style sheets ask for it.
    package var name: String
    /// Families that stand in where no file of this one is found.
    package var substitutes: [String]?
    /// The files of its faces.
    package var faces: [Face]?

    package init(name: String, substitutes: [String]? = nil, faces: [Face]? = nil) {
      self.name = name
      self.substitutes = substitutes
      self.faces = faces
    }
  }

  /// A face of a family.
  package struct Face: Sendable, Hashable, Decodable {
    /// File name, looked for in each of the manifest's folders.
    package var file: String
    /// Index of the face in a collection; 0 if left out.
    package var index: Int?
    /// Weight; 400 if left out.
    package var weight: Int?
    /// Slant; normal if left out.
    package var slant: FaceSlant?
    /// The SHA-256 that the file should have, in lower-case hexadecimal digits.
    package var sha256: String?

    package init(file: String, index: Int? = nil, weight: Int? = nil, slant: FaceSlant? = nil) {
      self.file = file
      self.index = index
      self.weight = weight
      self.slant = slant
    }
  }

  /// Folders that hold font files, in order; relative ones start from the manifest's own folder.
  package var folders: [String]
  /// The families that are known by name.
  package var families: [Family]
  /// Families tried for characters that the named ones lack.
  package var fallback: [String]?
  /// The family behind each generic name.
  package var generic: [String: String]?

  package init(
    folders: [String],
    families: [Family],
    fallback: [String]? = nil,
    generic: [String: String]? = nil
  ) {
    self.folders = folders
    self.families = families
    self.fallback = fallback
    self.generic = generic
  }
}

extension FontCatalog {
  /// Finds the manifest's files: no font is opened but those that users dropped into `folder`.
  ///
  /// - Parameters:
  ///   - manifest: what `fonts.yaml` says.
  ///   - folder: the folder of `fonts.yaml`; font files in it and in its direct subfolders are known by their own names.
  ///   - failures: receives an error for each dropped-in file that is no font.
  package init(manifest: FontManifest, folder: String, failures: inout [FontError]) {
    var families = DropInFolder.families(in: folder, failures: &failures)
    let folders = manifest.folders.map { $0.hasPrefix("/") ? $0 : "\(folder)/\($0)" }
    for entry in manifest.families {
      let faces = (entry.faces ?? []).compactMap { FaceFile(manifest: $0, folders: folders) }
      let substitutes = entry.substitutes ?? []
      if let index = families.firstIndex(where: { FontLibrary.isSameName($0.name, entry.name) }) {
        families[index].substitutes = substitutes
        // The user's own files come first; styles that they lack are taken from the system's.
        let own = families[index].faces
        families[index].faces += faces.filter { face in
          !own.contains { $0.weight == face.weight && $0.slant == face.slant }
        }
      } else {
        families.append(FontFamily(name: entry.name, substitutes: substitutes, faces: faces))
      }
    }
    self.init(families: families, fallback: manifest.fallback ?? [], generic: manifest.generic ?? [:])
  }
}

extension FaceFile {
  fileprivate init?(manifest face: FontManifest.Face, folders: [String]) {
    let paths = face.file.hasPrefix("/") ? [face.file] : folders.map { "\($0)/\(face.file)" }
    guard let path = paths.first(where: DropInFolder.isReadable) else { return nil }
    self.init(path: path, index: face.index ?? 0, weight: face.weight ?? 400, slant: face.slant ?? .normal)
    sha256 = face.sha256
  }
}
