import Diagnostics
import Values

/// Holds a congress to the rules and notes what it finds.
struct RuleChecker {
  let record: CongressRecord
  let rules: ElectionRules
  /// What each election came to, in order.
  let outcomes: [ElectionOutcome]
  var diagnostics = DiagnosticList()
  /// The rules that had something to check.
  var checked: Set<CongressRule> = []

  init(_ record: CongressRecord, rules: ElectionRules, outcomes: [ElectionOutcome]) {
    self.record = record
    self.rules = rules
    self.outcomes = outcomes
  }

  /// Checks everything, in the order of the paper.
  mutating func check() {
    checkDates()
    checkAttendance()
    checkDelegates()
    checkBodies()
    checkSessions()
    checkEvents()
    checkMotions()
    for (election, outcome) in zip(record.elections, outcomes) { check(election, outcome) }
    checkClosing()
  }

  /// Notes that a rule was checked, and its breach where `isKept` does not hold.
  mutating func expect(_ rule: CongressRule, _ isKept: Bool, _ breach: @autoclosure () -> Breach) {
    checked.insert(rule)
    if isKept { return }
    let breach = breach()
    var diagnostic = Diagnostic(
      code: rule,
      severity: breach.severity,
      message: breach.message,
      span: breach.place?.span,
      help: breach.help
    )
    diagnostic.data = breach.place?.pointer
    diagnostic.related = breach.related?.span
    diagnostics.report(diagnostic)
  }
}

/// How a rule is broken.
struct Breach {
  var message: String
  var place: ValuePlace?
  var help: String
  var related: ValuePlace?
  var severity = Diagnostic.Severity.error

  init(_ message: String, at place: ValuePlace?, help: String, related: ValuePlace? = nil) {
    self.message = message
    self.place = place
    self.help = help
    self.related = related
  }

  /// The same as a warning, where what is broken is only recalled.
  func warning(if isDoubtful: Bool = true) -> Breach {
    var result = self
    if isDoubtful { result.severity = .warning }
    return result
  }
}
