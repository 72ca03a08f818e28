import Diagnostics
import Values

/// The mistakes found in data of indicators.
package enum KPIDiagnostic: String, DiagnosticCode {
  case shape = "kpi-shape"
  case unknownKey = "kpi-unknown-key"
  case missingField = "kpi-missing-field"
  case number = "kpi-number"
  case ambiguousNumber = "kpi-ambiguous-number"
  case decimals = "kpi-decimals"
  case period = "kpi-period"
  case target = "kpi-target"
  case choice = "kpi-choice"
  case setting = "kpi-setting"
  case unknownIndicator = "kpi-unknown-indicator"
  case unknownOrganisation = "kpi-unknown-organisation"
  case ambiguousName = "kpi-ambiguous-name"
  case twice = "kpi-twice"
  case changed = "kpi-changed"
  case report = "kpi-report"

  package var explanation: String {
    switch self {
    case .shape:
      """
      Data of indicators is a map with the tables settings, organisations, indicators, targets, values and comments, or a \
      list of rows. A table is a list of records; values may also be nested: organisation, indicator, period.
      """
    case .unknownKey:
      "A column or key is none of those that are known, in English or Vietnamese: docs/kpi.md lists them."
    case .missingField: "A record lacks a field without which it cannot be kept."
    case .number: "A value is not a number. Not known is an empty field, '-', '…' or 'chưa có'; it is never nought."
    case .ambiguousNumber:
      """
      A number such as 1.200 is one thousand two hundred to some and one point two to others, and the indicator does not \
      settle it by showing no decimals, or three and more. Write 1200 or 1,2, or say --numbers vietnamese or --numbers plain.
      """
    case .decimals:
      "A value has more decimals than its indicator shows. It is kept exactly and printed rounded; shown once an indicator."
    case .period:
      """
      A period is a month (2025-06, 6/2025, tháng 6 năm 2025), a quarter (2025-Q2, quý II năm 2025), a half (2025-H1, \
      6 tháng đầu năm 2025) or a year (2025).
      """
    case .target:
      """
      A target is a number, a bound (trên 4, dưới 3, từ 90 trở lên, không quá 3, khoảng 4, >= 90) or a range from less to \
      more (6,6-6,8).
      """
    case .choice: "A field takes one of a few words, and this is none of them."
    case .setting: "A setting has a value that it cannot take."
    case .unknownIndicator: "A row names an indicator that neither the store nor the files define."
    case .unknownOrganisation:
      "A row names an organisation that neither the store nor the files define; --new-organisations adds it."
    case .ambiguousName: "Two indicators or organisations bear the name; the row must name one by its code."
    case .twice: "The files say two different things about the same value, target, comment or definition."
    case .changed:
      """
      A value, target or comment differs from what the store holds. A correction keeps the old one, and needs a reason: \
      --why, with --by for who.
      """
    case .report: "The report's organisation or period is not in the data."
    }
  }
}

extension Diagnostic {
  static func kpi(
    _ code: KPIDiagnostic,
    _ message: String,
    at place: ValuePlace?,
    help: String? = nil,
    severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    var result = Diagnostic(code: code, severity: severity, message: message, span: place?.span, help: help)
    result.data = place?.pointer
    return result
  }

  static func kpiKey(_ key: String, at place: ValuePlace?, known: [String]) -> Diagnostic {
    var result = kpi(
      .unknownKey,
      "'\(key)' is no column or key of indicators",
      at: place,
      help: nearestName(to: key, in: known).map { "did you mean '\($0)'?" } ?? "docs/kpi.md lists what there is"
    )
    if let span = place?.key { result.span = span }
    return result
  }

  static func kpiTwice(_ what: String, at place: ValuePlace?, first: ValuePlace?) -> Diagnostic {
    var result = kpi(.twice, "\(what) stands twice, with two meanings", at: place, help: "keep one of the two")
    result.related = first?.span
    return result
  }

  static func ambiguous(_ text: String, _ grouped: Decimal, _ decimal: Decimal, at place: ValuePlace?) -> Diagnostic {
    kpi(
      .ambiguousNumber,
      "'\(text)' is either \(grouped) or \(shownNumber(decimal, places: decimal.scale))",
      at: place,
      help: "write \(grouped) or \(shownNumber(decimal.normalized, places: decimal.normalized.scale)), "
        + "or say how numbers are written: --numbers vietnamese or --numbers plain"
    )
  }
}
