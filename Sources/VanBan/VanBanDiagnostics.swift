import Diagnostics
import Values

/// The mistakes found where the parts come together.
enum VanBanDiagnostic: String, DiagnosticCode {
  case noProfileHolds = "profile-none-holds"
  case unknownProfileKind = "profile-unknown-kind"
  case imageFormat = "image-format"
  case imageSize = "image-too-large"
  case damagedImage = "image-damaged"
  case missingAlternative = "image-alt-missing"
  case missingImageSource = "image-src-missing"
  case fontFace = "font-face-unusable"
  case manifest = "fonts-manifest"
  case recordIsNoMap = "batch-record-no-map"
  case templateManifest = "template-manifest"

  var explanation: String {
    switch self {
    case .noProfileHolds:
      """
      The template asks for the rules of form of a kind (meta name="profile"), and none of them holds on the document's \
      date. The template's own defaults are used.
      """
    case .unknownProfileKind:
      "The template asks for the rules of form of a kind for which profiles/ has no file."
    case .imageFormat:
      """
      Pictures are PNG, JPEG (baseline or progressive, 8 bits a channel) or SVG files, told apart by their first bytes. \
      Convert others first.
      """
    case .imageSize:
      """
      A picture has more than 100 million pixels, or more than 32,767 on a side. Make it smaller: print needs about 300 \
      an inch.
      """
    case .damagedImage:
      "A picture's file is cut off or its content cannot be decoded. Nothing is written. Copy or save the file again."
    case .missingAlternative:
      """
      Every img needs alt: the text that stands for the picture where it is not seen (PDF/UA). alt="" says that the \
      picture is decoration. With --lenient a missing alt is a warning, and the picture counts as decoration.
      """
    case .missingImageSource: "An img element without src shows nothing."
    case .recordIsNoMap:
      """
      A record of a batch is a map of names, or it gets a name: --each name=FILE puts each record under that name.
      """
    case .fontFace: "The file of a @font-face rule cannot be used as a font."
    case .templateManifest:
      """
      template.yaml says what a template is: 'title', and 'data', the model that its data is read into and checked by. \
      It knows no other key.
      """
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

  static func recordIsNoMap(_ record: Value) -> Diagnostic {
    Diagnostic(
      code: VanBanDiagnostic.recordIsNoMap,
      message: "the record is \(record.kindName), not a map of names",
      span: record.place?.span,
      help: "give the records a name: --each name=FILE"
    )
  }

  static func unusableFontFace(_ reason: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(code: VanBanDiagnostic.fontFace, message: reason, span: span, help: "name a TrueType or OpenType file")
  }

  static func unknownModel(_ value: Value) -> Diagnostic {
    let known = DataModel.allCases.map(\.rawValue)
    let shown = value.text.map { "'\($0)'" } ?? value.kindName
    return Diagnostic(
      code: VanBanDiagnostic.templateManifest,
      message: "\(shown) is no model of data",
      span: value.place?.span,
      help: value.text.flatMap { nearestName(to: $0, in: known) }.map { "did you mean '\($0)'?" }
        ?? "the models are: \(known.joined(separator: ", "))"
    )
  }

  static func unknownManifestKey(_ key: String, _ value: Value) -> Diagnostic {
    Diagnostic(
      code: VanBanDiagnostic.templateManifest,
      message: "template.yaml has no key '\(key)'",
      span: value.place.map { $0.key ?? $0.span },
      help: nearestName(to: key, in: TemplateManifest.keys).map { "did you mean '\($0)'?" }
        ?? "its keys are: \(TemplateManifest.keys.joined(separator: ", "))"
    )
  }

  static func manifestEntry(_ message: String, span: SourceSpan?, help: String) -> Diagnostic {
    Diagnostic(code: VanBanDiagnostic.manifest, message: message, span: span, help: help)
  }
}
