package import VanBan
import Values

/// The name of a document's file, such as `{organisation}-{period}.pdf`.
package struct DocumentName: Sendable {
  /// The text, braces included.
  package let pattern: String

  /// A name that can be a file in a folder of its destination.
  ///
  /// - Throws: ``RenderError`` for one that leads out of the folder, or that is no PDF.
  package init(_ pattern: String) throws(RenderError) {
    self.pattern = pattern
    if pattern.contains("/") || pattern.hasPrefix(".") || pattern.utf8.contains(0) {
      throw RenderError(
        .input,
        "'\(pattern)' is no name of a file",
        help: "name the folder with --deliver folder:PATH, and the file alone here"
      )
    }
    guard OutputName(pattern).format == .pdf, !OutputName(pattern).hasPage else {
      throw RenderError(.input, "'\(pattern)' is no name of a PDF", help: "write {organisation}-{period}.pdf")
    }
  }

  /// The name with values in place of what stands in braces, made safe for file systems.
  func filled(organisation: String, period: Period, data: Value) throws(RenderError) -> String {
    var result = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      switch rest[rest.index(after: open)..<close] {
      case "organisation": result += safeForFileSystems(organisation)
      case "period": result += period.key
      default: result += try OutputName(String(rest[open...close])).filled(with: data).pattern
      }
      rest = rest[rest.index(after: close)...]
    }
    result += rest
    // NAME_MAX of Linux.
    guard result.utf8.count <= 255 else {
      throw RenderError(
        .input,
        "the file's name '\(result.prefix(40))…' is longer than 255 bytes",
        help: "put a shorter value into the name: -o '{code}-{period}.pdf'"
      )
    }
    return result
  }
}
