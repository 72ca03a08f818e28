import Foundation
import Printing
import TestSupport
import Testing

/// Real printing: CUPS and an IPP printer on loopback.
@Suite(.enabled(if: PrintService.missing == nil, "CUPS cannot run here: \(PrintService.missing ?? "")"))
struct PrintServerTests {
  private let service: PrintService

  init() throws { service = try PrintService.shared.get() }

  private func server(port: Int? = nil) throws -> PrintServer {
    try PrintServer(ServerAddress(host: "127.0.0.1", port: port ?? service.port))
  }

  /// Prints a document and waits until it is done.
  private func printed(
    _ document: TestDocument,
    named name: String = "test",
    _ options: PrintOptions = PrintOptions(),
    on printer: TestPrinter
  ) throws -> PrintJob {
    let server = try server()
    let queue = try server.printer(named: printer.queue)
    let file = try document.opened()
    let plan = try queue.plan(options, for: PrintedDocument(file))
    return try server.wait(for: server.submit(file, named: name, as: plan, to: queue)) { _, _ in }
  }

  @Test("what reaches the printer is what was sent, page by page")
  func pages() throws {
    let printer = try TestPrinter("pages", on: service)
    let document = try TestDocument(pages: 3)
    let job = try printed(document, named: "Nghị quyết đại hội", on: printer)
    #expect(job.state == .completed)
    let sheets = try printer.sheets(atLeast: 1)
    #expect(sheets.count == 1)
    #expect(try pictures(of: sheets[0].path) == pictures(of: document.path))
    #expect(sheets[0].environment["IPP_JOB_NAME"] == "Nghị quyết đại hội")
    #expect(sheets[0].environment["IPP_SIDES"] == "one-sided")
    #expect(sheets[0].environment["IPP_MEDIA_COL"]?.contains("x-dimension=21000 y-dimension=29700") == true)
  }

  @Test("copies, sides and single pages reach the printer")
  func options() throws {
    let printer = try TestPrinter("options", on: service)
    let document = try TestDocument(pages: 7)
    var options = PrintOptions()
    options.copies = 2
    options.sides = .long
    options.pages = PageRanges("2-3,7")
    _ = try printed(document, options, on: printer)
    let sheet = try #require(try printer.sheets(atLeast: 1).first)
    let wanted = try pictures(of: document.path)
    #expect(try pictures(of: sheet.path) == [wanted[1], wanted[2], wanted[6]])
    #expect(sheet.environment["IPP_COPIES"] == "2")
    #expect(sheet.environment["IPP_SIDES"] == "two-sided-long-edge")
    #expect(sheet.environment["IPP_MULTIPLE_DOCUMENT_HANDLING"] == "separate-documents-collated-copies")
  }

  @Test("a printer's capabilities are its own")
  func capabilities() throws {
    let (both, single) = (try TestPrinter("both", on: service), try TestPrinter("single", .simplex, on: service))
    let names = try server().printers().map(\.name)
    #expect(names.contains("both") && names.contains("single"))
    let duplex = try server().printer(named: both.queue)
    #expect(duplex.sides == [.one, .long, .short])
    #expect(duplex.media.contains { $0.name == "A4" } && !duplex.media.contains { $0.name == "A3" })
    #expect(duplex.state == .idle && duplex.isAccepting && duplex.trouble == nil)
    #expect(try server().printer(named: single.queue).sides == [.one])
  }

  @Test("an unknown printer is told with those that there are")
  func unknown() throws {
    let printer = try TestPrinter("known", on: service)
    let error = #expect(throws: PrintingError.self) { try server().printer(named: "knwon") }
    guard case .unknownPrinter("knwon", let known, let nearest)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(known.contains(printer.queue))
    #expect(nearest == "known")
  }

