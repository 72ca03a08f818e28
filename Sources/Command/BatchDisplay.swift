import Glibc
import VanBan

/// The progress of a batch, on one line of a terminal.
struct BatchDisplay {
  private let isShown: Bool
  private var width = 0

  /// Shown only where standard error is a terminal.
  init(isShown: Bool) {
    self.isShown = isShown && isatty(STDERR_FILENO) == 1
  }

  mutating func show(_ progress: BatchProgress) {
    guard isShown else { return }
    let share = progress.total > 0 ? progress.finished * 100 / progress.total : 100
    let left = progress.secondsLeft.map { ", \(duration($0)) left" } ?? ""
    let line = "\(progress.finished)/\(progress.total), \(share) %, \(decimals(progress.rate, 0)) a second\(left)"
    let padding = String(repeating: " ", count: max(0, width - line.count))
    width = line.count
    printToStandardError("\r\(line)\(padding)")
  }

  /// Takes the line away.
  mutating func clear() {
    if width > 0 { printToStandardError("\r\(String(repeating: " ", count: width))\r") }
    width = 0
  }

  private func duration(_ seconds: Double) -> String {
    let whole = Int(min(max(seconds.rounded(.up), 0), 360_000))
    if whole < 60 { return "\(whole) s" }
    return whole < 3600 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
