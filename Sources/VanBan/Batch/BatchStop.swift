import Glibc
import Synchronization

/// Asks a batch to end after the documents that are being made.
public final class BatchStop: Sendable {
  private let isAsked = Atomic(false)
  private let isOver = Atomic(false)

  /// Nobody has asked yet.
  public init() {}

  /// Whether the batch is to end.
  public var isRequested: Bool { isAsked.load(ordering: .acquiring) }

  /// Asks the batch to end, and waits until it has, for `seconds` at most.
  ///
  /// - Returns: whether it has ended.
  public func request(waiting seconds: Double) -> Bool {
    isAsked.store(true, ordering: .releasing)
    for _ in 0..<max(1, Int(seconds * 200)) {
      if isOver.load(ordering: .acquiring) { return true }
      usleep(5000)
    }
    return false
  }

  /// Says that the batch has ended and its report is whole.
  func finish() { isOver.store(true, ordering: .releasing) }
}
