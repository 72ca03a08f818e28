import Glibc

/// Runs work on a thread whose stack takes the deepest tree that is read: 256 elements inside each other.
///
/// Layout goes down one call after the other for each level; the stacks of ordinary threads, and those of task pools even
/// more so, end far earlier. The memory is taken only as far as it is used.
func withDeepStack<Result, Failure: Error>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
  var outcome: Swift.Result<Result, Failure>?
  withoutActuallyEscaping(work) { work in
    let job = Job {
      do throws(Failure) {
        outcome = .success(try work())
      } catch {
        outcome = .failure(error)
      }
    }
    if !job.runOnThread() { job.run() }
  }
  guard let outcome else { return try work() }
  return try outcome.get()
}

/// Work for another thread while this one waits: nothing is shared at the same time.
private final class Job {
  private let work: () -> Void
  private static let stackSize = 512 << 20

  init(_ work: @escaping () -> Void) { self.work = work }

  func run() { work() }

  /// Gives `false` where no thread could begin.
  func runOnThread() -> Bool {
    // Its initialiser is found in the module that was loaded first, which need not be Glibc: libyaml includes the header too.
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    defer { attributes.deallocate() }
    guard pthread_attr_init(attributes) == 0 else { return false }
    defer { pthread_attr_destroy(attributes) }
    guard pthread_attr_setstacksize(attributes, Self.stackSize) == 0 else { return false }
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
    guard failure == 0 else { return false }
    pthread_join(thread, nil)
    return true
  }
}
