import Foundation
import Glibc

/// A print server with printers of its own, for tests: CUPS and `ippeveprinter` on loopback, in a temporary folder.
///
/// Nothing of the machine's own CUPS is used, and a bus of its own makes `ippeveprinter` content without Avahi. The
/// processes are children of a shell that ends them when this process has gone, however it went.
package final class PrintService: Sendable {
  /// The port of the server on 127.0.0.1.
  package let port: Int
  /// What CUPS_SERVER is to be.
  package var address: String { "127.0.0.1:\(port)" }

  private let folder: String
  private let supervisor: Supervisor

  /// Why the services cannot run here; `nil` where they can.
  package static let missing: String? = {
    let programs = [
      "/usr/sbin/cupsd", "/usr/sbin/ippeveprinter", "/usr/sbin/lpadmin", "/usr/bin/dbus-daemon",
      "/usr/lib/cups/filter/pdftopdf", "/usr/lib/cups/backend/ipp",
    ]
    let absent = programs.filter { !FileManager.default.isExecutableFile(atPath: $0) }
    if !absent.isEmpty { return "not installed: \(absent.joined(separator: ", ")); see TEST_PACKAGES in the Makefile" }
    return geteuid() == 0 ? nil : "CUPS runs its filters as another user, which takes root"
  }()

  /// The server that tests share: each of them makes printers of its own there.
  package static let shared = Result { try PrintService() }

  /// Starts a server, and waits until it answers.
  package init() throws {
    folder = try Self.temporaryFolder()
    port = try freePort()
    for name in ["root", "spool", "state", "cache", "log", "tmp"] {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    }
    try write(cupsConfiguration(folder: folder, port: port), "\(folder)/cupsd.conf")
    try write(cupsFiles(folder: folder), "\(folder)/cups-files.conf")
    supervisor = try Supervisor(
      ["/usr/sbin/cupsd", "-f", "-c", "\(folder)/cupsd.conf", "-s", "\(folder)/cups-files.conf"],
      log: "\(folder)/log/cupsd",
      afterwardsRemoving: folder
    )
    let port = port
    guard waits(until: { canConnect(to: port) }) else { throw ServiceError("cupsd does not answer") }
  }

  /// Ends the server as a crash would.
  package func kill() { supervisor.kill() }

  /// Runs a program of CUPS against the server; gives its output.
  @discardableResult
  package func run(_ program: String, _ arguments: [String]) throws -> String {
    try runProgram(program, arguments, environment: ["CUPS_SERVER": address, "PATH": "/usr/bin:/bin:/usr/sbin"])
  }

  /// What went wrong, in the server's own words.
  package var log: String { (try? String(contentsOfFile: "\(folder)/log/error", encoding: .utf8)) ?? "" }

  fileprivate static func temporaryFolder() throws -> String {
    // CUPS's filters run as another user, who must be able to enter.
    let path = "/tmp/vanban-cups-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }
}

/// A printer that keeps what it gets, with a queue of its own.
package final class TestPrinter: Sendable {
  /// Whether it prints both sides.
  package enum Kind: Sendable { case simplex, duplex }

  /// What arrived.
  package struct Sheet: Sendable {
    /// The PDF file.
    package var path: String
    /// What the printer was told: `IPP_COPIES`, `IPP_SIDES` and more.
    package var environment: [String: String]
  }

  /// The queue's name.
  package let queue: String
  private let folder: String
  private let port: Int
  private let supervisor: Supervisor

  /// Switches a printer on and makes a queue for it.
  package init(_ queue: String, _ kind: Kind = .duplex, on service: PrintService) throws {
    self.queue = queue
    folder = try PrintService.temporaryFolder()
    port = try freePort()
    for name in ["got", "spool"] {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    }
    try write(keepScript(folder: folder), "\(folder)/keep.sh")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/keep.sh")
    let bus = try TestBus.shared.get()
    let sides = kind == .duplex ? ["-2"] : []
    supervisor = try Supervisor(
      ["/usr/sbin/ippeveprinter"] + sides
        + [
          "-r", "off", "-p", "\(port)", "-n", "localhost", "-c", "\(folder)/keep.sh", "-f", "application/pdf", "-d",
          "\(folder)/spool", "Test \(queue)",
        ],
      environment: ["DBUS_SYSTEM_BUS_ADDRESS": bus.address, "PATH": "/usr/bin:/bin"],
      log: "\(folder)/log",
      afterwardsRemoving: folder
    )
    let port = port
    guard waits(until: { canConnect(to: port) }) else { throw ServiceError("ippeveprinter does not answer") }
    let device = "ipp://localhost:\(port)/ipp/print"
    try service.run(
      "lpadmin",
      ["-p", queue, "-E", "-v", device, "-m", "everywhere", "-o", "printer-error-policy=retry-job"]
    )
    // The queue's capabilities are read from the printer a moment later.
    guard waits(until: { (try? service.run("lpoptions", ["-p", queue, "-l"]))?.contains("PageSize") == true }) else {
      throw ServiceError("the queue \(queue) was not made")
    }
  }

  /// Switches it off.
  package func switchOff() {
    supervisor.kill()
    // Its threads end one after the other, and the socket with the last.
    let port = port
    _ = waits { !canConnect(to: port) }
  }

  /// What arrived so far, in order.
  package var sheets: [Sheet] {
    get throws {
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/got").filter { $0.hasSuffix(".env") }
      let numbers = names.compactMap { Int($0.dropLast(4)) }.sorted()
      return try numbers.map { number in
        let text = try String(contentsOfFile: "\(folder)/got/\(number).env", encoding: .utf8)
        let pairs = text.split(separator: "\n").compactMap { line -> (String, String)? in
          let parts = line.split(separator: "=", maxSplits: 1)
          return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        }
        return Sheet(path: "\(folder)/got/\(number).pdf", environment: Dictionary(pairs) { $1 })
      }
    }
  }

  /// Waits until so many documents arrived; gives them, however many there are.
  package func sheets(atLeast count: Int) throws -> [Sheet] {
    _ = waits { ((try? self.sheets.count) ?? 0) >= count }
    return try sheets
  }
}

/// A relay in front of a print server that breaks one connection.
package final class TestRelay: Sendable {
  /// The port to connect to.
  package let port: Int
  private let supervisor: Supervisor

  /// What is broken off.
  package enum Break: Sendable {
    /// The answer to a Create-Job, and every connection after it.
    case createAnswerAndAll
    /// The answer to a Create-Job: the job is made, and nobody hears of it.
    case createAnswer
    /// A Send-Document after so many bytes.
    case document(bytes: Int)
    /// The answer to a Send-Document: the document is there, and nobody hears of it.
    case documentAnswer
  }

  /// A relay that breaks the first connection in which it comes to that.
  package init(to service: PrintService, breaking place: Break) throws {
    let folder = try PrintService.temporaryFolder()
    port = try freePort()
    try write(relayScript, "\(folder)/relay.py")
    // The numbers of the operations: RFC 8011, 5.4.15.
    let arguments =
      switch place {
      case .createAnswer: ["5", "end"]
      case .createAnswerAndAll: ["5", "end", "all"]
      case .document(let bytes): ["6", "\(bytes)"]
      case .documentAnswer: ["6", "end"]
      }
    supervisor = try Supervisor(
      ["python3", "\(folder)/relay.py", "\(port)", "\(service.port)"] + arguments,
      log: "\(folder)/log",
      afterwardsRemoving: folder
    )
    let port = port
    guard waits(until: { canConnect(to: port) }) else { throw ServiceError("the relay does not answer") }
  }

  /// Ends it, and with it every connection.
  package func kill() { supervisor.kill() }
}

/// A bus for `ippeveprinter`, which does not start without one.
private final class TestBus: Sendable {
  static let shared = Result { try TestBus() }

  let address: String
  private let supervisor: Supervisor

  init() throws {
    let folder = try PrintService.temporaryFolder()
    address = "unix:path=\(folder)/bus"
    try write(busConfiguration(address: address), "\(folder)/bus.conf")
    supervisor = try Supervisor(
      ["/usr/bin/dbus-daemon", "--nofork", "--config-file=\(folder)/bus.conf"],
      log: "\(folder)/log",
      afterwardsRemoving: folder
    )
    guard waits(until: { FileManager.default.fileExists(atPath: "\(folder)/bus") }) else {
      throw ServiceError("dbus-daemon does not start")
    }
  }
}

/// A program that ends with this object or with this process.
///
/// `@unchecked`: the process is only started, and told to end, which is safe from any thread.
private final class Supervisor: @unchecked Sendable {
  private let process = Process()
  private let lifeline = Pipe()
  private let pidFile: String

  init(
    _ command: [String],
    environment: [String: String] = ["PATH": "/usr/bin:/bin:/usr/sbin"],
    log: String,
    afterwardsRemoving folder: String
  ) throws {
    pidFile = "\(log).pid"
    // The pipe closes when this process goes, even by kill -9; the shell then ends the program and clears up.
    let script = """
      log=$1; folder=$2; shift 2
      "$@" >"$log" 2>&1 </dev/null & pid=$!
      echo $pid >"$log.pid.new"; mv "$log.pid.new" "$log.pid"
      read -r _
      # Its children too: a backend of cupsd tries to reach its printer for ever.
      kill -9 $pid $(cat /proc/$pid/task/$pid/children) 2>/dev/null; wait $pid 2>/dev/null
      rm -rf "$folder"
      """
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, "supervisor", log, folder] + command
    process.environment = environment
    process.standardInput = lifeline
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let pidFile = pidFile
    guard waits(until: { FileManager.default.fileExists(atPath: pidFile) }) else {
      throw ServiceError("\(command[0]) does not start")
    }
  }

  deinit { try? lifeline.fileHandleForWriting.close() }

  func kill() {
    guard let text = try? String(contentsOfFile: pidFile, encoding: .utf8),
      let pid = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))
    else { return }
    _ = Glibc.kill(pid, SIGKILL)
    _ = waits { Glibc.kill(pid, 0) != 0 || isZombie(pid) }
  }

  private func isZombie(_ pid: pid_t) -> Bool {
    let text = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
    return text.split(separator: ")").last?.split(separator: " ").first == "Z"
  }
}

