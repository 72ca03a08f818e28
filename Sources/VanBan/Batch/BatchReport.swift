import DataSources
import Diagnostics
import Files
import Glibc
import Synchronization
import Values

/// One line of a report.
struct BatchLine: Sendable {
  /// The record's place, from 1.
  var number: Int
  /// The record's key.
  var key: String
  /// Whether its document was made.
  var isDone: Bool
  /// The line as JSON, without its end.
  var json: String
}

/// What was done with each record, as lines of JSON; every line is true as soon as it stands there.
///
/// Lines are added while the batch runs, each by one write; at the end the file is set anew in the order of the records.
final class BatchReport: Sendable {
  let path: String
  private let lines: Mutex<[BatchLine]>
  private let descriptor: Int32

  /// Begins a report with the lines that stay from an earlier one.
  init(_ path: String, keeping kept: [BatchLine]) throws(RenderError) {
    self.path = path
    try makeFolder(parentFolder(path))
    try writeFile(Self.text(of: kept), to: path)
    descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputFailure.system(path: path, reason: errno).renderError }
    lines = Mutex(kept)
  }

  deinit { close(descriptor) }

  /// Adds a line; gives the reason where it cannot be written.
  func add(_ line: BatchLine) -> RenderError? {
    lines.withLock { lines in
      lines.append(line)
      do throws(OutputFailure) {
        try writeAll(Array((line.json + "\n").utf8), to: descriptor, path: path)
        return nil
      } catch {
        return error.renderError
      }
    }
  }

  /// Sets the report in the order of the records, and makes it durable.
  func finish() throws(RenderError) {
    // A record that was made anew has its new line after the old one.
    var last: [Int: BatchLine] = [:]
    for line in lines.withLock({ $0 }) { last[line.number] = line }
    try writeFile(Self.text(of: last.values.sorted { $0.number < $1.number }), to: path)
  }

  private static func text(of lines: [BatchLine]) -> [UInt8] {
    Array(lines.map { $0.json + "\n" }.joined().utf8)
  }
}

/// What an earlier report says of a record that was done.
struct ReportedRecord: Sendable {
  /// The line as it stands there.
  var json: String
  /// The files with their checksums.
  var files: [(path: String, sha256: String)]
  /// The checksum of what it was made from.
  var input: String
}

/// The records that an earlier report says are done, by key; none where there is no report.
///
/// A last line that was cut off, by a crash or a full disk, says nothing; nor does one that is no report's.
func readReport(_ path: String) -> [String: ReportedRecord] {
  guard let file = try? FileLoader(limits: FileLimits(maxInput: 1 << 30)).loadNamed(path) else { return [:] }
  var records: [String: ReportedRecord] = [:]
  for line in file.bytes.split(separator: 0x0A) {
    var ignored = DiagnosticList()
    let text = LoadedFile(path: "line.json", source: file.source, folder: ".", bytes: Array(line))
    guard let map = readData(file: text, diagnostics: &ignored)?.map, ignored.all.isEmpty, let key = map["key"]?.text
    else { continue }
    guard map["status"]?.text == "done" else {
      records[key] = nil
      continue
    }
    let files = (map["files"]?.list ?? []).compactMap { file -> (String, String)? in
      guard let path = file.map?["path"]?.text, let sum = file.map?["sha256"]?.text else { return nil }
      return (path, sum)
    }
    records[key] = ReportedRecord(
      json: String(decoding: line, as: UTF8.self),
      files: files,
      input: map["input"]?.text ?? ""
    )
  }
  return records
}

/// Makes a folder and those above it.
func makeFolder(_ path: String) throws(RenderError) {
  if isFolder(path) { return }
  let parent = parentFolder(path)
  if parent != path { try makeFolder(parent) }
  guard mkdir(path, 0o777) == 0 || errno == EEXIST && isFolder(path) else {
    throw RenderError(
      .surroundings,
      "the folder '\(path)' cannot be made: \(String(cString: strerror(errno)))",
      path: path,
      help: "check the name and the permissions of the folder above it"
    )
  }
}
