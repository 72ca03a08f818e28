import Diagnostics
import Values

/// The mistakes of form in congress data; those of matter are ``CongressRule``'s.
package enum CongressDiagnostic: String, DiagnosticCode {
  case unknownKey = "congress-unknown-key"
  case sameKey = "congress-same-key"
  case missingKey = "congress-missing-key"
  case wrongType = "congress-wrong-type"
  case wrongValue = "congress-wrong-value"
  case noDate = "congress-no-date"
  case unknownReference = "congress-unknown-reference"
  case noRegulation = "congress-no-regulation"

  package var explanation: String {
    switch self {
    case .unknownKey:
      """
      A key of the congress data is none of those that docs/congress-data.md lists for its record, nor a Vietnamese label \
      of one. Case, tones, marks, '_' and spaces do not matter. Maps that are open to keys of a template's own refuse \
      only those that are nearly a known one.
      """
    case .sameKey: "Two keys of one record mean the same, such as 'name' and 'họ tên': only one value could be kept."
    case .missingKey: "A record of the congress data lacks a key without which it says nothing."
    case .wrongType:
      "A value of the congress data is of another kind than its key takes: a text for a count, for example."
    case .wrongValue: "A value of the congress data is outside the words or numbers that its key takes."
    case .noDate:
      "A day is written 2026-06-12 or 12/6/2026, a time 08:00 or '8 giờ 30', both together 2026-06-12 08:00. Days that no calendar has are refused."
    case .unknownReference:
      "A session, an election or a person is named that the data does not have, so that the rules would miss it."
    case .noRegulation:
      "None of the election rules in profiles/ holds on the day of the congress; the nearest ones are used. Add a file for that day."
    }
  }
}

extension Diagnostic {
  /// A diagnostic at the place of a value.
  static func about(_ value: Value, _ code: CongressDiagnostic, _ message: String, help: String?) -> Diagnostic {
    var result = Diagnostic(code: code, message: message, span: value.place?.span, help: help)
    result.data = value.place?.pointer
    return result
  }

  static func unknownKey(_ name: String, _ value: Value, in table: RecordTable, nearest: String?) -> Diagnostic {
    let keys = table.fields.map(\.key).joined(separator: ", ")
    var result = Diagnostic(
      code: CongressDiagnostic.unknownKey,
      message: "'\(name)' is no key of \(table.name)",
      span: value.place?.key ?? value.place?.span,
      help: nearest.map { "did you mean '\($0)'?" } ?? "its keys are: \(keys)"
    )
    result.data = value.place?.pointer
    return result
  }

  static func sameKeyTwice(_ name: String, first: String, _ value: Value, other: Value?) -> Diagnostic {
    var result = Diagnostic.about(
      value,
      .sameKey,
      "'\(name)' means the same as '\(first)'",
      help: "keep one of the two"
    )
    result.span = value.place?.key ?? result.span
    result.related = other?.place.map { $0.key ?? $0.span }
    return result
  }

  static func missingKey(_ field: Field, of table: RecordTable, at place: ValuePlace?) -> Diagnostic {
    let label = field.labels.first.map { " (\($0))" } ?? ""
    var result = Diagnostic(
      code: CongressDiagnostic.missingKey,
      message: "'\(field.key)'\(label) is missing from \(table.name)",
      span: place.map { $0.key ?? $0.span },
      help: "add \(field.key): \(field.summary)"
    )
    result.data = place?.pointer
    return result
  }

  static func wrongType(_ value: Value, wanted: String, of name: String) -> Diagnostic {
    let shown = value.text.map { "the text '\($0)'" } ?? value.kindName
    return .about(value, .wrongType, "\(name) is \(wanted), and this is \(shown)", help: "write \(wanted)")
  }

  static func wrongValue(_ value: Value, _ field: Field, _ message: String) -> Diagnostic {
    .about(value, .wrongValue, "'\(field.key)' \(message)", help: "check the figure: \(field.summary)")
  }

  static func noDate(_ value: Value, shown: String, _ field: Field) -> Diagnostic {
    let help =
      field.key == "birth_date"
      ? "write 2026-06-12 or 12/6/2026; a year alone is birth_year" : "write 2026-06-12 or 12/6/2026"
    return .about(value, .noDate, "'\(shown)' is no day of the calendar", help: help)
  }

  static func noMoment(_ value: Value, shown: String, _ field: Field) -> Diagnostic {
    .about(value, .noDate, "'\(shown)' is no time", help: "write 2026-06-12 08:00, or 08:00 where the day is clear")
  }

