/// Why a file was not read.
///
/// Wording: `FileError+Diagnostic.swift`.
package enum FileError: Error, Equatable, Sendable {
  /// Nothing is there; `nearest` is a file with a similar name beside it.
  case notFound(path: String, nearest: String?)
  /// A folder stands where a file is wanted.
  case isFolder(path: String)
  /// A device, pipe or socket stands where a file is wanted.
  case notAFile(path: String)
  /// The file, or what a symbolic link leads to, lies outside every root.
  case outsideRoots(path: String, roots: [String])
  /// A URL: nothing is ever fetched.
  case url(String)
  /// Larger than the limit, in bytes.
  case tooLarge(path: String, limit: Int)
  /// The system refused; `reason` are its words.
  case unreadable(path: String, reason: String)
}
