import Diagnostics
import Pictures

extension Diagnostic {
  /// A file that is no picture, or none that can be shown.
  static func unusablePicture(_ path: String, _ error: PictureError, span: SourceSpan) -> Diagnostic {
    switch error {
    case .unknownFormat: pictureFormat(path, "is no PNG, JPEG or SVG file", span: span)
    case .unsupported(let kind): pictureFormat(path, "is \(kind), which is not understood", span: span)
    case .damaged(let reason): damagedPicture(path, reason: reason, span: span)
    case .tooLarge(let size):
      Diagnostic(
        code: VanBanDiagnostic.imageSize,
        message:
          "'\(path)' has \(size.width) × \(size.height) pixels, more than 100 million or more than 32767 on a side",
        span: span,
        help: "scale the picture down; 300 pixels an inch are enough for print"
      )
    }
  }

  static func damagedPicture(_ path: String, reason: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: VanBanDiagnostic.damagedImage,
      message: "the picture '\(path)' is damaged" + (reason.isEmpty ? "" : ": \(reason)"),
      span: span,
      help: "copy the file again, or save the picture anew"
    )
  }

  static func missingAlternative(isError: Bool, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: VanBanDiagnostic.missingAlternative,
      severity: isError ? .error : .warning,
      message: "the picture has no alt: those who do not see it are not told what it shows",
      span: span,
      help: "say what it shows in alt=\"…\", or write alt=\"\" where it is mere decoration"
    )
  }

  static func missingPictureSource(span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: VanBanDiagnostic.missingImageSource,
      message: "img names no file",
      span: span,
      help: "name a PNG, JPEG or SVG file in src=\"…\""
    )
  }

  private static func pictureFormat(_ path: String, _ fault: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: VanBanDiagnostic.imageFormat,
      message: "'\(path)' \(fault)",
      span: span,
      help: "convert the picture to PNG, JPEG or SVG"
    )
  }
}
