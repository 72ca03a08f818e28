import Diagnostics
import Values

/// What a batch is told beside the settings of each document.
public struct BatchSettings: Sendable, Hashable {
  /// Where the records are: `FILE`, `FILE#path` for a list inside it, with `name=` before to put each under a name.
  public var each: String
  /// A folder, or a name that may hold `{path.in.data}`, `{number}` and `{key}`.
  public var output: String
  /// What is written, where the name does not say it.
  public var format: OutputFormat?
  /// The field that tells records apart; without one it is the output's name.
  public var key: String?
  /// The share of the records to make.
  public var shard: BatchShard?
  /// How many threads work; `nil` for what suits the machine.
  public var workers: Int?
  /// The report's file; without one it lies in the output's folder.
  public var report: String?
  /// Whether records that the report says are done are left as they are.
  public var resumes = false
  /// How diagnostics of single records are written.
  public var diagnosticStyle = DiagnosticStyle.plain

  /// A batch of the records in `each`, written to `output`.
  public init(each: String, output: String) {
    self.each = each
    self.output = output
  }
}

/// A fixed share of the records, the same in every run: the first of four is `1/4`.
public struct BatchShard: Sendable, Hashable {
  /// Which share, from 1.
  public var index: Int
  /// How many shares there are.
  public var count: Int

  /// Reads `k/n`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1, count <= 1_000_000,
      (1...count).contains(index)
    else { return nil }
    self.index = index
    self.count = count
  }

  /// Whether the record of a key belongs to the share.
  ///
  /// By a hash that stays what it is in every version and on every machine: FNV-1a of 64 bits, its bits mixed as by
  /// SplitMix64, because the low bits of FNV alone follow those of the last letters.
  public func holds(key: String) -> Bool {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    hash ^= hash >> 31
    return Int(hash % UInt64(count)) == index - 1
  }
}

/// What a batch came to.
public struct BatchSummary: Sendable, Hashable {
  /// Records made now.
  public var done = 0
  /// Records that failed.
  public var failed = 0
  /// Records that an earlier run had made, left as they are.
  public var skipped = 0
  /// Records that were not begun, as the run was interrupted.
  public var left = 0
  /// Records that failed because of the surroundings, among those that failed.
  public var failedBySurroundings = 0
  /// Documents with warnings.
  public var warned = 0
  /// Pages made now.
  public var pages = 0
  /// Wall time of the whole run.
  public var milliseconds = 0.0
  /// The report's file.
  public var report = ""

  /// Nothing yet.
  public init() {}

  /// Every record of the share.
  public var total: Int { done + failed + skipped + left }

  /// The summary as a JSON object.
  public var jsonLine: String {
    "{\"done\":\(done),\"failed\":\(failed),\"skipped\":\(skipped),\"left\":\(left),\"pages\":\(pages),"
      + "\"report\":\(quoted(report))}"
  }
}

/// How far a batch is.
public struct BatchProgress: Sendable, Hashable {
  /// Records that are over: made, failed or skipped.
  public var finished: Int
  /// Records made or failed in this run.
  public var worked: Int
  /// Records in all.
  public var total: Int
  /// Seconds since the first record was begun.
  public var seconds: Double

  /// Records a second in this run; 0 before the first.
  public var rate: Double { seconds > 0 ? Double(worked) / seconds : 0 }

  /// Seconds that the others will take at this rate; `nil` before the first.
  public var secondsLeft: Double? { rate > 0 ? Double(total - finished) / rate : nil }
}
