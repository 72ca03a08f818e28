import Files
import Glibc

/// One run as leases know it: which process on which machine.
///
/// A process that has ended on this machine is known to have ended, so that the next run need not wait for its leases.
package struct Owner: Sendable, Equatable {
  /// The machine's start and the space of process numbers: numbers of another one say nothing.
  private let space: String
  private let process: Int
  /// Numbers of processes are used again; the start of a process is not.
  private let start: String

  /// This process.
  package static let current = Owner(process: Int(getpid()))

  private init(process: Int) {
    self.process = process
    space = Self.currentSpace
    start = Self.start(of: process) ?? "?"
  }

  private static let currentSpace: String = {
    let boot = text("/proc/sys/kernel/random/boot_id") ?? "?"
    return "\(boot)/\(link("/proc/self/ns/pid") ?? "?")"
  }()

  /// Whether the owner of a lease is known to have ended: a process of this machine that is gone.
  package static func isDead(_ owner: String) -> Bool {
    let parts = owner.split(separator: " ")
    guard parts.count == 3, parts[0] == currentSpace, !parts[0].contains("?"), let process = Int(parts[1]) else {
      return false
    }
    return start(of: process) != String(parts[2])
  }

  /// When a process began, in ticks since the machine did; `nil` for one that has ended.
  private static func start(of process: Int) -> String? {
    // proc(5): the name stands in parentheses and may hold anything; then the state is field 3, the start 22.
    guard let facts = text("/proc/\(process)/stat"), let name = facts.lastIndex(of: ")") else { return nil }
    let fields = facts[name...].dropFirst().split(separator: " ")
    // A zombie holds nothing any more.
    guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
    return String(fields[19])
  }

  private static func text(_ path: String) -> String? {
    let loader = FileLoader()
    guard let file = try? loader.loadNamed(path) else { return nil }
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
  }

  private static func link(_ path: String) -> String? {
    let bytes = [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { target in
        target.baseAddress.map { max(0, readlink(path, $0, target.count)) } ?? 0
      }
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}

extension Owner: CustomStringConvertible {
  /// As leases keep it.
  package var description: String { "\(space) \(process) \(start)" }
}
