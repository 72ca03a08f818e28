package import Diagnostics

extension FileError {
  /// The error in words, at the place that names the file.
  package func diagnostic(at span: SourceSpan? = nil) -> Diagnostic {
    switch self {
    case .notFound(let path, let nearest):
      Diagnostic(
        code: FilesDiagnostic.notFound,
        message: "there is no file '\(path)'",
        span: span,
        help: nearest.map { "did you mean '\($0)'?" } ?? "check the name; upper and lower case matter"
      )
    case .isFolder(let path):
      Diagnostic(
        code: FilesDiagnostic.isFolder,
        message: "'\(path)' is a folder, not a file",
        span: span,
        help: "name a file inside it"
      )
    case .notAFile(let path):
      Diagnostic(
        code: FilesDiagnostic.notAFile,
        message: "'\(path)' is not a regular file",
        span: span,
        help: "copy its content to a file"
      )
    case .outsideRoots(let path, let roots):
      Diagnostic(
        code: FilesDiagnostic.outsideRoots,
        message: "'\(path)' is outside the folders that may be read (\(roots.joined(separator: ", ")))",
        span: span,
        help: "copy the file beside the template, or allow its folder with --root"
      )
    case .url(let reference):
      Diagnostic(
        code: FilesDiagnostic.url,
        message: "'\(reference)' is a URL, and nothing is fetched from a network",
        span: span,
        help: "save the file beside the template and name it there"
      )
    case .tooLarge, .unreadable: failure(at: span)
    }
  }

  private func failure(at span: SourceSpan?) -> Diagnostic {
    if case .tooLarge(let path, let limit) = self {
      return Diagnostic(
        code: FilesDiagnostic.tooLarge,
        message: "'\(path)' is larger than \(limit) bytes",
        span: span,
        help: "raise the limit with --max-input"
      )
    }
    guard case .unreadable(let path, let reason) = self else {
      preconditionFailure("no wording for \(self)")
    }
    return Diagnostic(
      code: FilesDiagnostic.unreadable,
      message: "'\(path)' cannot be read: \(reason)",
      span: span,
      help: "check the file's permissions"
    )
  }
}
