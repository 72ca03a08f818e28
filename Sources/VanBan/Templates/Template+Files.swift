import Files

extension Template {
  /// The template's files, folders below included, in order.
  public var files: [String] {
    path == "-" ? [] : (fileName(path) == "template.xhtml" ? files(in: folder) : [path])
  }

  func files(in folder: String) -> [String] {
    fileNames(in: folder).flatMap { name in
      let path = joined(folder, name)
      return isFolder(path) ? files(in: path) : [path]
    }
  }
}
