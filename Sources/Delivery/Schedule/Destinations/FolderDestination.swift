import Diagnostics
import Files
import Glibc
package import VanBan

/// A folder in which documents appear as files, each whole or not at all.
package struct FolderDestination: Destination {
  /// The folder.
  package let folder: String

  /// The place in `folder`.
  package init(folder: String) {
    self.folder = folder
  }

  /// Whether the file is there with the same content.
  ///
  /// A file of that name with another content is not ours: it is left alone, and the document is not delivered.
  package func holds(_ document: FinishedDocument) throws(RenderError) -> Bool {
    try checkFolder()
    let path = joined(folder, document.name)
    var facts = stat()
    guard lstat(path, &facts) == 0 else {
      let reason = errno
      if reason == ENOENT { return false }
      throw failure("'\(path)' cannot be looked at", reason)
    }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw occupied(path) }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileLoader(limits: FileLimits(maxInput: .max)).loadNamed(path).bytes
    } catch {
      throw RenderError(.surroundings, error.diagnostic().message, path: path, help: error.diagnostic().help)
    }
    guard SHA256.hexadecimal(of: bytes) == document.sha256 else { throw occupied(path) }
    // The run that wrote it may have died before the folder was durable.
    try synchronize()
    return true
  }

  /// Writes a temporary file beside, makes it durable, renames it, and makes the folder durable.
  package func deliver(_ document: FinishedDocument, bytes: [UInt8]) throws(RenderError) {
    let path = joined(folder, document.name)
    let prefix = temporaryPrefix(document)
    if document.isRetry { removeLeftovers(prefix) }
    let temporary = joined(folder, "\(prefix).\(getpid()).part")
    do throws(RenderError) {
      try write(bytes, to: temporary)
      guard rename(temporary, path) == 0 else { throw failure("'\(path)' cannot be written", errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    try synchronize()
  }

  /// The folder must be there and take files.
  package func check() throws(RenderError) {
    try checkFolder()
    guard access(folder, W_OK | X_OK) == 0 else { throw failure("the folder '\(folder)' cannot be written to", errno) }
  }

  private func checkFolder() throws(RenderError) {
    var facts = stat()
    guard stat(folder, &facts) == 0 else {
      let reason = errno
      throw RenderError(
        .surroundings,
        "the folder '\(folder)' cannot be reached: \(String(cString: strerror(reason)))",
        path: folder,
        help: nearestFile(to: folder).map { "did you mean '\($0)'?" } ?? "make it first: mkdir -p '\(folder)'"
      )
    }
    guard facts.st_mode & S_IFMT == S_IFDIR else {
      throw RenderError(.surroundings, "'\(folder)' is no folder", path: folder, help: "name a folder")
    }
  }

  /// Begins with a dot, so that nobody who lists the folder takes it for a document.
  ///
  /// The token and not the name, which may be as long as a file system allows.
  private func temporaryPrefix(_ document: FinishedDocument) -> String { ".vanban-\(document.token)" }

  private func removeLeftovers(_ prefix: String) {
    for name in fileNames(in: folder) where name.hasPrefix(prefix + ".") && name.hasSuffix(".part") {
      unlink(joined(folder, name))
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(RenderError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw failure("'\(path)' cannot be written", errno) }
    var reason: Int32 = 0
    var written = 0
    while written < bytes.count, reason == 0 {
      let count = bytes.withUnsafeBytes { raw in
        Glibc.write(descriptor, raw.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count > 0 { written += count } else if errno != EINTR { reason = errno }
    }
    // EINVAL: the file system has no fsync for this file, so there is nothing to wait for.
    if reason == 0, fsync(descriptor) != 0, errno != EINVAL { reason = errno }
    if close(descriptor) != 0, reason == 0 { reason = errno }
    if reason != 0 { throw failure("'\(path)' cannot be written", reason) }
  }

  /// Makes the folder's list of names durable.
  private func synchronize() throws(RenderError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("the folder '\(folder)' cannot be opened", errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure("'\(folder)' cannot be written", errno) }
  }

  private func occupied(_ path: String) -> RenderError {
    RenderError(
      .surroundings,
      "'\(path)' is there already, with another content",
      path: path,
      help: "move that file away; the document will then be written by the next run"
    )
  }

  private func failure(_ message: String, _ reason: Int32) -> RenderError {
    RenderError(
      .surroundings,
      "\(message): \(String(cString: strerror(reason)))",
      path: folder,
      help: reason == ENOSPC || reason == EDQUOT ? "free some space" : "check the folder's permissions and its disk"
    )
  }
}
