import Glibc
import Synchronization
package import VanBan

/// Asks a run to end, and wakes it where it sleeps.
///
/// A pipe and not a condition: it can be told from the thread of the signals, and read with a time limit.
package final class StopSignal: Sendable {
  private let isSet = Atomic<Bool>(false)
  private let reading: Int32
  private let writing: Int32

  /// A signal that nobody has given.
  package init() {
    var ends: [Int32] = [-1, -1]
    // Without a pipe, sleep ends with its time and not at once.
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    if reading >= 0 { close(reading) }
    if writing >= 0 { close(writing) }
  }

  /// Asks the run to end after its current document.
  package func stop() {
    isSet.store(true, ordering: .sequentiallyConsistent)
    _ = [UInt8(1)].withUnsafeBytes { write(writing, $0.baseAddress, 1) }
  }

  /// Whether the run was asked to end.
  package var isStopped: Bool { isSet.load(ordering: .sequentiallyConsistent) }

  /// Sleeps, at most until it is asked to end.
  package func sleep(seconds: Int) {
    guard !isStopped else { return }
    var descriptor = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    poll(&descriptor, 1, Int32(clamping: seconds.multipliedReportingOverflow(by: 1000).partialValue))
  }
}

extension ScheduleRunner {
  /// When there is something to do next: the next due moment of the jobs, or the end of a failure's pause; `nil` where
  /// nothing is planned.
  package func nextMoment(of jobs: [Job]) throws(RenderError) -> Instant? {
    var moments: [Instant] = []
    for job in jobs where !job.isPaused {
      moments.append(try job.timetable().nextRun(after: now()).due)
      for period in try ledger.periods(of: job) where !period.isPlanned {
        if let next = period.nextAttempt { moments.append(next) }
      }
      for delivery in try ledger.deliveries(of: job.name, failedOnly: true) {
        if let next = delivery.nextAttempt { moments.append(next) }
      }
    }
    return moments.min()
  }

  /// Runs what is due again and again, until `stop` says so.
  ///
  /// Between two passes it sleeps until something is due, but never longer than a minute: jobs are added, clocks are set,
  /// and machines sleep meanwhile.
  ///
  /// Where the ledger cannot be read or written, `trouble` is told, and the next pass tries again.
  package func watch(
    _ names: [String],
    until stop: StopSignal,
    trouble: (RenderError) -> Void
  ) {
    while !stop.isStopped {
      var pause = Self.longestSleep
      do throws(RenderError) {
        let jobs = try ledger.jobs().filter { names.isEmpty || names.contains($0.name) }
        _ = try run(jobs)
        if let next = try nextMoment(of: jobs) {
          pause = min(max(next.seconds - now().seconds, 1), Self.longestSleep)
        }
      } catch {
        trouble(error)
      }
      stop.sleep(seconds: pause)
    }
  }

  private static var longestSleep: Int { 60 }
}
