import Diagnostics
import Files
import Fonts
import Glibc
import Text
import Values

/// How diagnostics are written.
public enum DiagnosticStyle: Sendable {
  case plain, colored, jsonLines
}

/// What the documents of one run share: the loader, its texts, the diagnostics, the clock of the stages.
///
/// Not Sendable: one context, one task; as many contexts as there are workers.
public final class RenderContext {
  /// Where VanBan's own data files are.
  public let installation: Installation
  /// What the run was told.
  public let settings: RenderSettings

  let loader: FileLoader
  /// Keeps the patterns of the languages met: those of English take 14 ms to read.
  let hyphenator = Hyphenator()
  var found = DiagnosticList()
  var clock = StageClock()
  var written: [String] = []
  /// Stands in for the data files of the settings.
  var supplied: SuppliedData?
  /// Name and first place of each picture of the document, by its number.
  var pictureSpans: [(name: String, span: SourceSpan)] = []
  /// A picture that could not be decoded when it was painted.
  var damage: Diagnostic?

  /// The faces of the documents so far, and their words, kept unless a document brought faces of its own.
  var keptFonts: DocumentFonts?
  /// The files of rules in profiles/, read once.
  var keptProfiles: [Value]?
  /// The checksums of what was written, in the order of ``written``.
  var checksums: [String] = []
  /// Whether pages are painted on a thread of their own while the next are laid out: not where all cores have work.
  var paintsBeside = sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1
  /// Whether ``checksums`` is kept.
  var keepsChecksums = false

  /// A context that reads nothing yet.
  public convenience init(installation: Installation, settings: RenderSettings) {
    let loader = FileLoader(limits: FileLimits(maxInput: settings.maxInput))
    self.init(installation: installation, settings: settings, loader: loader)
  }

  init(installation: Installation, settings: RenderSettings, loader: FileLoader) {
    self.installation = installation
    self.settings = settings
    self.loader = loader
  }

  /// Forgets what was said of the last document, and begins with what is known to be wrong with the next.
  func begin(with problems: DiagnosticList) {
    found = problems
    clock = StageClock()
    written = []
    checksums = []
    pictureSpans = []
    damage = nil
  }

  /// The stages so far, in order.
  public var stages: [StageTime] { clock.stages }

  /// How many warnings there are.
  public var warningCount: Int { found.all.count { $0.severity == .warning } }

  /// Who can mend the errors: `nil` where there are none.
  public var failure: RenderError.Kind? {
    let errors = found.all.filter { $0.severity == .error }
    if errors.isEmpty { return nil }
    return errors.contains { $0.code == FilesDiagnostic.unreadable.rawValue } ? .surroundings : .input
  }

  /// The diagnostics in the order found: as text at most 20 with a count of the others, as JSON lines all of them.
  public func diagnostics(as style: DiagnosticStyle, errorsOnly: Bool = false) -> String {
    var list = DiagnosticList()
    for diagnostic in found.all where !errorsOnly || diagnostic.severity == .error { list.report(diagnostic) }
    if style == .jsonLines {
      var json = DiagnosticJSON(sources: loader.sources)
      return json.render(list)
    }
    return DiagnosticRenderer(sources: loader.sources, colors: style == .colored ? .on : .off).render(list)
  }

  /// Writes a rule for make: what was written depends on what was read.
  public func writeDependencies(to path: String) throws(RenderError) {
    let outputs = written.isEmpty ? ["-"] : written
    let rule = "\(escaped(outputs)): \(escaped(loader.filesRead))\n"
    try writeFile(Array(rule.utf8), to: path)
  }

  /// Names as make reads them: spaces, `#` and `$` would mean something else.
  private func escaped(_ paths: [String]) -> String {
    paths.map { path in
      path.reduce(into: "") { text, character in
        switch character {
        case " ", "#": text += "\\\(character)"
        case "$": text += "$$"
        default: text.append(character)
        }
      }
    }.joined(separator: " ")
  }
}
