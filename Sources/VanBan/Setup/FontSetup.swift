import DataSources
import Diagnostics
import Files
import Fonts
import Values

/// The faces that fonts.yaml names and that users dropped beside it.
struct FontSetup {
  var catalog: FontCatalog
  /// Dropped-in files that are no fonts.
  var failures: [FontError]
  /// The families of fonts.yaml and the drop-in folder, in order.
  var manifest: FontManifest
}

/// Reads fonts.yaml and finds its files; mistakes in it are reported and their entries left out.
func readFontSetup(
  _ installation: Installation,
  loader: FileLoader,
  diagnostics: inout DiagnosticList
) throws(RenderError) -> FontSetup {
  let path = joined(installation.fonts, "fonts.yaml")
  guard isFile(path) else {
    throw RenderError(
      .surroundings,
      "there is no '\(path)'",
      path: path,
      help: "set VANBAN_HOME to the folder that holds templates/ and fonts/, or run make install"
    )
  }
  let value = readData([DataArgument(path)], settings: [], loader: loader, diagnostics: &diagnostics)
  var reader = FontManifestReader()
  let manifest = reader.read(value)
  diagnostics.report(contentsOf: reader.diagnostics)
  var failures: [FontError] = []
  let catalog = FontCatalog(manifest: manifest, folder: installation.fonts, failures: &failures)
  return FontSetup(catalog: catalog, failures: failures, manifest: manifest)
}

/// Turns the data of fonts.yaml into a manifest.
private struct FontManifestReader {
  var diagnostics = DiagnosticList()

  mutating func read(_ value: Value) -> FontManifest {
    let map = value.map ?? ValueMap()
    reportUnknown(map, known: ["folders", "families", "fallback", "generic"])
    let families = (map["families"]?.list ?? []).compactMap { readFamily($0) }
    var generic: [String: String] = [:]
    for key in map["generic"]?.map?.keys ?? [] {
      generic[key] = text(map["generic"]?.map?[key], "the family behind '\(key)'")
    }
    return FontManifest(
      folders: texts(map["folders"], "folders"),
      families: families,
      fallback: texts(map["fallback"], "fallback"),
      generic: generic
    )
  }

  private mutating func readFamily(_ value: Value) -> FontManifest.Family? {
    let map = value.map ?? ValueMap()
    reportUnknown(map, known: ["name", "substitutes", "faces"])
    guard let name = text(map["name"] ?? value, "a family's name") else { return nil }
    let faces = (map["faces"]?.list ?? []).compactMap { readFace($0) }
    return FontManifest.Family(name: name, substitutes: texts(map["substitutes"], "substitutes"), faces: faces)
  }

  private mutating func readFace(_ value: Value) -> FontManifest.Face? {
    let map = value.map ?? ValueMap()
    reportUnknown(map, known: ["file", "index", "weight", "slant", "sha256"])
    guard let file = text(map["file"] ?? value, "a face's file") else { return nil }
    var slant = FaceSlant.normal
    if let given = map["slant"] {
      if let known = given.text.flatMap(FaceSlant.init(rawValue:)) {
        slant = known
      } else {
        report("a slant is normal or italic", given, help: "write slant: italic, or leave it out")
      }
    }
    var face = FontManifest.Face(file: file, slant: slant)
    face.index = map["index"]?.number?.integer
    face.weight = map["weight"]?.number?.integer
    face.sha256 = map["sha256"]?.text
    return face
  }

  private mutating func text(_ value: Value?, _ what: String) -> String? {
    if let text = value?.text { return text }
    if let value { report("\(what) is \(value.kindName), not a text", value, help: "write a text") }
    return nil
  }

  private mutating func texts(_ value: Value?, _ what: String) -> [String] {
    guard let value, !value.isNull else { return [] }
    guard let list = value.list else {
      report("'\(what)' is \(value.kindName), not a list", value, help: "write [first, second]")
      return []
    }
    return list.compactMap { text($0, "an item of '\(what)'") }
  }

  private mutating func reportUnknown(_ map: ValueMap, known: [String]) {
    for key in map.keys where !known.contains(key) {
      let help = nearestName(to: key, in: known).map { "did you mean '\($0)'?" }
      let names = "known are \(known.joined(separator: ", "))"
      diagnostics.report(
        .manifestEntry("fonts.yaml knows no '\(key)'", span: map[key]?.place?.span, help: help ?? names)
      )
    }
  }

  private mutating func report(_ message: String, _ value: Value, help: String) {
    diagnostics.report(.manifestEntry(message, span: value.place?.span, help: help))
  }
}
