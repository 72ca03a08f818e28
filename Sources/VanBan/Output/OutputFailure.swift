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
      return RenderError(
        .surroundings,
        "'\(path)' cannot be written: \(String(cString: strerror(reason)))",
        path: path,
        help: Self.help(for: reason)
      )
    }
  }

  /// What to do about an `errno`.
  private static func help(for reason: Int32) -> String {
    switch reason {
    case ENOSPC, EDQUOT: "free some space; nothing was changed"
    case EFBIG: "raise the limit on the size of files (ulimit -f); nothing was changed"
    case EMFILE, ENFILE: "raise the limit on open files (ulimit -n); nothing was changed"
    case EIO: "check the disk; nothing was changed"
    case EISDIR: "write the name of a file"
    case EPIPE: "the reader of the output has gone"
    default: "check the folder's permissions"
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
