import Glibc

/// Runs work on a thread whose stack takes the deepest tree that is read: 256 elements inside each other.
///
/// Layout goes down one call after the other for each level; the stacks of ordinary threads, and those of task pools even
/// more so, end far earlier. The memory is taken only as far as it is used.
///
/// `meanwhile` runs on the calling thread, which would only wait.
func withDeepStack<Result, Failure: Error>(
  _ work: () throws(Failure) -> Result,
  meanwhile: () -> Void = {}
) throws(Failure) -> Result {
  var outcome: Swift.Result<Result, Failure>?
  withoutActuallyEscaping(work) { work in
    let job = Job {
      do throws(Failure) {
        outcome = .success(try work())
      } catch {
        outcome = .failure(error)
      }
    }
    if !job.runOnThread(meanwhile: meanwhile) { job.run() }
  }
  guard let outcome else { return try work() }
  return try outcome.get()
}

/// Runs work on several such threads at the same time, each told its number; returns when all have ended.
///
/// `meanwhile` runs on this thread once they have begun. Where no thread can begin, the work is done on this one.
func onDeepStacks(_ count: Int, _ work: @Sendable (Int) -> Void, meanwhile: () -> Void) {
  withoutActuallyEscaping(work) { work in
    let jobs = (0..<max(1, count)).map { index in Job { work(index) } }
    // The threads hold no reference of their own.
    withExtendedLifetime(jobs) {
      let threads = jobs.map { $0.begin() }
      if threads.allSatisfy({ $0 == nil }) { jobs[0].run() }
      meanwhile()
      for case let thread? in threads { pthread_join(thread, nil) }
    }
  }
}

/// Work for another thread while this one waits: nothing is shared at the same time.
final class Job {
  private let work: () -> Void
  private static let stackSize = 512 << 20

  init(_ work: @escaping () -> Void) { self.work = work }

  func run() { work() }

  /// Gives `false` where no thread could begin.
  func runOnThread(meanwhile: () -> Void) -> Bool {
    guard let thread = begin() else { return false }
    meanwhile()
    pthread_join(thread, nil)
    return true
  }

  /// Begins the work on a thread, which is to be joined while this object lives; `nil` where none could begin.
  func begin() -> pthread_t? {
    // Its initialiser is found in the module that was loaded first, which need not be Glibc: libyaml includes the header too.
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    defer { attributes.deallocate() }
    guard pthread_attr_init(attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(attributes) }
    guard pthread_attr_setstacksize(attributes, Self.stackSize) == 0 else { return nil }
    var thread = pthread_t()
    let context = Unmanaged.passUnretained(self).toOpaque()
    let failure = pthread_create(
      &thread,
      attributes,
      { context in
        guard let context else { return nil }
        withFaultStack { Unmanaged<Job>.fromOpaque(context).takeUnretainedValue().run() }
        return nil
      },
      context
    )
    return failure == 0 ? thread : nil
  }
}
