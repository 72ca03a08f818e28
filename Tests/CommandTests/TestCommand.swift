import Foundation
import Testing

/// The built program in a folder of its own, which goes with the test.
final class TestCommand {
  /// What a run came to.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "vanban-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The program that VANBAN_TEST_PROGRAM names, such as the release build's; else the one beside the tests' bundle.
  static var program: URL {
    if let path = ProcessInfo.processInfo.environment["VANBAN_TEST_PROGRAM"] {
      return URL(filePath: path).resolvingSymlinksInPath()
    }
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let products = bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
    return products.appending(path: "vanban")
  }

  /// The environment of every run: nothing of the tester's own but what a sanitizer is told.
  private static var surroundings: [String: String] {
    var result = ["PATH": "/usr/bin:/bin"]
    result["LSAN_OPTIONS"] = ProcessInfo.processInfo.environment["LSAN_OPTIONS"]
    return result
  }

  func write(_ text: String, to name: String) throws {
    let url = URL(filePath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(name)")), as: UTF8.self)
  }

  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// Runs the program in the folder; `limit` is an option of `ulimit`, such as `-f 1` for files of at most one kilobyte; `program` is another one than ours.
  func run(
    _ arguments: [String],
    environment: [String: String] = [:],
    input: String = "",
    limit: String? = nil,
    program: String? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = program.map { URL(filePath: $0) } ?? Self.program
    process.arguments = arguments
    if let limit {
      // SIGXFSZ is ignored, so that the write itself fails.
      process.executableURL = URL(filePath: "/bin/bash")
      let script = "trap '' XFSZ; ulimit \(limit); exec \"$0\" \"$@\""
      process.arguments = ["-c", script, Self.program.path] + arguments
    }
    try Data(input.utf8).write(to: URL(filePath: "\(folder)/stdin"))
    process.standardInput = FileHandle(forReadingAtPath: "\(folder)/stdin")
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = Self.surroundings.merging(environment) { $1 }
    let (output, errors) = ("\(folder)/stdout", "\(folder)/stderr")
    for path in [output, errors] { try Data().write(to: URL(filePath: path)) }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: try read("stdout"), errors: try read("stderr"))
  }
}
