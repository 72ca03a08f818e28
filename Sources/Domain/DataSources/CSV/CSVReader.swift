package import Diagnostics
package import Values

/// Reads CSV (RFC 4180) whose first row names the columns: a list of maps.
///
/// The separator is the most frequent of comma, semicolon and tab in the first row, or what a first line `sep=;` says.
/// An empty field is nothing; a field is a number only where it is written as one, so that codes keep their zeros.
///
/// - Returns: `nil` where the quoting is broken. Rows of the wrong length are reported and left out.
package func readCSV(_ text: SourceText, pointer: String = "", diagnostics: inout DiagnosticList) -> Value? {
  var records = CSVRecords(text)
  let place = ValuePlace(span: text.span(from: text.bytes.startIndex, to: text.bytes.startIndex), pointer: pointer)
  var columns: [String] = []
  var rows: [Value] = []
  do throws(CSVFailure) {
    guard let header = try records.next() else { return Value(.list([]), place: place) }
    columns = readColumns(header, of: text, diagnostics: &diagnostics)
    while let record = try records.next() {
      guard record.count == columns.count else {
        diagnostics.report(.raggedRow(record, columns: columns, text: text))
        continue
      }
      rows.append(readRow(record, columns: columns, pointer: "\(pointer)/\(rows.count)", text: text))
    }
  } catch {
    let span = text.span(from: error.start, to: min(error.start + 1, text.bytes.endIndex))
    diagnostics.report(Diagnostic(code: DataDiagnostic.csvSyntax, message: error.message, span: span, help: error.help))
    return nil
  }
  return Value(.list(rows), place: place)
}

private func readColumns(_ header: [CSVField], of text: SourceText, diagnostics: inout DiagnosticList) -> [String] {
  var first: [String: CSVField] = [:]
  for (index, field) in header.enumerated() {
    let span = text.span(from: field.start, to: max(field.end, field.start))
    if field.text.isEmpty {
      diagnostics.report(.unnamedColumn(index + 1, span: span))
    } else if let earlier = first[field.text] {
      let earlierSpan = text.span(from: earlier.start, to: earlier.end)
      diagnostics.report(.duplicateColumn(field.text, span: span, first: earlierSpan))
    } else {
      first[field.text] = field
    }
  }
  return header.map(\.text)
}

private func readRow(_ record: [CSVField], columns: [String], pointer: String, text: SourceText) -> Value {
  var map = ValueMap()
  for (column, field) in zip(columns, record) where map[column] == nil {
    let span = text.span(from: field.start, to: field.end)
    map[column] = Value(kind(of: field.text), place: ValuePlace(span: span, pointer: jsonPointer(pointer, column)))
  }
  let span = text.span(from: record[0].start, to: record[0].end)
  return Value(.map(map), place: ValuePlace(span: span, pointer: pointer))
}

private func kind(of text: String) -> Value.Kind {
  if text.isEmpty { return .null }
  guard Decimal.isCanonical(text), let number = Decimal(text) else { return .text(text) }
  return .number(number)
}