  @Test("a held job stays until it is withdrawn, and nothing is printed")
  func held() throws {
    let printer = try TestPrinter("held", on: service)
    let server = try server()
    let queue = try server.printer(named: printer.queue)
    let file = try TestDocument(pages: 1).opened()
    var options = PrintOptions()
    options.release = .held
    let plan = try queue.plan(options, for: PrintedDocument(file))
    let job = try server.submit(file, named: "held", as: plan, to: queue)
    #expect(try server.job(job.id).state == .held)
    try server.cancel(job.id)
    #expect(try server.job(job.id).state == .canceled)
    let over = try server.job(job.id)
    #expect(throws: PrintingError.jobOver(over)) { try server.cancel(job.id) }
    #expect(throws: PrintingError.jobFailed(over)) { try server.wait(for: job) { _, _ in } }
    #expect(try printer.sheets.count == 0)
  }

  @Test("a held job that is let go is printed")
  func released() throws {
    let printer = try TestPrinter("released", on: service)
    let server = try server()
    let queue = try server.printer(named: printer.queue)
    let file = try TestDocument(pages: 1).opened()
    var options = PrintOptions()
    options.release = .held
    let plan = try queue.plan(options, for: PrintedDocument(file))
    let job = try server.submit(file, named: "released", as: plan, to: queue)
    try service.run("lp", ["-i", "\(job.id)", "-H", "resume"])
    #expect(try server.wait(for: job) { _, _ in }.state == .completed)
    #expect(try printer.sheets(atLeast: 1).count == 1)
  }

  @Test("a paused queue and a closed one are told before anything is sent")
  func paused() throws {
    let printer = try TestPrinter("paused", on: service)
    let server = try server()
    try service.run("cupsdisable", ["-r", "toner", printer.queue])
    let stopped = try server.printer(named: printer.queue)
    #expect(throws: PrintingError.paused(printer: "paused", message: "toner")) { try server.checkReady(stopped) }
    try service.run("cupsenable", [printer.queue])
    try service.run("cupsreject", ["-r", "moving", printer.queue])
    let closed = try server.printer(named: printer.queue)
    #expect(throws: PrintingError.rejecting(printer: "paused", message: "moving")) { try server.checkReady(closed) }
    #expect(try server.jobs(of: printer.queue) == [])
  }

  @Test("a job in a queue that is paused meanwhile ends the wait, and is printed once when it goes on")
  func pausedMeanwhile() throws {
    let printer = try TestPrinter("meanwhile", on: service)
    let server = try server()
    let queue = try server.printer(named: printer.queue)
    try service.run("cupsdisable", [printer.queue])
    let file = try TestDocument(pages: 1).opened()
    let plan = try queue.plan(PrintOptions(), for: PrintedDocument(file))
    let job = try server.submit(file, named: "meanwhile", as: plan, to: queue)
    let error = #expect(throws: PrintingError.self) { try server.wait(for: job) { _, _ in } }
    guard case .jobStuck(let stuck, let trouble)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(stuck.id == job.id)
    #expect(trouble.kind == .paused)
    #expect(try printer.sheets.count == 0)
    try service.run("cupsenable", [printer.queue])
    #expect(try server.wait(for: job) { _, _ in }.state == .completed)
    #expect(try printer.sheets(atLeast: 1).count == 1)
  }

  @Test("a printer that is off is told before anything is sent, and by the wait")
  func off() throws {
    let printer = try TestPrinter("off", on: service)
    let server = try server()
    let queue = try server.printer(named: printer.queue)
    printer.switchOff()
    let device = queue.device
    #expect(
      throws: PrintingError.printerOff(printer: "off", device: device, reason: "Connection refused")
    ) { try server.checkReady(queue) }
    let file = try TestDocument(pages: 1).opened()
    let plan = try queue.plan(PrintOptions(), for: PrintedDocument(file))
    let job = try server.submit(file, named: "off", as: plan, to: queue)
    let error = #expect(throws: PrintingError.self) { try server.wait(for: job, patience: 0.5) { _, _ in } }
    guard case .jobStuck(let stuck, let trouble)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(stuck.id == job.id)
    #expect(trouble.kind == .off)
    try server.cancel(job.id)
  }

  @Test("no server is no document sent")
  func noServer() throws {
    let port = try freePort()
    #expect(
      throws: PrintingError.serverUnreachable(server: "127.0.0.1:\(port)", reason: "Connection refused")
    ) { try server(port: port).printers() }
  }
}
