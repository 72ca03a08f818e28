import Diagnostics

/// The mistakes found where the parts come together.
enum VanBanDiagnostic: String, DiagnosticCode {
  case noProfileHolds = "profile-none-holds"
  case unknownProfileKind = "profile-unknown-kind"
  case imageFormat = "image-format"
  case imageSize = "image-too-large"
  case fontFace = "font-face-unusable"
  case manifest = "fonts-manifest"

  var explanation: String {
    switch self {
    case .noProfileHolds:
      """
      The template asks for the rules of form of a kind (meta name="profile"), and none of them holds on the document's \
      date. The template's own defaults are used.
      """
    case .unknownProfileKind:
      "The template asks for the rules of form of a kind for which profiles/ has no file."
    case .imageFormat: "Pictures are read from PNG files. Convert others first."
    case .imageSize: "A picture has more than 100 million pixels. Make it smaller: print needs about 300 a inch."
    case .fontFace: "The file of a @font-face rule cannot be used as a font."
    case .manifest: "fonts.yaml names the font families and where their files are; an entry of it cannot be understood."
    }
  }
}

extension Diagnostic {
  static func noProfileHolds(_ kind: String, on date: DocumentDate, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: VanBanDiagnostic.noProfileHolds,
      severity: .warning,
      message: "no rules of form of the kind '\(kind)' hold on \(date)",
      span: span,
      help: "check the document's date, or add a profile for it to profiles/"
    )
  }

  static func unknownProfileKind(_ kind: String, known: [String], span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: VanBanDiagnostic.unknownProfileKind,
      message: "there are no rules of form of the kind '\(kind)'",
      span: span,
      help: nearestName(to: kind, in: known).map { "did you mean '\($0)'?" }
        ?? "add a profile of that kind to profiles/"
    )
  }

  static func notPNG(_ path: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: VanBanDiagnostic.imageFormat,
      message: "'\(path)' is no PNG file",
      span: span,
      help: "convert the picture to PNG"
    )
  }

  static func imageTooLarge(_ path: String, width: Int, height: Int, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: VanBanDiagnostic.imageSize,
      message: "'\(path)' has \(width) × \(height) pixels, more than 100 million",
      span: span,
      help: "scale the picture down; 300 pixels an inch are enough for print"
    )
  }

  static func unusableFontFace(_ reason: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(code: VanBanDiagnostic.fontFace, message: reason, span: span, help: "name a TrueType or OpenType file")
  }

  static func manifestEntry(_ message: String, span: SourceSpan?, help: String) -> Diagnostic {
    Diagnostic(code: VanBanDiagnostic.manifest, message: message, span: span, help: help)
  }
}
