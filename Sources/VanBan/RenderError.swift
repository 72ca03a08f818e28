/// Why a document was not made.
///
/// What the author of the template or the data can mend is a diagnostic, with its place; this error then says only that
/// there are some. A new cause is a new text, not a new case: callers need not change.
public struct RenderError: Error, Sendable, Equatable {
  /// Who can mend it.
  public enum Kind: String, Sendable {
    /// The input is wrong: template, data, a limit.
    case input
    /// The surroundings failed: disk, fonts.
    case surroundings
    /// VanBan itself is at fault.
    case fault
  }

  /// Who can mend it.
  public var kind: Kind
  /// What happened; one sentence without a full stop.
  public var message: String
  /// The file or folder concerned.
  public var path: String?
  /// What to do about it; one sentence without a full stop.
  public var help: String?

  /// An error of its parts.
  public init(_ kind: Kind, _ message: String, path: String? = nil, help: String? = nil) {
    self.kind = kind
    self.message = message
    self.path = path
    self.help = help
  }
}
