import Glibc
import Layout

/// Pages on their way to the painter, which works on a thread of its own while the next ones are laid out.
///
/// Where the painter is several pages behind, layout waits, so that memory does not grow with the document. One thread
/// adds the pages and ends the lane.
final class PaintLane {
  private static let capacity = 8

  private let paint: (Page) throws(RenderError) -> Void
  private let isBeside: Bool
  private var painter: (job: Job, thread: pthread_t)?
  /// How long layout waited for the painter, or painted by itself, in nanoseconds.
  private(set) var waited = 0
  /// How long pages were painted, in nanoseconds; of use once the lane has ended.
  private(set) var painted = 0

  // What both threads use, with the lock held.
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var pages: [Page] = []
  private var isEnded = false
  private var failure: RenderError?

  /// A lane to `paint`, which is called for each page in order: on another thread if `isBeside`.
  init(isBeside: Bool, paint: @escaping (Page) throws(RenderError) -> Void) {
    self.isBeside = isBeside
    self.paint = paint
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  /// Hands over the next page.
  ///
  /// - Throws: what painting this page, or one before, failed with.
  func add(_ page: Page) throws(RenderError) {
    let begun = StageClock.now()
    defer { waited += StageClock.now() - begun }
    if isBeside, painter == nil { begin() }
    guard painter != nil else { return try paintTimed(page) }
    let failure = locked {
      while pages.count >= Self.capacity, self.failure == nil { pthread_cond_wait(changed, lock) }
      pages.append(page)
      pthread_cond_signal(changed)
      return self.failure
    }
    if let failure { throw failure }
  }

  /// Waits until all pages are painted, or drops those that wait if `isFailed`.
  ///
  /// - Throws: what painting failed with.
  func end(isFailed: Bool) throws(RenderError) {
    guard let painter else { return }
    let begun = StageClock.now()
    locked {
      isEnded = true
      if isFailed { pages = [] }
      pthread_cond_signal(changed)
    }
    pthread_join(painter.thread, nil)
    self.painter = nil
    waited += StageClock.now() - begun
    if let failure { throw failure }
  }

  private func begin() {
    let job = Job { [unowned self] in
      while let page = takePage() {
        do throws(RenderError) {
          try paintTimed(page)
        } catch {
          return fail(error)
        }
      }
    }
    painter = job.begin().map { (job, $0) }
  }

  /// The next page, waited for; `nil` after the last.
  private func takePage() -> Page? {
    locked {
      while pages.isEmpty, !isEnded { pthread_cond_wait(changed, lock) }
      guard !pages.isEmpty else { return nil }
      pthread_cond_signal(changed)
      return pages.removeFirst()
    }
  }

  private func fail(_ error: RenderError) {
    locked {
      failure = error
      pthread_cond_signal(changed)
    }
  }

  private func paintTimed(_ page: Page) throws(RenderError) {
    let begun = StageClock.now()
    defer { painted += StageClock.now() - begun }
    try paint(page)
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }
}
