import Diagnostics
import Files
import Glibc
import Values

/// What the contexts of a batch begin with: everything the first one has read.
struct ContextSeed: Sendable {
  var installation: Installation
  var settings: RenderSettings
  var files: FileLoader.Contents

  init(_ context: RenderContext) {
    installation = context.installation
    settings = context.settings
    files = context.loader.contents
  }
}

extension RenderContext {
  /// A context that has read what another one had, for another thread.
  convenience init(_ seed: ContextSeed) {
    self.init(installation: seed.installation, settings: seed.settings, loader: FileLoader(seed.files))
    keepsChecksums = true
    paintsBeside = false
  }

  /// Makes the document of a record, on the thread it is called on.
  ///
  /// - Returns: `nil` where errors were reported.
  func render(_ record: BatchRecord, of plan: BatchPlan) throws(RenderError) -> RenderSummary? {
    let started = StageClock.now()
    begin(with: record.problems)
    if let failure = record.failure { throw failure }
    guard let name = record.name, !found.hasErrors else { return nil }
    try makeFolder(parentFolder(name.path(page: 1)))
    let date = settings.date ?? DocumentDate(data: record.data)
    let source = DocumentSource(tree: plan.tree, data: record.data, date: date, sample: nil)
    guard let document = try prepare(source, of: plan.template) else { return nil }
    return try render(document, to: name, format: plan.format, since: started)
  }

  /// The line of the report for the document that was made last.
  func reportLine(of record: BatchRecord, summary: RenderSummary?, failure: RenderError?, input: String) -> String {
    let files = summary.map { Array(zip($0.outputs, checksums)) } ?? []
    let failures = failure.map { [String($0.jsonLine.dropLast())] } ?? []
    let problems = diagnostics(as: .jsonLines).split(separator: "\n").map(String.init) + failures
    let sums = files.map { "{\"path\":\(quoted($0.0)),\"sha256\":\(quoted($0.1))}" }
    let fields: [(String, String)] = [
      ("number", "\(record.number)"), ("key", quoted(record.key)),
      ("output", record.name.map { quoted($0.path(page: 1)) } ?? "null"),
      ("status", quoted(summary == nil ? "failed" : "done")), ("pages", summary.map { "\($0.pages)" } ?? "null"),
      ("sha256", files.first.map { quoted($0.1) } ?? "null"),
      ("milliseconds", summary.map { "\(Int($0.milliseconds.rounded()))" } ?? "null"),
      ("files", "[" + sums.joined(separator: ",") + "]"), ("input", quoted(input)),
      ("diagnostics", "[" + problems.joined(separator: ",") + "]"),
    ]
    return "{" + fields.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }
}

/// Twice the threads that run at once: half of them wait for the disk, which makes each document durable.
func usualWorkers() -> Int {
  max(1, allowedProcessors() ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) * 2
}

/// The processors that this process may use, as the kernel tells it: fewer than there are under `taskset` or in a job of a
/// cluster.
private func allowedProcessors() -> Int? {
  guard let file = try? FileLoader().loadNamed("/proc/self/status") else { return nil }
  let mark = "Cpus_allowed:"
  for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n") where line.hasPrefix(mark) {
    let count = line.dropFirst(mark.count).reduce(0) { $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0) }
    return count > 0 ? count : nil
  }
  return nil
}

/// Waits a little.
func rest() { usleep(20_000) }
