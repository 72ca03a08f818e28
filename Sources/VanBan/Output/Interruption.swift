import Glibc

/// What ended a run from outside.
public enum Interruption: Sendable {
  /// Ctrl-C, or a request to end.
  case signal
  /// The time that was allowed is over.
  case timeout
  /// VanBan itself failed.
  case fault
}

/// Watches for interruptions from a thread of its own, and ends the process with no temporary file left.
///
/// Called once, before other threads begin: they inherit that the signals wait for the watcher.
/// - Parameters:
///   - seconds: how long the run may take; `nil` for as long as it likes.
///   - gently: told of the first signal; `true` if the run will end by itself soon, so that only a second one ends it here.
///   - status: the exit status for what happened; may print.
public func watchForInterruptions(
  seconds: Double?,
  gently: (@Sendable () -> Bool)? = nil,
  status: @escaping @Sendable (Interruption) -> Int32
) {
  // A closed pipe is an error of the write, which names the file; the signal would end the process without a word.
  signal(SIGPIPE, SIG_IGN)
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, SIGINT)
  sigaddset(&signals, SIGTERM)
  sigaddset(&signals, faultSignal)
  pthread_sigmask(SIG_BLOCK, &signals, nil)
  let watch = Unmanaged.passRetained(Watch(signals: signals, seconds: seconds, gently: gently, status: status))
  var thread = pthread_t()
  let reason = pthread_create(
    &thread,
    nil,
    { context in
      guard let context else { return nil }
      Unmanaged<Watch>.fromOpaque(context).takeRetainedValue().run()
      return nil
    },
    watch.toOpaque()
  )
  if reason != 0 {
    // Without a watcher the signals end the process by themselves, as they did before.
    watch.release()
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  } else {
    pthread_detach(thread)
    catchFaults()
  }
}

/// Wakes the watcher where the calling thread fails, on a stack of its own: the usual one may be what overflowed.
private func catchFaults() {
  var stack = stack_t()
  stack.ss_sp = handlerStack.baseAddress
  stack.ss_size = handlerStack.count
  sigaltstack(&stack, nil)
  var action = sigaction()
  action.__sigaction_handler.sa_handler = wakeWatcher
  action.sa_flags = Int32(SA_ONSTACK)
  for number in faults { sigaction(number, &action, nil) }
  // Whoever started this process may have left them blocked, as Foundation's worker threads do.
  maskFaults(SIG_UNBLOCK)
}

/// The stack of the fault handler, as long as the process: a handler may run until its end.
///
/// Written by the system alone, and only while the process fails.
nonisolated(unsafe) private let handlerStack = UnsafeMutableRawBufferPointer.allocate(
  byteCount: 64 << 10,
  alignment: 16
)

/// Runs work on a thread that has a stack for the fault handler of its own, as the first thread has.
func withFaultStack(_ work: () -> Void) {
  let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  defer { memory.deallocate() }
  var stack = stack_t()
  stack.ss_sp = memory.baseAddress
  stack.ss_size = memory.count
  var before = stack_t()
  sigaltstack(&stack, &before)
  work()
  before.ss_flags |= Int32(SS_DISABLE)
  sigaltstack(&before, nil)
}

private func maskFaults(_ change: Int32) {
  var signals = sigset_t()
  sigemptyset(&signals)
  for number in faults { sigaddset(&signals, number) }
  pthread_sigmask(change, &signals, nil)
}

/// What the system sends a process that fails.
private let faults = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS]

/// Wakes the watcher where this process has failed; no other use of it is known here.
private let faultSignal = SIGUSR1

/// Runs inside a signal handler: only calls that are safe there (POSIX, 2.4.3).
///
/// The watcher ends the process.
private func wakeWatcher(_ number: Int32) {
  kill(getpid(), SIGUSR1)
  while true { pause() }
}

private final class Watch {
  private var signals: sigset_t
  private let seconds: Double?
  private var gently: (@Sendable () -> Bool)?
  private let status: @Sendable (Interruption) -> Int32

  init(
    signals: sigset_t,
    seconds: Double?,
    gently: (@Sendable () -> Bool)?,
    status: @escaping @Sendable (Interruption) -> Int32
  ) {
    self.signals = signals
    self.seconds = seconds
    self.gently = gently
    self.status = status
  }

  func run() {
    // The handler would stop the thread that it is to wake, were one of these sent to the process as a whole.
    maskFaults(SIG_BLOCK)
    var interruption = wait()
    while case .signal = interruption, let gently {
      self.gently = nil
      guard gently() else { break }
      interruption = wait()
    }
    OpenOutputs.shared.removeAllAndExit(status(interruption))
  }

  private func wait() -> Interruption {
    while true {
      var number: Int32 = 0
      if let seconds {
        var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(seconds.truncatingRemainder(dividingBy: 1) * 1e9))
        number = sigtimedwait(&signals, nil, &time)
        if number < 0, errno == EAGAIN { return .timeout }
        if number > 0 { return number == faultSignal ? .fault : .signal }
      } else if sigwait(&signals, &number) == 0 {
        return number == faultSignal ? .fault : .signal
      }
    }
  }
}
