import Diagnostics
import Files

/// A template that was found: a folder with `template.xhtml`, or one XHTML file.
public struct Template: Sendable, Hashable {
  /// Its name, from which the output's name is made.
  public var name: String
  /// The XHTML file; `-` is standard input.
  public var path: String
  /// The folder from which its own references are read.
  public var folder: String
  /// Data that renders it and shows every field.
  public var sample: String?

  /// Finds what a command line names: a folder, a file, a shipped template's name, or `-`.
  public static func find(_ argument: String, in installation: Installation) throws(RenderError) -> Template {
    if argument == "-" { return Template(name: "document", path: "-", folder: ".", sample: nil) }
    if isFolder(argument) { return try inFolder(argument, name: nameOfFolder(argument)) }
    if isFile(argument) {
      let name = fileName(argument)
      let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
      return Template(name: stem, path: argument, folder: parentFolder(argument), sample: nil)
    }
    let shipped = joined(installation.templates, argument)
    if !argument.contains("/"), isFile(joined(shipped, "template.xhtml")) {
      return try inFolder(shipped, name: argument)
    }
    throw missing(argument, in: installation)
  }

  /// The shipped templates by name.
  public static func shipped(in installation: Installation) -> [Template] {
    fileNames(in: installation.templates).compactMap { name in
      try? inFolder(joined(installation.templates, name), name: name)
    }
  }

  private static func inFolder(_ folder: String, name: String) throws(RenderError) -> Template {
    let path = joined(folder, "template.xhtml")
    guard isFile(path) else {
      throw RenderError(
        .input,
        "the folder '\(folder)' holds no template.xhtml",
        path: folder,
        help: "name a folder with template.xhtml, or an .xhtml file"
      )
    }
    let sample = joined(folder, "sample.yaml")
    return Template(name: name, path: path, folder: folder, sample: isFile(sample) ? sample : nil)
  }

  private static func missing(_ argument: String, in installation: Installation) -> RenderError {
    let names = shipped(in: installation).map(\.name)
    let beside = fileNames(in: parentFolder(argument))
    let nearest = nearestName(to: argument, in: names) ?? nearestName(to: fileName(argument), in: beside)
    let shown = names.isEmpty ? "" : "; shipped templates: \(names.joined(separator: ", "))"
    return RenderError(
      .input,
      "there is no template '\(argument)'\(shown)",
      path: argument,
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "name a folder with template.xhtml, an .xhtml file or a shipped template"
    )
  }

  private static func nameOfFolder(_ path: String) -> String {
    let name = fileName(canonicalPath(path) ?? path)
    return name.isEmpty ? "document" : name
  }
}
