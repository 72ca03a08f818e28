import Testing

@testable import Congress

/// One rule broken in the sample: what is written instead, and all that is then found, each with the text it points at.
struct Breaking: Sendable, CustomTestStringConvertible {
  var rule: CongressRule
  var edits: [(String, String)]
  var found: [String]

  init(_ rule: CongressRule, _ edits: [(String, String)], _ found: [String]) {
    self.rule = rule
    self.edits = edits
    self.found = found
  }

  var testDescription: String { "\(rule.rawValue): \(edits.map(\.1))" }
}

@Suite struct RuleTests {
  @Test("the sample keeps every rule, and most had something to check")
  func valid() {
    let result = read(sample)
    #expect(result.messages == [])
    // Not checked without a breach: strangers on the ballot, tie and fewer candidates are.
    #expect(result.summary.rules >= 32)
    #expect(result.summary.regulation == "190-QĐ/TW")
    #expect(result.summary.rounds == 3)
  }

  @Test("a broken rule is found at its place, and nothing else is", arguments: attendanceBreaks + peopleBreaks)
  func people(breaking: Breaking) {
    #expect(read(edited(breaking.edits)).pointed == breaking.found)
  }

  @Test("a broken rule of ballots is found at its place", arguments: ballotBreaks + listBreaks)
  func ballots(breaking: Breaking) {
    #expect(read(edited(breaking.edits)).pointed == breaking.found)
  }

  @Test("a broken rule of results is found at its place", arguments: resultBreaks + roundBreaks)
  func results(breaking: Breaking) {
    #expect(read(edited(breaking.edits)).pointed == breaking.found)
  }

  @Test("a broken rule of motions and times is found at its place", arguments: motionBreaks + timeBreaks)
  func times(breaking: Breaking) {
    #expect(read(edited(breaking.edits)).pointed == breaking.found)
  }

