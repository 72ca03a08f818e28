import Diagnostics

/// The rules that congress data is held to, each with where it stands.
package enum CongressRule: String, DiagnosticCode {
  // Attendance and the base.
  case attendanceSum = "congress-attendance-sum"
  case attendanceList = "congress-attendance-list"
  case baseException = "congress-base-exception"
  case statedBase = "congress-stated-base"
  case quorum = "congress-quorum"
  case sessionPresent = "congress-session-present"
  case statedTotal = "congress-stated-total"
  // People and bodies.
  case duplicatePerson = "congress-duplicate-person"
  case bodyMember = "congress-body-member"
  case bodyOfMembers = "congress-body-of-members"
  case teller = "congress-teller-candidate"
  case personDates = "congress-person-dates"
  // Ballots.
  case ballotsValid = "congress-ballots-valid"
  case ballotsCollected = "congress-ballots-collected"
  case ballotsHandedOut = "congress-ballots-handed-out"
  case invalidReasons = "congress-invalid-reasons"
  // Votes.
  case votesValid = "congress-votes-valid"
  case votesSum = "congress-votes-sum"
  case votesComplete = "congress-votes-complete"
  case votesCandidate = "congress-votes-candidate"
  case percent = "congress-percent"
  // Results.
  case electedCandidate = "congress-elected-candidate"
  case majority = "congress-majority"
  case seats = "congress-seats"
  case seatOrder = "congress-seat-order"
  case tie = "congress-tie"
  case unfilled = "congress-seats-unfilled"
  case revote = "congress-revote"
  case roundCandidate = "congress-round-candidate"
  case roundOrder = "congress-round-order"
  case among = "congress-among"
  // The list.
  case surplusRequired = "congress-surplus-required"
  case surplusLimit = "congress-surplus-limit"
  case fewCandidates = "congress-few-candidates"
  // Motions.
  case showOfHands = "congress-show-of-hands"
  case motionResult = "congress-motion-result"
  // Time.
  case sessionOrder = "congress-session-order"
  case eventTime = "congress-event-time"
  case closingTime = "congress-closing-time"
  case congressDate = "congress-date"
  case term = "congress-term"

  /// Where the rule stands, and whether that was seen (S), is recalled (R) or follows by arithmetic.
  package var source: String {
    switch self {
    case .attendanceSum, .attendanceList, .statedTotal, .sessionPresent, .duplicatePerson, .personDates, .votesComplete,
      .sessionOrder, .eventTime, .closingTime, .congressDate, .term, .roundOrder:
      "the figures and lists of one paper agree"
    case .baseException, .statedBase: "190-QĐ/TW Điều 30 (244-QĐ/TW Điều 32), 24-QĐ/TW 9.3 (S)"
    case .quorum: "Điều lệ Đảng Điều 11 (R)"
    case .bodyMember: "190-QĐ/TW Điều 7, 8 (S); secretariat R"
    case .bodyOfMembers: "190-QĐ/TW Điều 7 (S)"
    case .teller: "190-QĐ/TW Điều 8 (S)"
    case .ballotsValid, .invalidReasons: "Biên bản kiểm phiếu, Hướng dẫn 04-HD/TW Phụ lục 2 (S)"
    case .ballotsCollected: "190-QĐ/TW (S): ballots collected beyond those handed out void the box"
    case .ballotsHandedOut: "190-QĐ/TW Điều 8 (S): ballots are handed out to those who are present"
    case .votesValid, .votesSum, .votesCandidate:
      "190-QĐ/TW Điều 30 (S): counted on valid ballots, which elect at most as many as the seats"
    case .percent: "190-QĐ/TW Điều 30 (S): the base; digits and rounding R"
    case .electedCandidate, .majority, .seats, .seatOrder: "190-QĐ/TW Điều 30 (244-QĐ/TW Điều 32) (S)"
    case .tie, .revote: "244-QĐ/TW Điều 32.4 (R in 190-QĐ/TW)"
    case .unfilled, .roundCandidate:
      "190-QĐ/TW (S): short after a round, the congress votes on or decides; names are added by the congress"
    case .among: "190-QĐ/TW (S): bí thư and phó bí thư are elected among the committee"
    case .surplusRequired: "190-QĐ/TW (S) for the executive and standing committee"
    case .surplusLimit: "190-QĐ/TW (S): at most 30 % of the seats, 1 for 3 to 5 seats; the rounding R"
    case .fewCandidates: "190-QĐ/TW (R)"
    case .showOfHands: "a hand belongs to one who is present"
    case .motionResult: "24-QĐ/TW 9.3 (S): over half of the base"
    }
  }

  package var explanation: String { "\(meaning) Source: \(source)." }
}