  static func noChoice(_ value: Value, _ text: String, _ choice: Choice, _ field: Field) -> Diagnostic {
    let words = choice.options.map { $0.value + ($0.labels.first.map { " (\($0))" } ?? "") }
    let known = choice.options.flatMap { [$0.value] + $0.labels }
    let help = nearestName(to: text, in: known).map { "did you mean '\($0)'?" }
    return .about(
      value,
      .wrongValue,
      "'\(text)' is no word for '\(field.key)'",
      help: help ?? "write one of: \(words.joined(separator: ", "))"
    )
  }
}

extension Diagnostic {
  static func unknownSession(_ reference: Placed<String>, known sessions: [Session]) -> Diagnostic {
    let names = sessions.enumerated().map { $1.id ?? $1.name ?? String($0 + 1) }
    return .unknownReference(reference, "session", known: names)
  }

  static func unknownElection(_ reference: Placed<String>, known elections: [Election]) -> Diagnostic {
    .unknownReference(reference, "election", known: elections.compactMap(\.id?.value))
  }

  static func unknownElection(_ reference: Placed<String>, known elections: [Value]) -> Diagnostic {
    .unknownReference(reference, "election", known: elections.compactMap { Fields($0).reference("id")?.value })
  }

  private static func unknownReference(_ reference: Placed<String>, _ kind: String, known: [String]) -> Diagnostic {
    let help = nearestName(to: reference.value, in: known).map { "did you mean '\($0)'?" }
    let name = reference.value
    return .unknownReference(
      name.isEmpty ? "this row names no \(kind)" : "there is no \(kind) '\(name)'",
      at: reference.place,
      help: help
        ?? (known.isEmpty ? "the data has no \(kind)s with an id" : "known here: \(known.joined(separator: ", "))")
    )
  }

  private static func unknownReference(_ message: String, at place: ValuePlace?, help: String) -> Diagnostic {
    var result = Diagnostic(code: CongressDiagnostic.unknownReference, message: message, span: place?.span, help: help)
    result.data = place?.pointer
    return result
  }

  static func noSuchRound(_ number: Int, count: Int, at row: Value?) -> Diagnostic {
    let help = "the election has \(count) rounds in the data; add the ballots of the others"
    return .unknownReference("there is no round \(number) for these votes", at: row?.place, help: help)
  }

  static func votesTwice(_ row: Value?, other: Value) -> Diagnostic {
    var result = Diagnostic(
      code: CongressDiagnostic.sameKey,
      message: "the round has votes already, and the tallies have them again",
      span: row?.place?.span,
      help: "keep one of the two"
    )
    result.data = row?.place?.pointer
    result.related = other.place.map { $0.key ?? $0.span }
    return result
  }

  static func missingFor(_ election: Election, _ key: String, _ meaning: String) -> Diagnostic {
    .missing("'\(key)' is missing from '\(election.title)'", "add \(key): \(meaning)", at: election.event.source.place)
  }

  static func missingFor(_ round: Round, _ key: String, _ meaning: String) -> Diagnostic {
    .missing("'\(key)' is missing from a round", "add \(key): \(meaning)", at: round.source.place)
  }

  static func tooManyRounds(_ election: Election) -> Diagnostic {
    .about(
      election.event.source,
      .wrongValue,
      "'\(election.title)' has \(election.rounds.count) rounds; at most \(ElectionOutcome.roundLimit) are counted",
      help: "check the data"
    )
  }

  static func noBase(_ election: Election) -> Diagnostic {
    .missing(
      "'attendance' (thành phần) is missing, and '\(election.title)' cannot be counted without its base",
      "add attendance: {convened, present}, or the election's base",
      at: election.event.source.place
    )
  }

  private static func missing(_ message: String, _ help: String, at place: ValuePlace?) -> Diagnostic {
    var result = Diagnostic(
      code: CongressDiagnostic.missingKey,
      message: message,
      span: place.map { $0.key ?? $0.span },
      help: help
    )
    result.data = place?.pointer
    return result
  }

  static func noRegulations() -> Diagnostic {
    Diagnostic(
      code: CongressDiagnostic.noRegulation,
      severity: .warning,
      message: "profiles/ holds no election rules; built-in figures are used",
      help: "see vanban info for the folder of profiles, and install election-*.yaml there"
    )
  }

  static func noRegulation(_ day: String, place: ValuePlace?) -> Diagnostic {
    Diagnostic(
      code: CongressDiagnostic.noRegulation,
      severity: .warning,
      message: "no election rules hold on \(day); the nearest ones are used",
      span: place?.span,
      help: "check congress.date, or add a file for that day to profiles/"
    )
  }
}
