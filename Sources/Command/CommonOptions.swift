import ArgumentParser
import VanBan

/// The options that commands share.
///
/// Each has an environment variable; what is given on the command line wins.
struct CommonOptions: ParsableArguments {
  @Flag(help: "Write each diagnostic as a JSON line. [VANBAN_JSON]")
  var json = false

  @Flag(name: [.short, .long], help: "Print errors only. [VANBAN_QUIET]")
  var quiet = false

  @Flag(help: "Take unknown elements and CSS as warnings. [VANBAN_LENIENT]")
  var lenient = false

  @Flag(help: "Take characters that no face covers as warnings. [VANBAN_ALLOW_MISSING_GLYPHS]")
  var allowMissingGlyphs = false

  @Flag(help: "End with status 3 where there are warnings. [VANBAN_FAIL_ON_WARNINGS]")
  var failOnWarnings = false

  @Flag(help: "Print the time and peak memory of each stage. [VANBAN_TIMING]")
  var timing = false

  @Option(
    help: ArgumentHelp(
      "A folder from which templates may read files; may be repeated. [VANBAN_ROOT, parted by ':']",
      valueName: "dir"
    )
  )
  var root: [String] = []

  @Option(
    help: ArgumentHelp(
      "One value of the data, such as congress.ordinal=4; may be repeated. [VANBAN_SET, parted by line ends]",
      valueName: "path=value"
    )
  )
  var set: [String] = []

  @Option(help: ArgumentHelp("The document's date. [VANBAN_DATE, SOURCE_DATE_EPOCH]", valueName: "yyyy-mm-dd"))
  var date: DocumentDate?

  @Option(help: ArgumentHelp("The most pages of a document (20000). [VANBAN_MAX_PAGES]", valueName: "count"))
  var maxPages: PositiveCount?

  @Option(help: ArgumentHelp("The longest a run may take. [VANBAN_TIMEOUT]", valueName: "seconds"))
  var timeout: PositiveSeconds?

  @Option(help: ArgumentHelp("The largest input file, such as 64M. [VANBAN_MAX_INPUT]", valueName: "bytes"))
  var maxInput: ByteCount?

  @Option(help: ArgumentHelp("Write what was read and written, for make. [VANBAN_DEPS]", valueName: "file"))
  var deps: String?
}

extension CommonOptions {
  /// The options with the environment's values where the command line gives none.
  ///
  /// - Throws: `ValidationError` for a variable that cannot be read.
  func withEnvironment() throws -> CommonOptions {
    var options = self
    options.json = try json || environmentFlag("VANBAN_JSON")
    options.quiet = try quiet || environmentFlag("VANBAN_QUIET")
    options.lenient = try lenient || environmentFlag("VANBAN_LENIENT")
    options.allowMissingGlyphs = try allowMissingGlyphs || environmentFlag("VANBAN_ALLOW_MISSING_GLYPHS")
    options.failOnWarnings = try failOnWarnings || environmentFlag("VANBAN_FAIL_ON_WARNINGS")
    options.timing = try timing || environmentFlag("VANBAN_TIMING")
    if root.isEmpty { options.root = list("VANBAN_ROOT", separator: ":") }
    // Settings of the command line come last, so that they win.
    options.set = list("VANBAN_SET", separator: "\n") + set
    options.date = try date ?? environmentValue("VANBAN_DATE", "a date such as 2020-05-29") ?? sourceDate()
    options.maxPages = try maxPages ?? environmentValue("VANBAN_MAX_PAGES", "a number of pages")
    options.timeout = try timeout ?? environmentValue("VANBAN_TIMEOUT", "a number of seconds")
    options.maxInput = try maxInput ?? environmentValue("VANBAN_MAX_INPUT", "a number of bytes such as 64M")
    options.deps = deps ?? environment("VANBAN_DEPS")
    return options
  }

  /// What the library is told.
  func renderSettings(data: [String]) -> RenderSettings {
    var settings = RenderSettings()
    settings.data = data
    settings.values = set
    settings.roots = root
    settings.date = date
    settings.isLenient = lenient
    settings.allowsMissingGlyphs = allowMissingGlyphs
    if let maxPages { settings.maxPages = maxPages.value }
    if let maxInput { settings.maxInput = maxInput.value }
    return settings
  }

  private func list(_ name: String, separator: Character) -> [String] {
    environment(name)?.split(separator: separator).map(String.init) ?? []
  }

  private func sourceDate() throws -> DocumentDate? {
    guard let text = environment("SOURCE_DATE_EPOCH") else { return nil }
    guard let date = DocumentDate(secondsSince1970: text) else {
      throw ValidationError("SOURCE_DATE_EPOCH is '\(text)'; write seconds since 1970.")
    }
    return date
  }
}
