import Diagnostics
import Files
import Glibc

/// Why a file was not written.
enum OutputFailure: Error, Equatable {
  /// The folder does not exist; `nearest` is one with a similar name.
  case noFolder(path: String, nearest: String?)
  /// The system refused; the reason is an `errno`.
  case system(path: String, reason: Int32)

  /// The error in words.
  var renderError: RenderError {
    switch self {
    case .noFolder(let path, let nearest):
      let help = nearest.map { "did you mean '\($0)'?" } ?? "make it first: mkdir -p '\(parentFolder(path))'"
      return RenderError(
        .surroundings,
        "the folder '\(parentFolder(path))' of '\(path)' does not exist",
        path: path,
        help: help
      )
    case .system(let path, let reason):
      let help =
        reason == ENOSPC || reason == EDQUOT ? "free some space; nothing was changed" : "check the folder's permissions"
      return RenderError(
        .surroundings,
        "'\(path)' cannot be written: \(String(cString: strerror(reason)))",
        path: path,
        help: help
      )
    }
  }
}

extension RenderError {
  /// A file error as the face tells it.
  init(file error: FileError) {
    let diagnostic = error.diagnostic()
    let kind: Kind = if case .unreadable = error { .surroundings } else { .input }
    self.init(kind, diagnostic.message, help: diagnostic.help)
  }
}
