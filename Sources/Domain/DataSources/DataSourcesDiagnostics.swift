import Diagnostics
import Files
import Values

/// The mistakes found while reading data.
package enum DataDiagnostic: String, DiagnosticCode {
  case yamlSyntax = "data-yaml-syntax"
  case jsonSyntax = "data-json-syntax"
  case csvSyntax = "data-csv-syntax"
  case raggedRow = "data-csv-ragged-row"
  case duplicateKey = "data-duplicate-key"
  case encoding = "data-encoding"
  case format = "data-format"
  case root = "data-root"
  case number = "data-number"
  case tag = "data-yaml-tag"
  case alias = "data-yaml-alias"
  case depth = "data-depth"
  case path = "data-path"

  package var explanation: String {
    switch self {
    case .yamlSyntax:
      """
      The data file is not well-formed YAML. The usual causes: a tab instead of spaces, a text with ': ' or ' #' that \
      needs quotes, lines of one list or map that are not indented alike, a quote that is never closed.
      """
    case .jsonSyntax:
      "The data file is not well-formed JSON (RFC 8259): no comments, no comma at the end, double quotes."
    case .csvSyntax:
      "The data file is not well-formed CSV (RFC 4180): a field with quotes is quoted, and quotes in it are doubled."
    case .raggedRow: "A row of a CSV file has more or fewer fields than the first row, which names the columns."
    case .duplicateKey:
      "A map names the same key twice. Only one value could be kept, so that the other would be lost without a word."
    case .encoding: "The data file is not UTF-8. Save it again with the encoding UTF-8."
    case .format: "Data is read from YAML, JSON and CSV files, told apart by their extension."
    case .root:
      "The data of a document is a map of names. A file that holds a list or a single value gets a name: name=FILE."
    case .number: "A number has more digits than are kept exactly: 18 after the decimal mark, about 38 in all."
    case .tag:
      "A YAML tag other than !!str, !!int, !!float, !!bool and !!null was used; none of them has a meaning here."
    case .alias: "A YAML alias names no anchor before it, or aliases nest so that the data would grow without bound."
    case .depth: "The data is nested deeper than 256 maps and lists."
    case .path: "A name of name=FILE or --set does not lead to a place in the data."
    }
  }
}

extension Diagnostic {
  static func workbook(_ file: LoadedFile) -> Diagnostic {
    Diagnostic(
      code: DataDiagnostic.format,
      message: "'\(file.path)' is a spreadsheet workbook, and this build reads YAML, JSON and CSV",
      span: SourceSpan(source: file.source, offset: 0, length: 0),
      help: "save the sheet as 'CSV UTF-8' and name that file"
    )
  }

  static func unknownFormat(_ file: LoadedFile) -> Diagnostic {
    Diagnostic(
      code: DataDiagnostic.format,
      message: "'\(file.path)' does not say by its extension what it is",
      span: SourceSpan(source: file.source, offset: 0, length: 0),
      help: "name it .yaml, .json or .csv"
    )
  }

  static func utf16(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: DataDiagnostic.encoding,
      message: "the file is UTF-16",
      span: span,
      help: "save it as UTF-8"
    )
  }

  static func notUTF8(_ span: SourceSpan, byte: UInt8) -> Diagnostic {
    Diagnostic(
      code: DataDiagnostic.encoding,
      message: "the byte 0x\(String(byte, radix: 16, uppercase: true)) is no UTF-8",
      span: span,
      help: "save the file as UTF-8"
    )
  }

  static func zeroByte(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: DataDiagnostic.encoding,
      message: "the file holds a zero byte: it is UTF-16 or no text at all",
      span: span,
      help: "save it as UTF-8"
    )
  }

  static func inexactNumber(_ text: String, place: ValuePlace) -> Diagnostic {
    var result = Diagnostic(
      code: DataDiagnostic.number,
      message: "the number \(text) has more digits than are kept exactly",
      span: place.span,
      help: "round it to 18 digits after the mark, or quote it to make it a text"
    )
    result.data = place.pointer
    return result
  }

  static func duplicateKey(_ key: String, span: SourceSpan, first: SourceSpan) -> Diagnostic {
    var result = Diagnostic(
      code: DataDiagnostic.duplicateKey,
      message: "the key '\(key)' stands twice in one map",
      span: span,
      help: "keep one of the two"
    )
    result.related = first
    return result
  }

  static func tooDeep(_ place: ValuePlace, limit: Int) -> Diagnostic {
    Diagnostic(
      code: DataDiagnostic.depth,
      message: "the data is nested deeper than \(limit) maps and lists",
      span: place.span,
      help: "check for an unclosed bracket or an indentation that grows line by line"
    )
  }

  static func rootIsNoMap(_ value: Value, file: LoadedFile) -> Diagnostic {
    Diagnostic(
      code: DataDiagnostic.root,
      message: "'\(file.path)' holds \(value.kindName), and the data of a document is a map of names",
      span: value.place?.span,
      help: "give it a name: rows=\(file.path)"
    )
  }

  static func unreadableSetting(_ setting: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: DataDiagnostic.path,
      message: "'\(setting)' does not name a place and a value",
      span: span,
      help: "write path=value, such as congress.term.from=2020 or delegates[0].name=An"
    )
  }

  static func unusablePath(_ path: ValuePath, _ error: ValuePathError, span: SourceSpan?) -> Diagnostic {
    let (message, help) =
      switch error {
      case .notAMap(let reached, let kindName):
        ("'\(path)' asks for a key of '\(reached)', which is \(kindName)", "name a place inside a map")
      case .notAList(let reached, let kindName):
        ("'\(path)' asks for an item of '\(reached)', which is \(kindName)", "name a place inside a list")
      case .indexBeyondEnd(let reached, let index, let count):
        ("'\(reached)' has \(count) items, so there is no place \(index)", "items count from 0; \(count) adds one")
      }
    return Diagnostic(code: DataDiagnostic.path, message: message, span: span, help: help)
  }
}
