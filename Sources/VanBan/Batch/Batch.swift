import Diagnostics
import Files
import Synchronization
import Values

extension RenderContext {
  /// Makes one document for each record, on all cores; a record that fails does not stop the others.
  ///
  /// - Parameters:
  ///   - template: what every document is made from.
  ///   - batch: the records, the names, the share.
  ///   - stop: ends the batch after the documents that are being made, its report whole.
  ///   - progress: called now and then, and at the end, on this thread.
  /// - Returns: `nil` where mistakes were reported that concern all records; nothing was written then.
  /// - Throws: ``RenderError`` where no record could be begun, or the report could not be written.
  public func batch(
    _ template: Template,
    _ batch: BatchSettings,
    stop: BatchStop,
    progress: (BatchProgress) -> Void
  ) throws(RenderError) -> BatchOutcome? {
    defer { stop.finish() }
    let started = StageClock.now()
    let plan = try withDeepStack { () throws(RenderError) in try self.plan(batch, of: template) }
    guard let plan, !found.hasErrors else { return nil }
    let earlier = batch.resumes ? readReport(plan.report) : [:]
    let run = try BatchRun(
      plan: plan,
      seed: ContextSeed(self),
      style: batch.diagnosticStyle,
      earlier: earlier,
      stop: stop
    )
    let workers = min(batch.workers ?? usualWorkers(), max(1, plan.records.count))
    onDeepStacks(workers) { _ in
      run.work()
    } meanwhile: {
      run.watch(progress)
    }
    try run.report.finish()
    var outcome = run.outcome
    outcome.summary.left = plan.records.count - outcome.summary.total
    outcome.summary.milliseconds = Double(StageClock.now() - started) / 1_000_000
    outcome.summary.report = plan.report
    return outcome
  }
}

/// What a batch came to, and what was said meanwhile.
public struct BatchOutcome: Sendable {
  /// The counts.
  public var summary = BatchSummary()
  /// The diagnostics of failed records, each set with the record's key, in the order in which they failed.
  public var failures: [(key: String, text: String)] = []
  /// The diagnostics of documents that were made with warnings, each text once, with the first record's key.
  public var warnings: [(key: String, text: String)] = []
  /// The report could not be written any more.
  public var reportFailure: RenderError?
}

/// A batch at work: what its threads share.
final class BatchRun: Sendable {
  let report: BatchReport

  private let plan: BatchPlan
  private let seed: ContextSeed
  private let style: DiagnosticStyle
  private let earlier: [String: ReportedRecord]
  private let stop: BatchStop
  private let templateSum: String
  private let next = Atomic(0)
  private let started: Int
  private let state = Mutex(BatchOutcome())

  init(
    plan: BatchPlan,
    seed: ContextSeed,
    style: DiagnosticStyle,
    earlier: [String: ReportedRecord],
    stop: BatchStop
  ) throws(RenderError) {
    self.plan = plan
    self.seed = seed
    self.style = style
    self.earlier = earlier
    self.stop = stop
    templateSum = templateChecksum(of: plan.template, in: seed.installation)
    started = StageClock.now()
    // What an earlier report says stays until the record's turn comes: an interruption loses none of it.
    let kept = plan.records.compactMap { record in
      earlier[record.key].map { BatchLine(number: record.number, key: record.key, isDone: true, json: $0.json) }
    }
    report = try BatchReport(plan.report, keeping: kept)
  }

  var outcome: BatchOutcome { state.withLock { $0 } }

  /// Takes records until there are none, or the batch is to end; run by each thread.
  func work() {
    let context = RenderContext(seed)
    while !stop.isRequested, !isReportLost {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < plan.records.count else { return }
      make(plan.records[index], in: context)
    }
  }

  /// Tells how far the batch is until it is over.
  func watch(_ progress: (BatchProgress) -> Void) {
    while true {
      let summary = outcome.summary
      progress(
        BatchProgress(
          finished: summary.total,
          worked: summary.done + summary.failed,
          total: plan.records.count,
          seconds: Double(StageClock.now() - started) / 1e9
        )
      )
      if summary.total >= plan.records.count || stop.isRequested || isReportLost { return }
      rest()
    }
  }

  private var isReportLost: Bool { state.withLock { $0.reportFailure != nil } }

  private func make(_ record: BatchRecord, in context: RenderContext) {
    let input = checksum(of: record)
    if isDone(record, input: input) {
      state.withLock { $0.summary.skipped += 1 }
      return
    }
    var failure: RenderError?
    var summary: RenderSummary?
    do throws(RenderError) {
      summary = try context.render(record, of: plan)
    } catch {
      failure = error
    }
    let line = BatchLine(
      number: record.number,
      key: record.key,
      isDone: summary != nil,
      json: context.reportLine(of: record, summary: summary, failure: failure, input: input)
    )
    let lost = report.add(line)
    note(record, summary: summary, failure: failure, from: context)
    if let lost { state.withLock { $0.reportFailure = lost } }
  }

  private func note(_ record: BatchRecord, summary: RenderSummary?, failure: RenderError?, from context: RenderContext)
  {
    let isSurroundings = (failure?.kind ?? context.failure) == .surroundings
    let text = context.diagnostics(as: style) + (failure.map { words($0) } ?? "")
    state.withLock { outcome in
      if let summary {
        outcome.summary.done += 1
        outcome.summary.pages += summary.pages
        if context.warningCount > 0 { outcome.summary.warned += 1 }
        if !text.isEmpty, outcome.warnings.count < mostTold, !outcome.warnings.contains(where: { $0.text == text }) {
          outcome.warnings.append((record.key, text))
        }
      } else {
        outcome.summary.failed += 1
        if isSurroundings { outcome.summary.failedBySurroundings += 1 }
        if outcome.failures.count < mostTold { outcome.failures.append((record.key, text)) }
      }
    }
  }

  private func words(_ error: RenderError) -> String {
    if style == .jsonLines { return error.jsonLine }
    return "error: \(error.message)\n" + (error.help.map { "help: \($0)\n" } ?? "")
  }

  /// Whether an earlier run made the record from the same data and template, and its files are still what it wrote.
  private func isDone(_ record: BatchRecord, input: String) -> Bool {
    guard let reported = earlier[record.key], reported.input == input, let name = record.name, !reported.files.isEmpty,
      reported.files[0].path == name.path(page: 1)
    else { return false }
    return reported.files.allSatisfy { file in
      (try? FileLoader(limits: FileLimits(maxInput: .max)).loadNamed(file.path)).map {
        SHA256.hexadecimal(of: $0.bytes) == file.sha256
      } == true
    }
  }

  private func checksum(of record: BatchRecord) -> String {
    var digest = SHA256()
    digest.add(Array(templateSum.utf8))
    record.data.add(to: &digest)
    return digest.finish()
  }
}

/// How many failures, and how many warnings, are told: the report holds all of them.
private let mostTold = 20
