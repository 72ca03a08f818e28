import Glibc

/// How long one stage of a run took.
public struct StageTime: Sendable, Hashable {
  /// The stage, such as `layout`.
  public var name: String
  /// Wall time in milliseconds.
  public var milliseconds: Double
  /// The process's peak resident memory after the stage, in KiB.
  public var peakKiB: Int
}

/// Measures the stages of a run.
///
/// Nothing that is measured reaches a page.
struct StageClock {
  private(set) var stages: [StageTime] = []
  private var started = Self.now()

  /// Ends the stage that began with the last call, or with the clock.
  mutating func end(_ name: String) {
    let time = Self.now()
    add(name, milliseconds: Double(time - started) / 1_000_000)
    started = time
  }

  /// Ends a stage, less `nanoseconds` in which it waited for another one.
  mutating func end(_ name: String, without nanoseconds: Int) {
    let time = Self.now()
    add(name, milliseconds: Double(time - started - nanoseconds) / 1_000_000)
    started = time
  }

  /// Adds a stage that was measured apart, because it runs beside another one.
  mutating func add(_ name: String, milliseconds: Double) {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    stages.append(StageTime(name: name, milliseconds: milliseconds, peakKiB: usage.ru_maxrss))
  }

  /// Nanoseconds since some fixed moment.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