  @Test("every rule is broken by a test, explained, and has a source")
  func coverage() {
    let all =
      attendanceBreaks + peopleBreaks + ballotBreaks + listBreaks + resultBreaks + roundBreaks + motionBreaks
      + timeBreaks
    let broken = Set(all.map(\.rule))
    for rule in CongressRule.allCases {
      #expect(broken.contains(rule), "\(rule.rawValue)")
      #expect(rule.meaning != "The data agrees with itself.", "\(rule.rawValue)")
      #expect(!rule.source.isEmpty)
    }
    for breaking in all { #expect(breaking.found.contains { $0.contains("\(breaking.rule.rawValue) ") }) }
  }
}

let attendanceBreaks: [Breaking] = [
  // 10 + 1 = 11, not 12; the list of delegates has 11 present.
  Breaking(
    .attendanceSum,
    [
      ("present: 11", "present: 10"), ("handed_out: 11", "handed_out: 10"), ("handed_out: 11", "handed_out: 10"),
      ("handed_out: 11", "handed_out: 10"),
      ("collected: 11, valid: 10, invalid: 1", "collected: 10, valid: 10, invalid: 0"),
      (", reasons: {bầu quá số lượng: 1}", ""), ("collected: 11, valid: 11", "collected: 10, valid: 10"),
      ("votes: 10, against: 1", "votes: 10, against: 0"),
      ("for: 9, against: 1, other: 1, percent: \"81,82%\"", "for: 9, against: 1, other: 0, percent: 90"),
    ],
    ["congress-attendance-sum 12", "congress-attendance-list 10"]
  ),
  Breaking(
    .attendanceList,
    [("name: Lê Mẫu Hai, present: false", "name: Lê Mẫu Hai, present: true")],
    ["congress-attendance-list 11", "congress-attendance-list Lê Mẫu Hai"]
  ),
  Breaking(
    .attendanceList,
    [("  - Lê Mẫu Xuân\n", "")],
    ["congress-attendance-list 12", "congress-attendance-list 11"]
  ),
  Breaking(
    .attendanceList,
    [("{name: Lê Mẫu Hai, exception", "{name: Lê Mẫu Hay, exception")],
    ["congress-attendance-list Lê Mẫu Hay"]
  ),
  // `excused` is an exception of congresses of all members only.
  Breaking(.baseException, [("exception: no_substitute", "exception: excused")], ["congress-base-exception excused"]),
  Breaking(
    .baseException,
    [("exception: no_substitute", "exception: no_substitute, excluded: true, throughout: false")],
    ["congress-base-exception true"]
  ),
  Breaking(.baseException, [("exception: no_substitute", "excluded: true")], ["warning congress-base-exception true"]),
  // Nobody is taken out: the base is 12.
  Breaking(
    .statedBase,
    [
      (", exception: no_substitute", ""), (", percent: 90.91", ""), (", percent: \"72,7%\"", ""),
      (", percent: 90.9", ""),
      ("candidates: [Trần Mẫu Cường, Trần Mẫu Dung]", "candidates: [Trần Mẫu Cường, Trần Mẫu Dung]"),
      ("votes: {Trần Mẫu Cường: 6, Trần Mẫu Dung: 4}", "votes: {Trần Mẫu Cường: 7, Trần Mẫu Dung: 3}"),
    ],
    ["congress-stated-base 11", "congress-stated-base 11"]
  ),
  // 2 of 4 organisations are fewer than two thirds.
  Breaking(.quorum, [("units_represented: 3", "units_represented: 2")], ["warning congress-quorum 2"]),
  Breaking(
    .sessionPresent,
    [("16:00, present: 10", "16:00, present: 13")],
    ["congress-session-present 13", "congress-percent 100"]
  ),
  Breaking(.statedTotal, [("guests: 2", "guests: 3")], ["congress-stated-total 3"]),
  Breaking(.statedTotal, [("{opinions: 3}", "{opinions: 0}")], ["congress-stated-total 0"]),
]

let peopleBreaks: [Breaking] = [
  Breaking(.duplicatePerson, [("- Lê Mẫu Vân", "- Lê Mẫu Tâm")], ["congress-duplicate-person Lê Mẫu Tâm"]),
  Breaking(
    .duplicatePerson,
    [("[Phạm Mẫu Khách, Phạm Mẫu Mời]", "[Phạm Mẫu Khách, PHẠM MẪU KHÁCH]")],
    ["congress-duplicate-person PHẠM MẪU KHÁCH"]
  ),
  Breaking(
    .bodyMember,
    [("presidium: [Trần Mẫu An,", "presidium: [Trần Mẫu Ân,")],
    ["congress-body-member Trần Mẫu Ân"]
  ),
  Breaking(
    .bodyMember,
    [("secretariat: [Trần Mẫu Cường]", "secretariat: [Võ Mẫu Lạ]")],
    ["warning congress-body-member Võ Mẫu Lạ"]
  ),
  Breaking(
    .bodyOfMembers,
    [("assembly: Đại hội đại biểu", "assembly: đảng viên"), ("exception: no_substitute", "exception: excused")],
    ["congress-body-of-members ["]
  ),
  Breaking(
    .teller,
    [("counting: [{name: Lê Mẫu Phong, role: Trưởng ban}", "counting: [{name: Trần Mẫu Dung}")],
    ["congress-teller-candidate Trần Mẫu Dung"]
  ),
  Breaking(.personDates, [("joined: 1999-12-02", "joined: 1970-01-01")], ["congress-person-dates 1974-06-05"]),
  Breaking(
    .personDates,
    [("birth_date: 1980-01-01", "birth_date: 2020-01-01")],
    ["warning congress-person-dates 2020-01-01"]
  ),
]

let ballotBreaks: [Breaking] = [
  // 10 + 2 = 12, not 11.
  Breaking(
    .ballotsValid,
    [("valid: 10, invalid: 1, reasons: {bầu quá số lượng: 1}", "valid: 10, invalid: 2")],
    ["congress-ballots-valid 10"]
  ),
  Breaking(
    .ballotsCollected,
    [("handed_out: 11, collected: 11, valid: 10", "handed_out: 10, collected: 11, valid: 10")],
    ["congress-ballots-collected 11"]
  ),
  Breaking(
    .ballotsHandedOut,
    [("handed_out: 11, collected: 11, valid: 10", "handed_out: 12, collected: 11, valid: 10")],
    ["congress-ballots-handed-out 12"]
  ),
  Breaking(.invalidReasons, [("bầu quá số lượng: 1", "bầu quá số lượng: 2")], ["congress-invalid-reasons {"]),
  // 11 votes of 10 valid ballots; 11 of 11 are 100 %.
  Breaking(
    .votesValid,
    [
      ("{name: Trần Mẫu An, votes: 10, percent: 90.91}", "{name: Trần Mẫu An, votes: 11}"),
      ("{name: Trần Mẫu An, votes: 10, percent: 90.9}", "Trần Mẫu An"),
    ],
    ["congress-votes-valid 11"]
  ),
  Breaking(.votesValid, [("votes: 10, against: 1", "votes: 10, against: 2")], ["congress-votes-valid 2"]),
  // 10 + 8 + 5 + 9 = 32 votes, and 10 ballots for 3 seats give 30; Dung now has over half.
  Breaking(
    .votesSum,
    [
      ("{name: Trần Mẫu Cường, votes: 5}", "{name: Trần Mẫu Cường, votes: 5}"),
      ("{name: Trần Mẫu Dung, votes: 4}", "{name: Trần Mẫu Dung, votes: 5}"),
      ("votes: 8, percent: \"72,7%\"", "votes: 10"),
      ("valid: 10, invalid: 1, reasons: {bầu quá số lượng: 1}", "valid: 10, invalid: 1"), ("seats: 3\n", "seats: 2\n"),
      ("seats: 1\n        candidates", "seats: 0\n        candidates"), ("        elected: [Trần Mẫu Cường]\n", ""),
      ("      - Trần Mẫu Cường\n", ""),
    ],
    ["congress-surplus-limit 2", "congress-votes-sum 10", "congress-votes-sum 6"]
  ),
  Breaking(
    .votesComplete,
    [("          - {name: Trần Mẫu Dung, votes: 4}\n", "")],
    ["congress-votes-complete Trần Mẫu Dung"]
  ),
  Breaking(
    .votesComplete,
    [
      (
        "- {name: Trần Mẫu Dung, votes: 4}",
        "- {name: Trần Mẫu Dung, votes: 4}\n          - {name: Trần Mẫu Dung, votes: 0}"
      )
    ],
    ["congress-votes-complete Trần Mẫu Dung"]
  ),
  Breaking(
    .votesCandidate,
    [
      (
        "- {name: Trần Mẫu Dung, votes: 4}",
        "- {name: Trần Mẫu Dung, votes: 4}\n          - {name: Trần Mẫu Dũng, votes: 0}"
      )
    ],
    ["congress-votes-candidate Trần Mẫu Dũng"]
  ),
  // 10/10 valid ballots, not 10/11.
  Breaking(.percent, [("percent: 90.91", "percent: 100.00")], ["congress-percent 100.00"]),
  // 8/11 = 72.727: 72.73 to two digits.
  Breaking(.percent, [("\"72,7%\"", "\"72,72%\"")], ["congress-percent \"72,72%\""]),
]

let listBreaks: [Breaking] = [
  Breaking(
    .surplusRequired,
    [
      (", Trần Mẫu Dung]\n    rounds", "]\n    rounds"), ("          - {name: Trần Mẫu Dung, votes: 4}\n", ""),
      ("candidates: [Trần Mẫu Cường, Trần Mẫu Dung]", "candidates: [Trần Mẫu Cường]"),
      ("{Trần Mẫu Cường: 6, Trần Mẫu Dung: 4}", "{Trần Mẫu Cường: 6}"),
    ],
    ["congress-surplus-required 3"]
  ),
  // 3 seats allow one more name, not two.
  Breaking(
    .surplusLimit,
    [
      ("Trần Mẫu Cường, Trần Mẫu Dung]\n    rounds", "Trần Mẫu Cường, Trần Mẫu Dung, Lê Mẫu Sơn]\n    rounds"),
      (
        "- {name: Trần Mẫu Dung, votes: 4}",
        "- {name: Trần Mẫu Dung, votes: 4}\n          - {name: Lê Mẫu Sơn, votes: 0}"
      ),
    ],
    ["congress-surplus-limit 3"]
  ),
  Breaking(
    .fewCandidates,
    [("    seats: 1\n    candidates: [Trần Mẫu An]", "    seats: 2\n    candidates: [Trần Mẫu An]")],
    ["warning congress-few-candidates 2", "warning congress-seats-unfilled 2"]
  ),
]

let resultBreaks: [Breaking] = [
  // Cường has 5 of 11: over half is 6.
  Breaking(
    .majority,
    [("elected: [Trần Mẫu An, Trần Mẫu Bình]", "elected: [Trần Mẫu An, Trần Mẫu Bình, Trần Mẫu Cường]")],
    ["congress-majority Trần Mẫu Cường"]
  ),
  Breaking(
    .electedCandidate,
    [("elected: [Trần Mẫu An, Trần Mẫu Bình]", "elected: [Trần Mẫu An, Trần Mẫu Bính, Trần Mẫu Bình]")],
    ["congress-elected-candidate Trần Mẫu Bính"]
  ),
  Breaking(
    .electedCandidate,
    [("      - Trần Mẫu Cường\n", "      - Trần Mẫu Cường\n"), ("      - Trần Mẫu Bình\n", "      - Lê Mẫu Sơn\n")],
    ["congress-elected-candidate Lê Mẫu Sơn", "congress-seat-order Trần Mẫu An"]
  ),
  Breaking(
    .seats,
    [("      - Trần Mẫu Cường\n", "      - Trần Mẫu Cường\n      - Trần Mẫu Dung\n")],
    ["congress-seats Trần Mẫu Dung", "congress-majority Trần Mẫu Dung"]
  ),
  Breaking(
    .seatOrder,
    [("elected: [Trần Mẫu An, Trần Mẫu Bình]", "elected: [Trần Mẫu An]")],
    ["congress-seat-order Trần Mẫu An"]
  ),
  // Two seats: An 10, Bình 8; Cường with 6 of 11 has over half, but others take the seats.
  Breaking(
    .seatOrder,
    [
      (
        "votes: [{name: Trần Mẫu An, votes: 10, against: 1}]",
        "votes: {Trần Mẫu An: 6, Trần Mẫu Bình: 8}\n        elected: [Trần Mẫu An]"
      ), ("candidates: [Trần Mẫu An]", "candidates: [Trần Mẫu An, Trần Mẫu Bình]"),
      ("collected: 11, valid: 11, invalid: 0}", "collected: 11, valid: 11, invalid: 0}"),
      ("among: executive_committee", "surplus: allowed"),
    ],
    ["congress-votes-sum 6", "congress-seat-order Trần Mẫu An", "congress-seat-order Trần Mẫu An"]
  ),
]

let roundBreaks: [Breaking] = [
  // In round 2 both have 6 of 11: over half, and one seat.
  Breaking(
    .tie,
    [
      ("collected: 10, valid: 10, invalid: 0", "collected: 11, valid: 11, invalid: 0"),
      ("{Trần Mẫu Cường: 6, Trần Mẫu Dung: 4}", "{Trần Mẫu Cường: 6, Trần Mẫu Dung: 6}"),
      ("        elected: [Trần Mẫu Cường]\n", ""), ("      - Trần Mẫu Cường\n", ""),
    ],
    ["congress-votes-sum 6", "congress-tie 6"]
  ),
  Breaking(
    .tie,
    [
      ("collected: 10, valid: 10, invalid: 0", "collected: 11, valid: 11, invalid: 0"),
      ("{Trần Mẫu Cường: 6, Trần Mẫu Dung: 4}", "{Trần Mẫu Cường: 6, Trần Mẫu Dung: 6}"),
    ],
    ["congress-votes-sum 6", "congress-tie Trần Mẫu Cường", "congress-tie 6", "congress-tie Trần Mẫu Cường"]
  ),
  // 5 of 11 is not over half in a further round.
  Breaking(
    .unfilled,
    [
      ("{Trần Mẫu Cường: 6, Trần Mẫu Dung: 4}", "{Trần Mẫu Cường: 5, Trần Mẫu Dung: 5}"),
      ("        elected: [Trần Mẫu Cường]\n", ""), ("      - Trần Mẫu Cường\n", ""),
    ],
    ["warning congress-seats-unfilled 3"]
  ),
  Breaking(.revote, [("- number: 2\n", "- number: 2\n        kind: revote\n")], ["congress-revote revote"]),
  Breaking(
    .roundCandidate,
    [("candidates: [Trần Mẫu Cường, Trần Mẫu Dung]", "candidates: [Trần Mẫu Cường, Trần Mẫu Dung, Trần Mẫu An]")],
    ["congress-round-candidate Trần Mẫu An"]
  ),
  Breaking(
    .roundCandidate,
    [
      (
        "candidates: [Trần Mẫu Cường, Trần Mẫu Dung]",
        "candidates: [Trần Mẫu Cường, Trần Mẫu Dung, Lê Mẫu Sơn]\n        added: [Lê Mẫu Sơn]"
      ), ("votes: {Trần Mẫu Cường: 6,", "votes: {Trần Mẫu Cường: 6, Lê Mẫu Sơn: 0,"),
    ],
    ["congress-round-candidate Lê Mẫu Sơn"]
  ),
  Breaking(.roundOrder, [("- number: 2\n", "- number: 3\n")], ["congress-round-order 3"]),
  Breaking(.roundOrder, [("seats: 1\n        candidates", "seats: 2\n        candidates")], ["congress-round-order 2"]),
  Breaking(.roundOrder, [("from: 09:50", "from: 09:30")], ["congress-round-order 09:30"]),
  Breaking(
    .among,
    [
      ("    candidates: [Trần Mẫu An]", "    candidates: [Lê Mẫu Sơn]"),
      ("[{name: Trần Mẫu An, votes: 10, against: 1}]", "[{name: Lê Mẫu Sơn, votes: 10, against: 1}]"),
    ],
    ["congress-among Lê Mẫu Sơn"]
  ),
]

let motionBreaks: [Breaking] = [
  // 10 + 1 + 0 = 11 hands, and 10 are present in the session; 10 of 10 are 100 %.
  Breaking(.showOfHands, [("for: 10, against: 0", "for: 10, against: 1")], ["congress-show-of-hands 10"]),
  // 5 of 11 is not over half; 5 of 10 present are 50 %.
  Breaking(
    .motionResult,
    [("for: 10, against: 0, other: 0, percent: 100", "for: 5, against: 5, other: 0, percent: 50")],
    ["congress-motion-result true"]
  ),
  Breaking(.percent, [("percent: \"81,82%\"", "percent: \"81,81%\"")], ["congress-percent \"81,81%\""]),
]

let timeBreaks: [Breaking] = [
  Breaking(
    .sessionOrder,
    [("to: 2025-06-11 16:00", "to: 2025-06-11 13:00"), ("at: 2025-06-11 14:20, ", "")],
    ["congress-session-order 2025-06-11 13:00"]
  ),
  Breaking(.sessionOrder, [("kind: preparatory", "kind: closing")], ["congress-session-order official"]),
  Breaking(.eventTime, [("at: 2025-06-12 08:20", "at: 2025-06-12 07:59")], ["congress-event-time 2025-06-12 07:59"]),
  Breaking(.eventTime, [("at: 2025-06-12 08:40", "at: 2025-06-12 08:10")], ["congress-event-time 2025-06-12 08:10"]),
  Breaking(
    .eventTime,
    [("to: 09:40", "to: 12:40"), ("        from: 09:50\n        to: 10:10\n", "")],
    ["congress-event-time 12:40", "congress-closing-time 2025-06-12 11:30"]
  ),
  Breaking(
    .closingTime,
    [("closing: {at: 2025-06-12 11:30", "closing: {at: 2025-06-12 11:00")],
    ["congress-closing-time 2025-06-12 11:00"]
  ),
  Breaking(.congressDate, [("  date: 2025-06-12\n", "  date: 2025-06-13\n")], ["congress-date 2025-06-13"]),
  Breaking(
    .congressDate,
    [("document: {number: 7, date: 2025-06-12}", "document: {number: 7, date: 2025-06-10}")],
    ["warning congress-date 2025-06-10"]
  ),
  Breaking(.term, [("term: {from: 2025, to: 2030}", "term: {from: 2025, to: 2025}")], ["congress-term 2025"]),
  Breaking(.term, [("term: {from: 2025, to: 2030}", "term: {from: 2028, to: 2033}")], ["congress-term 2025-06-12"]),
]
