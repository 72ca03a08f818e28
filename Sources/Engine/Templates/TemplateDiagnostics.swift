import Diagnostics

/// The kinds of mistake that expanding a template finds.
package enum TemplateDiagnostic: String, DiagnosticCode {
  case badExpression = "template-bad-expression"
  case unknownName = "template-unknown-name"
  case missingField = "template-missing-field"
  case unknownFilter = "template-unknown-filter"
  case wrongArgumentCount = "template-wrong-argument-count"
  case wrongType = "template-wrong-type"
  case wrongValue = "template-wrong-value"
  case notPrintable = "template-not-printable"
  case arithmetic = "template-arithmetic"
  case badDirective = "template-bad-directive"
  case endlessInclude = "template-endless-include"
  case includesTooDeep = "template-includes-too-deep"
  case tooDeep = "template-too-deep"
  case unknownSlot = "template-unknown-slot"

  package var explanation: String {
    switch self {
    case .badExpression: "The expression cannot be read. docs/template-guide.md shows the whole expression language."
    case .unknownName: "The name is neither a field of the data's root nor a variable of vb:each or vb:let around it."
    case .missingField: "The data has no such field or item. Only | default(...) and | exists allow that."
    case .unknownFilter: "There is no filter of this name; docs/filters.md lists them all."
    case .wrongArgumentCount: "The filter was given too few or too many arguments."
    case .wrongType: "A filter, an operator or a directive was given a value of another type than it works on."
    case .wrongValue: "The value has the right type but not a value that the filter understands."
    case .notPrintable: "Only texts and numbers are printed. null, true and false, lists and maps need a filter."
    case .arithmetic: "The result has no value (a division by zero) or more digits than an exact decimal holds."
    case .badDirective: "A vb: attribute or element is not used as it is meant to be."
    case .endlessInclude: "A file includes itself, directly or through other files."
    case .includesTooDeep: "Files include each other in a row that is longer than the limit."
    case .tooDeep: "Elements and directives stand inside each other more deeply than the limit allows."
    case .unknownSlot: "The included part has no slot of this name."
    }
  }
}
