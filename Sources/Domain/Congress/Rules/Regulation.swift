import Diagnostics
import Values
import Vietnamese

/// A dated file of election rules.
enum Regulation {
  /// The file that holds on the day of the congress; the nearest one, with a warning, where none does; the newest one for a
  /// congress without a day.
  static func inForce(
    for record: CongressRecord,
    among files: [Value],
    diagnostics: inout DiagnosticList
  ) -> Value? {
    let dated = files.compactMap { file in span(of: file).map { (file: file, span: $0) } }.sorted {
      $0.span.from < $1.span.from
    }
    if dated.isEmpty, record.needsRegulation { diagnostics.report(.noRegulations()) }
    if let code = record.settings?.text("regulation")?.value,
      let named = dated.first(where: { $0.file.map?["code"]?.text == code })
    {
      return named.file
    }
    guard let day = record.day else { return dated.last?.file }
    if let match = dated.last(where: { $0.span.from <= day.order && day.order <= $0.span.until }) { return match.file }
    if !dated.isEmpty, record.needsRegulation {
      diagnostics.report(.noRegulation(day.shortForm, place: record.date?.place))
    }
    return dated.last { $0.span.from <= day.order }?.file ?? dated.first?.file
  }

  private static func span(of file: Value) -> (from: Int, until: Int)? {
    let valid = Fields(file).record("valid")
    guard let from = valid?.record("from")?.date("value") else { return nil }
    return (from.value.order, valid?.record("until")?.date("value")?.value.order ?? .max)
  }
}

extension CongressRecord {
  /// Whether there is something to count.
  fileprivate var needsRegulation: Bool { !elections.isEmpty || attendance != nil }
}
