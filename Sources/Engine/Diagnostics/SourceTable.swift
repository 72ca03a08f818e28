/// The source texts of a run, so that a span can be shown with its file, line, column and text.
public struct SourceTable: Sendable {
  private struct Source: Sendable {
    var path: String
    var bytes: [UInt8]
  }

  private var sources: [Source] = []

  /// An empty table.
  public init() {}

  /// Adds a text and names it.
  ///
  /// `path` is what diagnostics show.
  public mutating func add(path: String, bytes: [UInt8]) -> SourceID {
    sources.append(Source(path: path, bytes: bytes))
    return SourceID(index: Int32(sources.count - 1))
  }

  /// The path under which a text was added.
  public func path(of source: SourceID) -> String {
    sources[Int(source.index)].path
  }

  /// The bytes of a text.
  public func bytes(of source: SourceID) -> [UInt8] {
    sources[Int(source.index)].bytes
  }

  /// Path, line and column of a span's first byte.
  ///
  /// Costs one walk over the text before it.
  public func location(of span: SourceSpan) -> SourceLocation {
    let source = sources[Int(span.source.index)]
    let offset = min(Int(span.offset), source.bytes.count)
    let start = lineStart(before: offset, in: source.bytes)
    let line = source.bytes[..<start].count { $0 == newline } + 1
    let column = String(decoding: source.bytes[start..<offset], as: UTF8.self).count + 1
    return SourceLocation(path: source.path, line: line, column: column)
  }

  /// The whole line on which a span begins, without its line end, and how many characters of it the span covers.
  public func line(of span: SourceSpan) -> (text: String, covered: Int) {
    let bytes = sources[Int(span.source.index)].bytes
    let offset = min(Int(span.offset), bytes.count)
    let start = lineStart(before: offset, in: bytes)
    let end = bytes[offset...].firstIndex { $0 == newline || $0 == carriageReturn } ?? bytes.count
    let covered = bytes[offset..<max(offset, min(end, offset + Int(span.length)))]
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return (text, String(decoding: covered, as: UTF8.self).count)
  }

  private func lineStart(before offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