/// A service that does not run.
package struct ServiceError: Error, CustomStringConvertible {
  package var description: String

  init(_ description: String) { self.description = description }
}

/// Runs a program to its end; gives its output, errors included.
@discardableResult
package func runProgram(_ program: String, _ arguments: [String], environment: [String: String]? = nil) throws -> String
{
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.environment = environment ?? ["PATH": "/usr/bin:/bin:/usr/sbin"]
  let output = Pipe()
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = output
  process.standardError = output
  try process.run()
  let bytes = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: bytes, as: UTF8.self)
}

/// Asks again and again, for ten seconds at most.
package func waits(until isTrue: () -> Bool) -> Bool {
  for _ in 0..<500 {
    if isTrue() { return true }
    usleep(20_000)
  }
  return isTrue()
}

/// A port of 127.0.0.1 on which nothing listens.
package func freePort() throws -> Int {
  let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(descriptor) }
  var address = loopback(port: 0)
  var size = socklen_t(MemoryLayout<sockaddr_in>.size)
  let status = withUnsafeMutablePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(descriptor, $0, size) | getsockname(descriptor, $0, &size)
    }
  }
  guard status == 0 else { throw ServiceError("no free port") }
  return Int(UInt16(bigEndian: address.sin_port))
}

private func canConnect(to port: Int) -> Bool {
  let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(descriptor) }
  var address = loopback(port: port)
  return withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
    }
  }
}

private func loopback(port: Int) -> sockaddr_in {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  return address
}

private func write(_ text: String, _ path: String) throws {
  try Data(text.utf8).write(to: URL(filePath: path))
}
