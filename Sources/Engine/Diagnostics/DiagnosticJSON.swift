/// Writes diagnostics as JSON lines, one an object with always the same keys.
package struct DiagnosticJSON {
  private let sources: SourceTable
  private var lineStarts: [Int32: [Int]] = [:]

  /// Renders places in `sources`.
  package init(sources: SourceTable) {
    self.sources = sources
  }

  /// All diagnostics in the order found, each with a line end.
  package mutating func render(_ list: DiagnosticList) -> String {
    var text = ""
    for diagnostic in list.all {
      text += render(diagnostic)
      text += "\n"
    }
    return text
  }

  private mutating func render(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.span.map { location(of: $0) }
    var fields = [
      ("code", quoted(diagnostic.code)),
      ("severity", quoted(diagnostic.severity.rawValue)),
      ("file", place.map { quoted($0.path) }),
      ("line", place.map { String($0.line) }),
      ("column", place.map { String($0.column) }),
      ("data", diagnostic.data.map(quoted)),
      ("page", diagnostic.page.map { String($0) }),
      ("message", quoted(diagnostic.message)),
      ("help", diagnostic.help.map(quoted)),
    ]
    if let related = diagnostic.related {
      let place = location(of: related)
      fields.append(
        ("related", "{\"file\":\(quoted(place.path)),\"line\":\(place.line),\"column\":\(place.column)}")
      )
    }
    return "{" + fields.map { "\"\($0)\":\($1 ?? "null")" }.joined(separator: ",") + "}"
  }

  /// As ``SourceTable/location(of:)``, with the line starts of each text found once.
  private mutating func location(of span: SourceSpan) -> SourceLocation {
    let bytes = sources.bytes(of: span.source)
    let starts = lineStarts[span.source.index] ?? findLineStarts(in: bytes)
    lineStarts[span.source.index] = starts
    let offset = min(Int(span.offset), bytes.count)
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    let column = String(decoding: bytes[starts[low - 1]..<offset], as: UTF8.self).count + 1
    return SourceLocation(path: sources.path(of: span.source), line: low, column: column)
  }
}

private func findLineStarts(in bytes: [UInt8]) -> [Int] {
  var starts = [0]
  for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
  return starts
}

/// A text as a JSON string (RFC 8259, 7).
package func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
