import Files
import Glibc
import Synchronization

/// A file that appears whole or not at all.
///
/// Bytes go to a temporary file in the same folder; `commit` makes them durable and renames. Without `commit` the
/// temporary file goes away with the object, and the old file stays as it was. Not Sendable: one writer, one task.
final class AtomicFile {
  let path: String

  private let target: String
  private let temporary: String?
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var failure: OutputFailure?

  /// Begins to write `path`.
  ///
  /// A device or a pipe is written directly, as there is nothing to replace.
  init(_ path: String) throws(OutputFailure) {
    self.path = path
    // Through a symbolic link the file that it leads to is replaced, not the link.
    target = canonicalPath(path) ?? path
    var facts = stat()
    let exists = stat(target, &facts) == 0
    if exists, facts.st_mode & S_IFMT != S_IFREG {
      temporary = nil
      descriptor = open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .system(path: path, reason: errno) }
      return
    }
    let name = joined(parentFolder(target), ".\(fileName(target)).\(getpid()).part")
    temporary = name
    OpenOutputs.shared.add(name)
    descriptor = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else {
      let reason = errno
      OpenOutputs.shared.remove(name)
      let folder = parentFolder(path)
      if reason == ENOENT || reason == ENOTDIR { throw .noFolder(path: path, nearest: nearestFolder(to: folder)) }
      throw .system(path: path, reason: reason)
    }
    if exists { fchmod(descriptor, facts.st_mode & 0o777) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if let temporary {
      unlink(temporary)
      OpenOutputs.shared.remove(temporary)
    }
  }

  /// Adds bytes.
  ///
  /// A failure is kept and thrown by every later call.
  func write(_ bytes: [UInt8]) throws(OutputFailure) {
    try write(contentsOf: bytes)
  }

  /// Adds bytes.
  ///
  /// A failure is kept and thrown by every later call.
  func write(contentsOf bytes: some Sequence<UInt8>) throws(OutputFailure) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 256 << 10 { try flush() }
  }

  /// Makes the bytes durable and closes the file: a document of many files holds one of them open at a time.
  ///
  /// Nothing can be added afterwards.
  func finish() throws(OutputFailure) {
    try flush()
    guard temporary != nil, descriptor >= 0 else { return }
    // EINVAL: the file system has no fsync for this file, so there is nothing to wait for.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .system(path: path, reason: errno) }
    let status = close(descriptor)
    descriptor = -1
    guard status == 0 else { throw .system(path: path, reason: errno) }
  }

  /// Finishes the file and puts it in its place.
  func commit() throws(OutputFailure) {
    try finish()
    guard let temporary else { return }
    guard rename(temporary, target) == 0 else { throw .system(path: path, reason: errno) }
    OpenOutputs.shared.remove(temporary)
  }

  private func flush() throws(OutputFailure) {
    if let failure { throw failure }
    do throws(OutputFailure) {
      try writeAll(buffer, to: descriptor, path: path)
    } catch {
      failure = error
      throw error
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Writes all bytes, however many calls it takes.
func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(OutputFailure) {
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { raw in
      write(descriptor, raw.baseAddress.map { $0 + written }, bytes.count - written)
    }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw .system(path: path, reason: errno) }
    written += count
  }
}

/// The temporary files of this process, so that an interruption can remove them.
final class OpenOutputs: Sendable {
  static let shared = OpenOutputs()

  private let paths = Mutex<Set<String>>([])

  func add(_ path: String) {
    paths.withLock { _ = $0.insert(path) }
  }

  func remove(_ path: String) {
    paths.withLock { _ = $0.remove(path) }
  }

  /// Removes all of them and ends the process; no other thread can begin a new one meanwhile.
  func removeAllAndExit(_ status: Int32) -> Never {
    paths.withLock { paths in
      for path in paths { unlink(path) }
      _exit(status)
    }
  }
}

private func nearestFolder(to folder: String) -> String? {
  nearestFile(to: folder)
}
