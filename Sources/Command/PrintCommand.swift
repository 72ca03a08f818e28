import ArgumentParser
import Printing
import VanBan

/// `vanban print`.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Prints a PDF file, or a template with its data, on a CUPS printer.",
    discussion: """
      Example: vanban print nghi-quyet.pdf --printer office --copies 2 --sides long --wait

      Options that the printer lacks are refused before anything is sent.

      Exit status: 0 sent (with --wait: printed); 2 the printer is off, its queue paused, the server gone, or the job \
      canceled or aborted; 64 the printer lacks what the command line asks for.
      """
  )

  @Argument(help: ArgumentHelp("A PDF file, or a template's folder, file or name.", valueName: "file|template"))
  var document: String?

  @Argument(help: "Data files of the template, or name=FILE.")
  var data: [String] = []

  @Option(help: ArgumentHelp("The printer; the usual one if left out. [VANBAN_PRINTER]", valueName: "name"))
  var printer: String?

  @Option(
    help: ArgumentHelp("The print server, or a socket's path. [VANBAN_SERVER, CUPS_SERVER]", valueName: "host:port")
  )
  var server: ServerAddress?

  @Flag(help: "List the printers: state, media, duplex, colour.")
  var list = false

  @Option(help: ArgumentHelp("Tell what a job is doing; with --wait until it is over.", valueName: "job"))
  var status: JobNumber?

  @Option(help: ArgumentHelp("Withdraw a job.", valueName: "job"))
  var cancel: JobNumber?

  @OptionGroup(title: "How to print") var how: HowToPrint

  @OptionGroup(title: "Common options") var options: CommonOptions

  func validate() throws {
    let tasks = [list, status != nil, cancel != nil, document != nil].count { $0 }
    if tasks == 0 { throw ValidationError("Name a PDF file or a template, or ask with --list, --status or --cancel.") }
    if tasks > 1 { throw ValidationError("Ask for one thing: a document, --list, --status or --cancel.") }
  }

  func run() throws {
    let session = try Session(options, data: data)
    let server: ServerAddress? = try server ?? environmentValue("VANBAN_SERVER", "HOST or HOST:PORT")
    let run = PrintRun(
      session: session,
      server: try session.reportingPrint { () throws(PrintingError) in try PrintServer(server) },
      how: try how.withEnvironment(),
      printerName: printer ?? environment("VANBAN_PRINTER")
    )
    if list { return try run.list() }
    if let status { return try run.tell(status.value) }
    if let cancel { return try run.cancel(cancel.value) }
    if let document { try run.print(document, data: data) }
  }
}

/// The options that say how a document is printed.
struct HowToPrint: ParsableArguments {
  @Option(help: ArgumentHelp("How often (1). [VANBAN_COPIES]", valueName: "count"))
  var copies: PositiveCount?

  @Flag(
    inversion: .prefixedNo,
    help: "Keep the sheets of each copy together, or print all copies of a sheet before the next. [VANBAN_COLLATE]"
  )
  var collate: Bool?

  @Option(help: ArgumentHelp("The pages to print, such as 1-3,7 or 5-. [VANBAN_PAGES]", valueName: "ranges"))
  var pages: PageRanges?

  @Option(
    help: ArgumentHelp(
      "One side, or both, turned at the long or the short edge. [VANBAN_SIDES]",
      valueName: "one|long|short"
    )
  )
  var sides: Sides?

  @Option(help: ArgumentHelp("The paper; that of the pages if left out. [VANBAN_MEDIA]", valueName: "A4|A5|A3|..."))
  var media: String?

  @Option(help: ArgumentHelp("The job's name; the document's if left out. [VANBAN_TITLE]", valueName: "text"))
  var title: String?

  @Flag(help: "Keep the job in the queue until someone lets it go. [VANBAN_HOLD]")
  var hold = false

  @Flag(help: "Wait until the printer says that the job is done. [VANBAN_WAIT]")
  var wait = false

  @Flag(help: "Print more than 100 sheets without asking. [VANBAN_YES]")
  var yes = false
}

extension HowToPrint {
  /// The options with the environment's values where the command line gives none.
  func withEnvironment() throws -> HowToPrint {
    var options = self
    options.copies = try copies ?? environmentValue("VANBAN_COPIES", "a number of copies")
    if collate == nil, environment("VANBAN_COLLATE") != nil { options.collate = try environmentFlag("VANBAN_COLLATE") }
    options.pages = try pages ?? environmentValue("VANBAN_PAGES", "pages such as 1-3,7")
    options.sides = try sides ?? environmentValue("VANBAN_SIDES", "one, long or short")
    options.media = media ?? environment("VANBAN_MEDIA")
    options.title = title ?? environment("VANBAN_TITLE")
    options.hold = try hold || environmentFlag("VANBAN_HOLD")
    options.wait = try wait || environmentFlag("VANBAN_WAIT")
    options.yes = try yes || environmentFlag("VANBAN_YES")
    return options
  }

  /// What the printing library is told.
  var printOptions: PrintOptions {
    var result = PrintOptions()
    result.copies = copies?.value ?? 1
    result.collation = collate == false ? .stacked : .collated
    result.pages = pages
    result.sides = sides
    result.medium = media
    result.release = hold ? .held : .atOnce
    return result
  }
}

/// A job's number, also as lpstat writes it: `12` or `office-12`.
struct JobNumber: ExpressibleByArgument {
  var value: Int

  init?(argument: String) {
    let digits = argument.split(separator: "-", omittingEmptySubsequences: false).last ?? ""
    guard digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let value = Int(digits),
      (1...Int(Int32.max)).contains(value)
    else { return nil }
    self.value = value
  }
}

extension ServerAddress: ExpressibleByArgument {
  /// Reads `HOST`, `HOST:PORT` or a socket's path.
  package init?(argument: String) {
    self.init(argument)
  }
}

extension PageRanges: ExpressibleByArgument {
  /// Reads `1-3,7`.
  package init?(argument: String) {
    self.init(argument)
  }
}

extension Sides: ExpressibleByArgument {}
