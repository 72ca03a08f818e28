import Foundation
import Printing
import TestSupport
import Testing

/// Connections that break at the worst moments: nothing is printed twice, and nothing is lost without a word.
@Suite(.enabled(if: PrintService.missing == nil, "CUPS cannot run here: \(PrintService.missing ?? "")"))
struct LostConnectionTests {
  private let service: PrintService

  init() throws { service = try PrintService.shared.get() }

  @Test(
    "a connection that breaks while a document is sent prints it once",
    arguments: [
      // A job that was made is found by its mark; one that lacks its document is made anew.
      ("lost-create", TestRelay.Break.createAnswer, 1), ("lost-early", .document(bytes: 60), 2),
      ("lost-midway", .document(bytes: 400_000), 2), ("lost-answer", .documentAnswer, 1),
    ]
  )
  func once(queue: String, place: TestRelay.Break, count: Int) throws {
    let printer = try TestPrinter(queue, on: service)
    let relay = try TestRelay(to: service, breaking: place)
    let server = try PrintServer(ServerAddress(host: "127.0.0.1", port: relay.port))
    let found = try server.printer(named: queue)
    let document = try TestDocument(pages: 2, padding: 900_000)
    let file = try document.opened()
    let plan = try found.plan(PrintOptions(), for: PrintedDocument(file))
    let job = try server.submit(file, named: "lost", as: plan, to: found)
    #expect(try server.wait(for: job) { _, _ in }.state == .completed)
    let sheets = try printer.sheets(atLeast: 1)
    #expect(sheets.count == 1)
    #expect(try pictures(of: sheets[0].path) == pictures(of: document.path))
    // Of the jobs that were begun, one has a document, and the other is withdrawn.
    let jobs = try server.jobs(of: queue)
    #expect(jobs.count == count)
    #expect(jobs.filter(\.hasDocument).map(\.id) == [job.id])
    #expect(jobs.filter { !$0.hasDocument }.allSatisfy { $0.state == .canceled })
  }

  @Test("a job is found by its name and not sent again, whoever asks")
  func submitOnce() throws {
    let printer = try TestPrinter("once", on: service)
    let document = try TestDocument(pages: 1)
    var ids: Set<Int> = []
    for _ in 0..<3 {
      let server = try PrintServer(ServerAddress(host: "127.0.0.1", port: service.port))
      let queue = try server.printer(named: printer.queue)
      let file = try document.opened()
      let plan = try queue.plan(PrintOptions(), for: PrintedDocument(file))
      let job = try server.submitOnce(file, named: "KPI tháng 10/2026 – Sở A", as: plan, to: queue)
      ids.insert(try server.wait(for: job) { _, _ in }.id)
    }
    #expect(ids.count == 1)
    #expect(try printer.sheets(atLeast: 1).count == 1)
  }

  @Test("a job whose maker went before its document came is withdrawn, and printed by the next who asks")
  func abandoned() throws {
    let printer = try TestPrinter("abandoned", on: service)
    let relay = try TestRelay(to: service, breaking: .createAnswerAndAll)
    let document = try TestDocument(pages: 1)
    let lost = try PrintServer(ServerAddress(host: "127.0.0.1", port: relay.port))
    let queue = try lost.printer(named: printer.queue)
    let file = try document.opened()
    let plan = try queue.plan(PrintOptions(), for: PrintedDocument(file))
    let failure = #expect(throws: PrintingError.self) { try lost.submitOnce(file, named: "only", as: plan, to: queue) }
    #expect(failure?.kind == .surroundings)
    let server = try PrintServer(ServerAddress(host: "127.0.0.1", port: service.port))
    #expect(try server.jobs(of: printer.queue).map(\.hasDocument) == [false])
    let job = try server.submitOnce(file, named: "only", as: plan, to: queue)
    #expect(try server.wait(for: job) { _, _ in }.state == .completed)
    #expect(try server.jobs(of: printer.queue).map(\.state) == [.canceled, .completed])
    #expect(try printer.sheets(atLeast: 1).count == 1)
  }

  @Test("a job that was canceled is given back, not printed again")
  func canceled() throws {
    let printer = try TestPrinter("given-back", on: service)
    let server = try PrintServer(ServerAddress(host: "127.0.0.1", port: service.port))
    let queue = try server.printer(named: printer.queue)
    let file = try TestDocument(pages: 1).opened()
    var options = PrintOptions()
    options.release = .held
    let plan = try queue.plan(options, for: PrintedDocument(file))
    let job = try server.submitOnce(file, named: "canceled", as: plan, to: queue)
    try server.cancel(job.id)
    let again = try server.submitOnce(file, named: "canceled", as: plan, to: queue)
    #expect(again.id == job.id)
    #expect(again.state == .canceled)
    #expect(try server.find(jobNamed: "another", on: printer.queue) == nil)
  }

  @Test("a server that goes while a job waits is told, with the job's number")
  func serverGoes() throws {
    let service = try PrintService()
    let printer = try TestPrinter("goes", on: service)
    let server = try PrintServer(ServerAddress(host: "127.0.0.1", port: service.port))
    let queue = try server.printer(named: printer.queue)
    let file = try TestDocument(pages: 1).opened()
    var options = PrintOptions()
    options.release = .held
    let job = try server.submit(file, named: "goes", as: queue.plan(options, for: PrintedDocument(file)), to: queue)
    service.kill()
    let error = #expect(throws: PrintingError.self) { try server.wait(for: job) { _, _ in } }
    guard case .serverLost(_, _, job.id)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try printer.sheets.count == 0)
  }
}
