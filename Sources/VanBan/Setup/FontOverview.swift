import Diagnostics
import Files
import Fonts
import Vietnamese

/// What fonts there are, for people to see.
public struct FontOverview {
  /// A family by name.
  public struct Family: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its files, with weight and slant.
    public var files: [String]
    /// The family in which it is set, where it has no files.
    public var servedBy: String?
  }

  /// Letters that a face lacks.
  public struct Gap: Sendable, Hashable {
    /// The face's file.
    public var file: String
    /// The letters, parted by spaces.
    public var letters: String
  }

  /// The families in the catalog's order.
  public let families: [Family]
  /// What is wrong with fonts.yaml or with dropped-in files.
  public let problems: [String]

  private let catalog: FontCatalog

  /// Looks at the installation's fonts; opens only those that users dropped in.
  public init(_ installation: Installation) throws(RenderError) {
    let loader = FileLoader()
    var diagnostics = DiagnosticList()
    let setup = try readFontSetup(installation, loader: loader, diagnostics: &diagnostics)
    catalog = setup.catalog
    problems = setup.failures.map(\.description) + diagnostics.all.map(\.message)
    let families = setup.catalog.families
    self.families = families.map { family in
      Family(
        name: family.name,
        files: family.faces.map { "\($0.path) (\($0.weight) \($0.slant.rawValue))" },
        servedBy: family.faces.isEmpty ? Self.server(of: family, in: families) : nil
      )
    }
  }

  /// Opens every face and asks for each letter of Vietnamese.
  public func missingLetters() throws(RenderError) -> [Gap] {
    let library = try fontLibrary(catalog)
    return library.all.compactMap { face in
      let missing = library.missing(letters.map(\.scalar), in: face)
      if missing.isEmpty { return nil }
      return Gap(file: library.file(of: face).path, letters: missing.map { String($0) }.joined(separator: " "))
    }
  }

  /// Reads every file whose checksum fonts.yaml names, and says which one is another file than was meant.
  public func changedFiles() throws(RenderError) -> [String] {
    // Fonts lie outside a template's roots and may be large; fonts.yaml itself names them.
    let loader = FileLoader(limits: FileLimits(maxInput: 256 << 20))
    var changed: [String] = []
    for face in catalog.families.flatMap(\.faces) {
      guard let wanted = face.sha256 else { continue }
      do throws(FileError) {
        let found = SHA256.hexadecimal(of: try loader.loadNamed(face.path).bytes)
        if found != wanted.lowercased() { changed.append("\(face.path): its SHA-256 is \(found), not \(wanted)") }
      } catch {
        throw RenderError(file: error)
      }
    }
    return changed
  }

  private static func server(of family: FontFamily, in families: [FontFamily]) -> String? {
    family.substitutes.first { name in families.contains { $0.name == name && !$0.faces.isEmpty } }
  }
}

/// A library of the catalog's faces.
func fontLibrary(_ catalog: FontCatalog) throws(RenderError) -> FontLibrary {
  do throws(FontError) {
    return try FontLibrary(catalog: catalog)
  } catch {
    throw RenderError(.surroundings, error.description)
  }
}
