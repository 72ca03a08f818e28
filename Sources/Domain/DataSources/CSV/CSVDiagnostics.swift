import Diagnostics

extension Diagnostic {
  static func raggedRow(_ record: [CSVField], columns: [String], text: SourceText) -> Diagnostic {
    let missing = record.count < columns.count ? "; '\(columns[record.count])' has none" : ""
    return Diagnostic(
      code: DataDiagnostic.raggedRow,
      message: "the row has \(record.count) fields, and there are \(columns.count) columns\(missing)",
      span: text.span(from: record[0].start, to: record[record.count - 1].end),
      help: "put a field that holds the separator in quotes"
    )
  }

  static func unnamedColumn(_ number: Int, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: DataDiagnostic.csvSyntax,
      message: "column \(number) has no name",
      span: span,
      help: "the first row names the columns; name it or remove it"
    )
  }

  static func duplicateColumn(_ name: String, span: SourceSpan, first: SourceSpan) -> Diagnostic {
    var result = Diagnostic(
      code: DataDiagnostic.duplicateKey,
      message: "two columns are called '\(name)'",
      span: span,
      help: "rename one of them"
    )
    result.related = first
    return result
  }
}
