import Files
import Glibc

extension Template {
  /// Copies a shipped template, its sample data and the parts that templates share into a new folder, to start from.
  ///
  /// - Returns: the files made, in order.
  /// - Throws: ``RenderError`` where the folder exists and is not empty, or cannot be written.
  public func copy(to folder: String, from installation: Installation) throws(RenderError) -> [String] {
    guard fileNames(in: folder).isEmpty, !isFile(folder) else {
      throw RenderError(.input, "'\(folder)' is not empty", path: folder, help: "name a folder that does not exist yet")
    }
    var made: [String] = []
    try copyFolder(self.folder, to: folder, made: &made)
    let parts = joined(installation.templates, "parts")
    if isFolder(parts) { try copyFolder(parts, to: joined(folder, "parts"), made: &made) }
    return made
  }

  private func copyFolder(_ source: String, to target: String, made: inout [String]) throws(RenderError) {
    guard mkdir(target, 0o777) == 0 || errno == EEXIST else {
      throw RenderError(
        .surroundings,
        "the folder '\(target)' cannot be made: \(String(cString: strerror(errno)))",
        path: target,
        help: "make the folder above it first, and check its permissions"
      )
    }
    for name in fileNames(in: source) {
      let (from, to) = (joined(source, name), joined(target, name))
      if isFolder(from) {
        try copyFolder(from, to: to, made: &made)
      } else {
        try writeFile(try readFile(from), to: to)
        made.append(to)
      }
    }
  }
}

private func readFile(_ path: String) throws(RenderError) -> [UInt8] {
  do throws(FileError) {
    return try FileLoader().loadNamed(path).bytes
  } catch {
    throw RenderError(file: error)
  }
}

/// Writes a whole file at once.
func writeFile(_ bytes: [UInt8], to path: String) throws(RenderError) {
  do throws(OutputFailure) {
    let output = try AtomicFile(path)
    try output.write(bytes)
    try output.commit()
  } catch {
    throw error.renderError
  }
}
