import Foundation
package import Testing

/// Compares what a test got with a file that was judged and committed.
///
/// `RECORD=missing|failed|all|never` says which files are written anew; `never` is the default, and what CI does.
package enum Golden {
  private enum Mode: String {
    case missing, failed, all, never
  }

  private static let mode = Mode(rawValue: ProcessInfo.processInfo.environment["RECORD"] ?? "never") ?? .never

  /// Expects the text of the file at `path`; a difference is attached to the test's result.
  package static func expect(_ got: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let wanted = try? String(contentsOfFile: path, encoding: .utf8)
    if wanted == got, mode != .all { return }
    if mode == .all || (mode == .missing && wanted == nil) || mode == .failed {
      try got.write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    let name = (path as NSString).lastPathComponent
    guard let wanted else {
      Issue.record("\(path) does not exist: record it with RECORD=missing", sourceLocation: sourceLocation)
      return
    }
    Attachment.record(got, named: "got-\(name)", sourceLocation: sourceLocation)
    Issue.record("\(path) differs:\n\(difference(wanted, got))", sourceLocation: sourceLocation)
  }

  /// The lines that only one of two texts has, in order, at most twenty.
  private static func difference(_ wanted: String, _ got: String) -> String {
    let changes = got.components(separatedBy: "\n").difference(from: wanted.components(separatedBy: "\n"))
    let lines = changes.prefix(20).map { change in
      switch change {
      case .insert(let offset, let line, _): "+\(offset + 1): \(line)"
      case .remove(let offset, let line, _): "-\(offset + 1): \(line)"
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Expects the pixels of the PNG at `path`: the same size, and each channel equal, or up to 2 levels off on at most
  /// 0.1 % of the pixels, where library versions differ.
  package static func expect(
    png got: [UInt8],
    at path: String,
    pixels: ([UInt8]) throws -> (width: Int, height: Int, bytes: [UInt8]),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let wanted = FileManager.default.contents(atPath: path).map { Array($0) }
    if mode == .all || (mode == .missing && wanted == nil) {
      return try Data(got).write(to: URL(fileURLWithPath: path))
    }
    guard let wanted else {
      Issue.record("\(path) does not exist: record it with RECORD=missing", sourceLocation: sourceLocation)
      return
    }
    let (left, right) = (try pixels(wanted), try pixels(got))
    var isSame = left.width == right.width && left.height == right.height
    if isSame {
      let offsets = zip(left.bytes, right.bytes).map { abs(Int($0) - Int($1)) }
      isSame = offsets.allSatisfy { $0 <= 2 } && offsets.count { $0 > 0 } * 1000 <= offsets.count
    }
    if isSame { return }
    if mode == .failed { return try Data(got).write(to: URL(fileURLWithPath: path)) }
    Attachment.record(got, named: "got-page.png", sourceLocation: sourceLocation)
    Issue.record("\(path) shows other pixels", sourceLocation: sourceLocation)
  }
}
