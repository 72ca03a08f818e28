import ArgumentParser
import VanBan

/// One run of a command that lays out a document: watches for interruptions, reports, and ends with the right status.
struct Session {
  let options: CommonOptions
  let context: RenderContext

  /// Begins a run; from here on an interruption leaves no temporary file.
  ///
  /// `beforeEnding` is called first then, on another thread: work that can end in order does so.
  init(
    _ given: CommonOptions,
    data: [String],
    beforeEnding: @escaping @Sendable (Interruption) -> Void = { _ in }
  ) throws {
    let options = try given.withEnvironment()
    self.options = options
    let json = options.json
    let seconds = options.timeout?.value
    watchForInterruptions(seconds: seconds) { interruption in
      beforeEnding(interruption)
      switch interruption {
      case .signal: return ExitStatus.interrupted
      case .timeout:
        let error = RenderError(
          .input,
          "the run took longer than \(seconds ?? 0) seconds",
          help: "raise --timeout, or look for a template that repeats without end"
        )
        printToStandardError(describe(error, json: json))
        return ExitStatus.input
      case .fault:
        let error = RenderError(.fault, "vanban \(vanBanVersion) failed on this input")
        printToStandardError(describe(error, json: json))
        return ExitStatus.fault
      }
    }
    let installation = try Session.reporting(json: json) { () throws(RenderError) in try Installation.find() }
    context = RenderContext(installation: installation, settings: options.renderSettings(data: data))
  }

  /// Runs `work`, prints the diagnostics, and throws the exit status where it is not 0.
  func finish<Result>(_ work: (RenderContext) throws(RenderError) -> Result?) throws -> Result? {
    let result: Result?
    do throws(RenderError) {
      result = try work(context)
    } catch {
      printDiagnostics()
      printToStandardError(describe(error, json: options.json))
      throw ExitCode(ExitStatus.of(error.kind))
    }
    printDiagnostics()
    if options.timing { printToStandardError(timingTable(context.stages)) }
    if let kind = context.failure { throw ExitCode(ExitStatus.of(kind)) }
    return result
  }

  /// Ends with status 3 where warnings are to count.
  func failOnWarnings() throws {
    if options.failOnWarnings, context.warningCount > 0 { throw ExitCode(ExitStatus.warnings) }
  }

  /// How diagnostics are written.
  var style: DiagnosticStyle { options.json ? .jsonLines : usesColors ? .colored : .plain }

  private func printDiagnostics() {
    printToStandardError(context.diagnostics(as: style, errorsOnly: options.quiet))
  }

  /// Runs work that may fail before there is a context.
  static func reporting<Result>(json: Bool, _ work: () throws(RenderError) -> Result) throws -> Result {
    do throws(RenderError) {
      return try work()
    } catch {
      printToStandardError(describe(error, json: json))
      throw ExitCode(ExitStatus.of(error.kind))
    }
  }
}

private func timingTable(_ stages: [StageTime]) -> String {
  let total = stages.reduce(0) { $0 + $1.milliseconds }
  return stages.reduce("") { text, stage in
    let share = total > 0 ? Int((stage.milliseconds / total * 100).rounded()) : 0
    let name = stage.name + String(repeating: " ", count: max(1, 12 - stage.name.count))
    let figures = [
      decimals(stage.milliseconds, 2) + " ms", "\(share) %", decimals(Double(stage.peakKiB) / 1024, 1) + " MB",
    ]
    return text + name + figures.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined() + "\n"
  }
}

/// A number with a fixed count of decimals.
func decimals(_ number: Double, _ places: Int) -> String {
  let scale = (0..<places).reduce(1) { result, _ in result * 10 }
  let scaled = Int((number * Double(scale)).rounded())
  guard places > 0 else { return String(scaled) }
  let fraction = String(scaled % scale)
  return "\(scaled / scale)." + String(repeating: "0", count: places - fraction.count) + fraction
}
