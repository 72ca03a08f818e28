import DataSources
import Diagnostics
import Files
import Values

/// What a template's `template.yaml` says about it.
struct TemplateManifest {
  /// What the template makes, in words.
  var title: String?
  /// The model that its data is read into; without one templates see the data as it is.
  var model: DataModel?

  /// Every key.
  static let keys = ["title", "data"]
}

extension RenderContext {
  /// Reads the template's manifest; one that is not there says nothing.
  func readManifest(of template: Template) -> TemplateManifest {
    var manifest = TemplateManifest()
    let path = joined(template.folder, "template.yaml")
    guard fileName(template.path) == "template.xhtml", isFile(path) else { return manifest }
    let value = readData([DataArgument(path)], settings: [], loader: loader, diagnostics: &found)
    guard let map = value.map else { return manifest }
    for key in map.keys {
      guard let entry = map[key] else { continue }
      switch key {
      case "title": manifest.title = entry.text
      case "data":
        manifest.model = entry.text.flatMap { DataModel(rawValue: $0) }
        if manifest.model == nil { found.report(.unknownModel(entry)) }
      default: found.report(.unknownManifestKey(key, entry))
      }
    }
    return manifest
  }
}
