import ArgumentParser
import Glibc
import Printing
import VanBan

/// One run of `vanban print`: asks the printing library and says what it answered.
struct PrintRun {
  let session: Session
  let server: PrintServer
  let how: HowToPrint
  let printerName: String?

  private var isQuiet: Bool { session.options.quiet }
  private var isJSON: Bool { session.options.json }

  func list() throws {
    let printers = try session.reportingPrint { () throws(PrintingError) in try server.printers() }
    if printers.isEmpty, !isJSON, !isQuiet { Swift.print("the print server \(server.address) has no printers") }
    for printer in printers { Swift.print(isJSON ? printer.jsonLine : describe(printer)) }
  }

  func tell(_ id: Int) throws {
    let job = try session.reportingPrint { () throws(PrintingError) in
      let job = try server.job(id)
      return how.wait && !job.state.isFinal ? try waited(job, plan: nil) : job
    }
    Swift.print(isJSON ? job.jsonLine() : describe(job))
  }

  func cancel(_ id: Int) throws {
    let job = try session.reportingPrint { () throws(PrintingError) in
      try server.cancel(id)
      return try server.job(id)
    }
    if isJSON { return Swift.print(job.jsonLine()) }
    if !isQuiet { Swift.print("job \(id) '\(job.name)' is withdrawn") }
  }

  func print(_ document: String, data: [String]) throws {
    // The printer first: a template is not set for one that cannot print it.
    let printer = try session.reportingPrint { () throws(PrintingError) in
      let printer = try server.printer(named: printerName)
      try server.checkReady(printer)
      return printer
    }
    let (file, name) = try open(document, data: data)
    let plan = try session.reportingPrint { () throws(PrintingError) in
      try printer.plan(how.printOptions, for: PrintedDocument(file))
    }
    for note in plan.notes where !isQuiet { printToStandardError("note: \(note)\n") }
    if !isQuiet, !isJSON { Swift.print(describe(plan, on: printer)) }
    try confirm(plan)
    let job = try session.reportingPrint { () throws(PrintingError) in
      try server.submit(file, named: how.title ?? name, as: plan, to: printer)
    }
    if isJSON { Swift.print(job.jsonLine(plan: plan)) } else if !isQuiet { Swift.print(describe(job)) }
    if how.wait {
      // Who reads a pipe learns the job's number now, not when it is over.
      fflush(nil)
      let done = try session.reportingPrint { () throws(PrintingError) in try waited(job, plan: plan) }
      if isJSON { Swift.print(done.jsonLine(plan: plan)) } else if !isQuiet { Swift.print(describe(done)) }
    }
    try session.failOnWarnings()
  }

  private func confirm(_ plan: PrintPlan) throws {
    if plan.sheets <= 100 || how.yes { return }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      printToStandardError(
        "error: \(counted(plan.sheets, "sheet")) are more than 100, and there is no terminal to ask on\n"
          + "help: add --yes where they are meant; nothing was sent\n"
      )
      throw ExitCode(ExitStatus.commandLine)
    }
    printToStandardError("Print \(counted(plan.sheets, "sheet"))? [y/N] ")
    let answer = readLine()?.lowercased()
    guard answer == "y" || answer == "yes" else {
      printToStandardError("nothing was sent\n")
      throw ExitCode(ExitStatus.interrupted)
    }
  }

  private func waited(_ job: PrintJob, plan: PrintPlan?) throws(PrintingError) -> PrintJob {
    let showsProgress = isatty(STDERR_FILENO) == 1 && !isQuiet && !isJSON
    let all = plan.map { $0.pages.multipliedReportingOverflow(by: $0.copies).partialValue }
    var lastTrouble: Trouble?
    defer { if showsProgress { printToStandardError("\r\u{1B}[K") } }
    return try server.wait(for: job) { job, trouble in
      if showsProgress {
        let done = all.map { "\(min(job.pagesDone, $0)) of \(counted($0, "page"))" } ?? counted(job.pagesDone, "page")
        let words = trouble.map { "; \($0.message)" } ?? ""
        printToStandardError("\r\u{1B}[Kjob \(job.id): \(job.state.rawValue), \(done)\(words)")
      } else if let trouble, trouble != lastTrouble, !isQuiet {
        printToStandardError("note: \(trouble.message)\n")
      }
      lastTrouble = trouble
    }
  }
}

extension PrintRun {
  /// The document to print and the name it has by itself: a PDF file as it is, anything else as a template.
  private func open(_ document: String, data: [String]) throws -> (DocumentFile, String) {
    if document.lowercased().hasSuffix(".pdf") || isPDF(document) {
      if !data.isEmpty { throw ValidationError("'\(document)' is a PDF file: it takes no data.") }
      let file = try session.reportingPrint { () throws(PrintingError) in try DocumentFile(document) }
      return (file, document.split(separator: "/").last.map(String.init) ?? document)
    }
    let folder = try PrivateFolder()
    let path = "\(folder.path)/document.pdf"
    var name = document
    let summary = try session.finish { context throws(RenderError) in
      let template = try Template.find(document, in: context.installation)
      name = template.name
      return try context.render(template, to: OutputName(path), format: .pdf)
    }
    guard let summary else { throw ExitCode(ExitStatus.input) }
    if let sample = summary.sample, !isQuiet { printToStandardError("note: printed with the sample data \(sample)\n") }
    // Open, the file can lose its name: nothing is left behind, however this run ends.
    let file = try session.reportingPrint { () throws(PrintingError) in try DocumentFile(path) }
    return (file, name)
  }

  private func isPDF(_ path: String) -> Bool {
    guard let file = try? DocumentFile(path) else { return false }
    return file.head(5) == Array("%PDF-".utf8)
  }
}

/// A folder that nobody else can read; it goes with the object, and the file in it.
private final class PrivateFolder {
  let path: String

  init() throws {
    var template = Array("\(environment("TMPDIR") ?? "/tmp")/vanban-print-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      let reason = String(cString: strerror(errno))
      printToStandardError(
        "error: no temporary folder can be made: \(reason)\nhelp: set TMPDIR to a folder with room\n"
      )
      throw ExitCode(ExitStatus.surroundings)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    unlink("\(path)/document.pdf")
    rmdir(path)
  }
}

extension Session {
  /// Runs work of the printing library; what fails is told, and ends the run with the right status.
  func reportingPrint<Result>(_ work: () throws(PrintingError) -> Result) throws -> Result {
    do throws(PrintingError) {
      return try work()
    } catch {
      let kind: RenderError.Kind = error.kind == .surroundings ? .surroundings : .input
      printToStandardError(describe(RenderError(kind, error.message, help: error.help), json: options.json))
      throw ExitCode(error.kind == .commandLine ? ExitStatus.commandLine : ExitStatus.of(kind))
    }
  }
}
