import Diagnostics
import Glibc

/// What may be opened.
enum FileKinds { case regularOnly, any }

/// Opens and reads a file; `canonical` has no symbolic link in it, and none is followed if one appears meanwhile.
func readFile(path: String, canonical: String, kinds: FileKinds, limit: Int) throws(FileError) -> [UInt8] {
  // O_NONBLOCK: opening a pipe without a writer must not hang where only regular files are wanted.
  let waiting = kinds == .regularOnly ? O_NONBLOCK : 0
  let descriptor = open(canonical, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | waiting)
  guard descriptor >= 0 else { throw .unreadable(path: path, reason: systemReason(errno)) }
  defer { close(descriptor) }
  var facts = stat()
  guard fstat(descriptor, &facts) == 0 else { throw .unreadable(path: path, reason: systemReason(errno)) }
  let kind = facts.st_mode & S_IFMT
  if kind == S_IFDIR { throw .isFolder(path: path) }
  if kinds == .regularOnly, kind != S_IFREG { throw .notAFile(path: path) }
  if facts.st_size > limit { throw .tooLarge(path: path, limit: limit) }
  return try readAll(descriptor: descriptor, path: path, limit: limit, expected: Int(facts.st_size))
}

/// Reads to the end.
///
/// `expected` bytes are read in one call where the size is known.
func readAll(descriptor: Int32, path: String, limit: Int, expected: Int = 0) throws(FileError) -> [UInt8] {
  var bytes: [UInt8] = []
  var reason: Int32 = 0
  while true {
    let room = max(expected + 1 - bytes.count, 64 << 10)
    let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      var got: Int
      repeat { got = read(descriptor, buffer.baseAddress, room) } while got < 0 && errno == EINTR
      if got < 0 { reason = errno }
      count = max(got, 0)
    }
    if reason != 0 { throw .unreadable(path: path, reason: systemReason(reason)) }
    if chunk.isEmpty { return bytes }
    if bytes.count + chunk.count > limit { throw .tooLarge(path: path, limit: limit) }
    if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
  }
}

/// The words of an `errno`, such as "Permission denied".
func systemReason(_ number: Int32) -> String {
  String(cString: strerror(number))
}
