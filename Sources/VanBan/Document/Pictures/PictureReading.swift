import Diagnostics
import Files
import Layout
import Markup
import Pictures
import Styles

extension RenderContext {
  /// Reads the pictures of all `img` elements, each relative to the file that the element stands in, and those that
  /// style sheets name, relative to the sheet.
  func readPictures(of document: StyledDocument) -> PictureTable {
    let tree = document.tree
    var pictures = PictureTable()
    var files = PictureFiles()
    for index in tree.nodes.indices where tree.nodes[index].kind == .img {
      let id = NodeID(index)
      let span = tree.nodes[index].span
      if tree.attribute("alt", of: id) == nil {
        found.report(.missingAlternative(isError: !settings.isLenient, span: span))
      }
      guard let source = tree.attributes(of: id).first(where: { $0.name == "src" }) else {
        found.report(.missingPictureSource(span: span))
        continue
      }
      let folder = parentFolder(loader.sources.path(of: source.span.source))
      guard let (number, file) = read(source.value, from: folder, at: source.valueSpan, into: &files) else { continue }
      pictures.elements[Int32(index)] = Picture(
        file: file,
        number: number,
        alternative: tree.attribute("alt", of: id) ?? ""
      )
    }
    for reference in document.styles.lazy.flatMap(\.imagesNamed) + document.pages.imagesNamed {
      guard pictures.named[reference] == nil else { continue }
      let span = reference.span ?? tree.nodes[0].span
      if let (number, file) = read(reference.url, from: reference.folder, at: span, into: &files) {
        pictures.named[reference] = Picture(file: file, number: number, alternative: "")
      }
    }
    pictureSpans = files.spans
    return pictures
  }

  /// One picture, from the files read so far where it is among them; what is wrong with it is reported.
  private func read(_ reference: String, from folder: String, at span: SourceSpan, into files: inout PictureFiles)
    -> (Int32, PictureFile)?
  {
    let name: String
    let bytes: [UInt8]
    if reference.hasPrefix("data:") {
      name = String(reference.prefix(24)) + (reference.count > 24 ? "…" : "")
      guard let decoded = dataURIBytes(reference) else {
        found.report(.damagedPicture(name, reason: "its data: URI cannot be decoded", span: span))
        return nil
      }
      if let known = files.known(reference) { return known }
      bytes = decoded
    } else {
      do throws(FileError) {
        let file = try loader.load(reference, from: folder)
        name = file.path
        bytes = file.bytes
      } catch {
        found.report(error.diagnostic(at: span))
        return nil
      }
      if let known = files.known(name) { return known }
    }
    do throws(PictureError) {
      let picture = try readPicture(bytes)
      return files.add(picture, key: reference.hasPrefix("data:") ? reference : name, name: name, span: span)
    } catch {
      found.report(.unusablePicture(name, error, span: span))
      return nil
    }
  }
}

/// The pictures read so far, each file once.
private struct PictureFiles {
  private var numbers: [String: Int32] = [:]
  private var files: [PictureFile] = []
  /// Name and first place of each, for errors that are found while painting.
  private(set) var spans: [(name: String, span: SourceSpan)] = []

  func known(_ key: String) -> (Int32, PictureFile)? {
    numbers[key].map { ($0, files[Int($0)]) }
  }

  mutating func add(_ file: PictureFile, key: String, name: String, span: SourceSpan) -> (Int32, PictureFile) {
    let number = Int32(files.count)
    numbers[key] = number
    files.append(file)
    spans.append((name, span))
    return (number, file)
  }
}
