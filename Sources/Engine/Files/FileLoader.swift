package import Diagnostics
import Glibc

/// How much may be read.
package struct FileLimits: Sendable {
  /// Bytes of one file.
  package var maxInput: Int

  /// 64 MiB a file, unless told otherwise.
  package init(maxInput: Int = 64 << 20) {
    self.maxInput = maxInput
  }
}

/// A file that was read.
package struct LoadedFile: Sendable {
  /// The path as diagnostics show it.
  package var path: String
  /// Names the text in ``FileLoader/sources``.
  package var source: SourceID
  /// The folder from which the file's own references are read.
  package var folder: String
  /// All of its bytes.
  package var bytes: [UInt8]

  /// A file of its parts.
  package init(path: String, source: SourceID, folder: String, bytes: [UInt8]) {
    self.path = path
    self.source = source
    self.folder = folder
    self.bytes = bytes
  }
}

/// The one object that reads files: roots, limits, no network, no symbolic link out of a root.
///
/// Not Sendable: one loader a render context, one task.
package final class FileLoader {
  /// The texts read so far, for rendering diagnostics.
  package private(set) var sources = SourceTable()
  /// The files read so far, each once, in order, as shown.
  package private(set) var filesRead: [String] = []

  private let limits: FileLimits
  private var roots: [Root] = []
  private var cache: [String: LoadedFile] = [:]

  private struct Root {
    var given: String
    var canonical: String
  }

  /// What a loader has read, for another one on another thread: its places and texts mean the same there.
  package struct Contents: Sendable {
    fileprivate var sources: SourceTable
    fileprivate var filesRead: [String]
    fileprivate var limits: FileLimits
    fileprivate var roots: [(given: String, canonical: String)]
    fileprivate var cache: [String: LoadedFile]
  }

  /// A loader that reads what a document names only under `roots`, which are folders; a root that does not exist holds
  /// nothing.
  package init(roots: [String] = [], limits: FileLimits = FileLimits()) {
    self.limits = limits
    for root in roots { addRoot(root) }
  }

  /// A loader that has read what another one had, and may read the same.
  package init(_ contents: Contents) {
    limits = contents.limits
    sources = contents.sources
    filesRead = contents.filesRead
    roots = contents.roots.map { Root(given: $0.given, canonical: $0.canonical) }
    cache = contents.cache
  }

  /// What this loader has read so far.
  package var contents: Contents {
    Contents(
      sources: sources,
      filesRead: filesRead,
      limits: limits,
      roots: roots.map { ($0.given, $0.canonical) },
      cache: cache
    )
  }

  /// Allows reading under one more folder.
  package func addRoot(_ folder: String) {
    guard let canonical = canonicalPath(folder), !roots.contains(where: { $0.canonical == canonical }) else { return }
    roots.append(Root(given: folder, canonical: canonical))
  }

  /// Reads a file that a document names: relative to the document's folder, else to each root; only under a root.
  package func load(_ reference: String, from folder: String) throws(FileError) -> LoadedFile {
    let path = try locate(reference, from: folder)
    return try read(path: path.shown, canonical: path.canonical, kinds: .regularOnly)
  }

  /// Whether `load` would find the reference, without reading it.
  package func contains(_ reference: String, from folder: String) -> Bool {
    (try? locate(reference, from: folder)) != nil
  }

  /// Reads a file that the user named on the command line: anywhere, pipes included; `-` is standard input.
  package func loadNamed(_ path: String) throws(FileError) -> LoadedFile {
    if path == "-" {
      let bytes = try readAll(descriptor: STDIN_FILENO, path: "<stdin>", limit: limits.maxInput)
      return keep(LoadedFile(path: "<stdin>", source: SourceID(index: 0), folder: ".", bytes: bytes), as: nil)
    }
    guard let canonical = canonicalPath(path) else { throw missing(path) }
    return try read(path: path, canonical: canonical, kinds: .any)
  }

  /// Adds a text that is no file, such as a value of the command line.
  package func addText(path: String, bytes: [UInt8]) -> SourceID {
    sources.add(path: path, bytes: bytes)
  }

  private func locate(_ reference: String, from folder: String) throws(FileError) -> (shown: String, canonical: String)
  {
    if isURL(reference) { throw .url(reference) }
    if reference.isEmpty || reference.utf8.contains(0) { throw .notFound(path: reference, nearest: nil) }
    let bases = reference.hasPrefix("/") ? [""] : [folder] + roots.map(\.given)
    for base in bases {
      let path = base.isEmpty ? reference : joined(base, reference)
      guard let canonical = canonicalPath(path) else { continue }
      guard roots.contains(where: { isInside(canonical, $0.canonical) }) else {
        throw .outsideRoots(path: simplified(path), roots: roots.map(\.given))
      }
      return (simplified(path), canonical)
    }
    throw missing(simplified(bases[0].isEmpty ? reference : joined(folder, reference)))
  }

  private func missing(_ path: String) -> FileError {
    // Asked again, as errno holds only until the next call. EACCES and ELOOP are no missing file: their own reason helps
    // more than the nearest name.
    if canonicalPath(path) != nil { return .unreadable(path: path, reason: "it appeared only now") }
    let reason = errno
    if reason != ENOENT, reason != ENOTDIR { return .unreadable(path: path, reason: systemReason(reason)) }
    return .notFound(path: path, nearest: nearestFile(to: path))
  }

  private func read(path: String, canonical: String, kinds: FileKinds) throws(FileError) -> LoadedFile {
    if let known = cache[canonical] { return known }
    let bytes = try readFile(path: path, canonical: canonical, kinds: kinds, limit: limits.maxInput)
    let file = LoadedFile(path: path, source: SourceID(index: 0), folder: parentFolder(path), bytes: bytes)
    return keep(file, as: canonical)
  }

  private func keep(_ file: LoadedFile, as canonical: String?) -> LoadedFile {
    var file = file
    file.source = sources.add(path: file.path, bytes: file.bytes)
    if let canonical {
      cache[canonical] = file
      filesRead.append(file.path)
    }
    return file
  }
}
