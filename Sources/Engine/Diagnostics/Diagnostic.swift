/// One message to the author of a template, a style sheet or a data file.
///
/// Made by the `<Target>Diagnostics.swift` of the target that found the mistake; collected, never thrown.
public struct Diagnostic: Sendable, Equatable {
  /// How much a diagnostic matters.
  public enum Severity: String, Sendable {
    /// The result would not be what the author asked for: nothing is written.
    case error
    /// The result is written; the author should look.
    case warning
  }

  /// The stable name of the kind of mistake, such as `css-unknown-property`.
  public var code: String
  /// Whether a result may still be written.
  public var severity: Severity
  /// What was found and why it is wrong: one sentence without a full stop.
  public var message: String
  /// Where it was found; `nil` only where no source text is involved.
  public var span: SourceSpan?
  /// The place in the data as a JSON pointer (RFC 6901), such as `/delegates/12/name`.
  public var data: String?
  /// The page concerned, from 1.
  public var page: Int?
  /// What to do about it: one sentence without a full stop.
  public var help: String?
  /// A second place that matters, such as the data file's line behind a template's expression.
  public var related: SourceSpan?

  /// A diagnostic of kind `code`.
  public init(
    code: some DiagnosticCode,
    severity: Severity = .error,
    message: String,
    span: SourceSpan? = nil,
    help: String? = nil
  ) {
    self.code = code.rawValue
    self.severity = severity
    self.message = message
    self.span = span
    self.help = help
  }
}

/// The kinds of mistake one target reports: an enum whose raw values are the stable codes.
public protocol DiagnosticCode: RawRepresentable, CaseIterable, Sendable where RawValue == String {
  /// What the code means and how it is mended, for `vanban explain`: a few sentences.
  var explanation: String { get }
}

/// The diagnostics of a run, in the order in which they were found.
public struct DiagnosticList: Sendable, Equatable {
  /// Every diagnostic so far.
  public private(set) var all: [Diagnostic] = []

  /// An empty list.
  public init() {}

  /// Adds a diagnostic.
  public mutating func report(_ diagnostic: Diagnostic) {
    all.append(diagnostic)
  }

  /// Adds the diagnostics of another list.
  public mutating func report(contentsOf other: DiagnosticList) {
    all.append(contentsOf: other.all)
  }

  /// Whether one of them is an error.
  public var hasErrors: Bool {
    all.contains { $0.severity == .error }
  }
}
