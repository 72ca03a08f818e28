import Files
import Glibc

/// A file that is open for printing: its name may be taken away meanwhile.
///
/// Not Sendable: one task reads it.
package final class DocumentFile {
  struct ReadFailure: Error, Equatable {
    /// An `errno`; 0 where the file grew shorter.
    var reason: Int32
  }

  /// The name it was opened by.
  package let path: String
  /// How many bytes it has.
  package let size: Int

  private let descriptor: Int32

  /// Opens a file.
  package init(_ path: String) throws(PrintingError) {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .missingFile(path: path, nearest: nearestFile(to: path)) }
      throw .unreadableFile(path: path, reason: String(cString: strerror(errno)))
    }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadableFile(path: path, reason: "it is no regular file")
    }
    size = Int(facts.st_size)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// A name by which other libraries open the same file, also where it has lost its own.
  package var readablePath: String { "/proc/self/fd/\(descriptor)" }

  /// The first bytes, up to `count`.
  package func head(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, count, 0))
    }
  }

  /// Calls `body` with pieces from the file's beginning to its end, or until it gives `false`.
  func forEachChunk(_ body: (UnsafeRawBufferPointer) -> Bool) throws(ReadFailure) {
    var position = 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    while position < size {
      let count = pread(descriptor, buffer.baseAddress, min(buffer.count, size - position), position)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw ReadFailure(reason: count < 0 ? errno : 0) }
      guard body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
      position += count
    }
  }
}
