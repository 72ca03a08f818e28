import DataSources
import Diagnostics
import Files
import Markup
import Values

/// A template and its data, read and not yet joined.
struct DocumentSource {
  /// The template's tree; `nil` where its markup is not well formed.
  var tree: ElementTree?
  /// The merged data, the profile included.
  var data: Value
  /// The document's date.
  var date: DocumentDate?
  /// The sample that stands in for data that was not given.
  var sample: String?
}

extension RenderContext {
  /// Reads template and data; the data gets the profile of the template's kind for the document's date.
  func readSource(_ template: Template) throws(RenderError) -> DocumentSource {
    try addRoots(of: template)
    let sample = supplied == nil && settings.data.isEmpty ? template.sample : nil
    let files = (sample.map { [$0] } ?? settings.data).map { DataArgument($0) }
    var data =
      supplied?.value ?? readData(files, settings: settings.values, loader: loader, diagnostics: &found)
    // Data that could not be read whole would only bring mistakes of a second kind.
    let model = readManifest(of: template).model
    if let model, !found.hasErrors, supplied?.isModelled != true { data = read(data, as: model) }
    clock.end("data")
    let tree = try readTemplate(template)
    let date = settings.date ?? DocumentDate(data: data) ?? supplied?.date
    if let tree { addProfile(to: &data, for: tree, date: date) }
    clock.end("markup")
    return DocumentSource(tree: tree, data: data, date: date, sample: sample)
  }

  /// Allows reading where the template's references may lead.
  func addRoots(of template: Template) throws(RenderError) {
    loader.addRoot(template.folder)
    loader.addRoot(installation.templates)
    for root in settings.roots {
      guard isFolder(root) else {
        throw RenderError(.input, "the folder '\(root)' of --root does not exist", path: root, help: "check its name")
      }
      loader.addRoot(root)
    }
  }

  /// The data that all documents of a batch share: the files, without the single settings.
  func readSharedData() -> Value {
    readData(settings.data.map { DataArgument($0) }, settings: [], loader: loader, diagnostics: &found)
  }

  /// The template's tree; `nil` where its markup is not well formed.
  func readTemplate(_ template: Template) throws(RenderError) -> ElementTree? {
    let file: LoadedFile
    do throws(FileError) {
      file = try loader.loadNamed(template.path)
    } catch {
      throw RenderError(file: error)
    }
    return readMarkup(
      file.source,
      bytes: file.bytes,
      configuration: MarkupConfiguration(isLenient: settings.isLenient),
      diagnostics: &found
    )
  }
}
