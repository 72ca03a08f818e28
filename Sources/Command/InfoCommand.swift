import ArgumentParser
import VanBan

/// `vanban info`.
struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Shows versions, folders and settings, or a reference.",
    discussion: "Example: vanban info --stylesheet"
  )

  @Flag(help: "Print the default style sheet.")
  var stylesheet = false

  @Flag(help: "Print the reference of CSS properties.")
  var properties = false

  @Flag(help: "Print the reference of template filters.")
  var filters = false

  @Flag(help: "Print the codes of all diagnostics with what they mean.")
  var diagnostics = false

  func validate() throws {
    if [stylesheet, properties, filters, diagnostics].count(where: { $0 }) > 1 {
      throw ValidationError("Ask for one of --stylesheet, --properties, --filters and --diagnostics.")
    }
  }

  func run() throws {
    if stylesheet { return print(Reference.defaultStyleSheet, terminator: "") }
    if properties { return print(Reference.properties, terminator: "") }
    if filters { return print(Reference.filters, terminator: "") }
    if diagnostics { return print(Reference.diagnostics, terminator: "") }
    let installation = try Session.reporting(json: false) { () throws(RenderError) in try Installation.find() }
    print("vanban \(vanBanVersion)")
    for library in Reference.libraries { print("\(library.name) \(library.version)") }
    print("templates: \(installation.templates)")
    print("fonts: \(installation.fonts)")
    print("profiles: \(installation.profiles)")
    print("store: \(environment("VANBAN_STORE") ?? StoreLocation.standard)")
    for name in settingNames {
      if let value = environment(name) { print("\(name)=\(value)") }
    }
  }
}

/// Every environment variable that changes what the command does.
let settingNames = [
  "VANBAN_HOME", "VANBAN_JSON", "VANBAN_QUIET", "VANBAN_LENIENT", "VANBAN_ALLOW_MISSING_GLYPHS",
  "VANBAN_FAIL_ON_WARNINGS", "VANBAN_TIMING", "VANBAN_ROOT", "VANBAN_SET", "VANBAN_DATE", "VANBAN_MAX_PAGES",
  "VANBAN_TIMEOUT", "VANBAN_MAX_INPUT", "VANBAN_DEPS", "VANBAN_STORE", "SOURCE_DATE_EPOCH", "NO_COLOR",
  "VANBAN_PRINTER", "VANBAN_SERVER", "VANBAN_COPIES", "VANBAN_COLLATE", "VANBAN_PAGES", "VANBAN_SIDES", "VANBAN_MEDIA",
  "VANBAN_TITLE", "VANBAN_HOLD", "VANBAN_WAIT", "VANBAN_YES", "CUPS_SERVER",
  "VANBAN_EACH", "VANBAN_KEY", "VANBAN_SHARD", "VANBAN_JOBS", "VANBAN_REPORT", "VANBAN_RESUME",
  "VANBAN_NOW", "VANBAN_TIMEZONE", "VANBAN_WATCH", "VANBAN_RETRY",
]
