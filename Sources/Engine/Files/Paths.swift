import Diagnostics
import Glibc

/// The path without symbolic links and dots; `nil` where nothing is there (`errno` says why).
package func canonicalPath(_ path: String) -> String? {
  guard let raw = realpath(path, nil) else { return nil }
  defer { free(raw) }
  return String(cString: raw)
}

/// `reference` as seen from `folder`; an absolute reference stays as it is.
package func joined(_ folder: String, _ reference: String) -> String {
  if reference.hasPrefix("/") || folder.isEmpty || folder == "." { return reference }
  return folder.hasSuffix("/") ? folder + reference : folder + "/" + reference
}

/// The folder part of a path: `.` for a bare name.
package func parentFolder(_ path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The last part of a path.
package func fileName(_ path: String) -> String {
  path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
}

/// Whether a canonical path is `folder` or below it.
func isInside(_ path: String, _ folder: String) -> Bool {
  path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
}

/// A path without `.` and, where a name stands before it, `..`: for showing only, as a symbolic link may lead elsewhere.
func simplified(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/") where part != "." {
    if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
  }
  return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
}

/// Whether a reference has a scheme (RFC 3986, 3.1), which is never a file here, `file:` included.
func isURL(_ reference: String) -> Bool {
  if reference.hasPrefix("//") { return true }
  guard let colon = reference.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
  let scheme = reference[..<colon].utf8
  guard let first = scheme.first, isLetter(first), scheme.count > 1 else { return false }
  return scheme.allSatisfy { isLetter($0) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
}

private func isLetter(_ byte: UInt8) -> Bool {
  let lower = byte | 0x20
  return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
}

/// A name in the same folder that was probably meant.
package func nearestFile(to path: String) -> String? {
  let folder = parentFolder(path)
  return nearestName(to: fileName(path), in: fileNames(in: folder)).map { joined(folder, $0) }
}

/// The names in a folder, sorted by code point; none where it cannot be read.
package func fileNames(in folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
}
