extension CongressRule {
  /// What the rule asks, and what to do where it is broken.
  package var meaning: String {
    attendanceMeaning ?? ballotMeaning ?? resultMeaning ?? timeMeaning
  }

  private var attendanceMeaning: String? {
    switch self {
    case .attendanceSum: "Those present and those absent are together those convened."
    case .attendanceList:
      "A list of the absent and the list of delegates say the same: who is listed as absent is a delegate and not present, and as many delegates are listed and present as the attendance says."
    case .baseException:
      "Only the cases that the regulation lists take an absent person out of the base, and only where the person was absent the whole time; a congress of delegates and one of all members have different ones (`rules.base_exceptions`)."
    case .statedBase: "A base that the data states is those convened less the listed exceptions."
    case .quorum:
      "At least two thirds of those convened, from at least two thirds of the subordinate organisations, make the congress valid (`rules.quorum`). A warning, as the text was not seen."
    case .sessionPresent: "No session has more people present than were convened."
    case .statedTotal: "Totals that the data states agree with its lists: guests, opinions, official members."
    case .duplicatePerson:
      "A list names each person once. Two people of one name are told apart by their birth or unit; on a ballot their names must differ."
    case .bodyMember:
      "The members of presidium, credentials and counting committee are delegates; so, usually, is the secretariat (a warning)."
    case .bodyOfMembers:
      "A congress of all members elects no credentials committee: the convening committee reports the attendance."
    case .teller: "A member of the counting committee does not stand on the ballot that it counts."
    case .personDates:
      "People are born before they join the Party, and join before they are official members and before the congress."
    default: nil
    }
  }

  private var ballotMeaning: String? {
    switch self {
    case .ballotsValid: "Valid and invalid ballots are together those collected."
    case .ballotsCollected:
      "No more ballots are collected than were handed out: else the whole box is void and the vote is held again."
    case .ballotsHandedOut: "No more ballots are handed out than voters are present."
    case .invalidReasons: "The numbers given with the reasons add up to the invalid ballots."
    case .votesValid:
      "Nobody has more votes than there are valid ballots; votes for and against a person together are not more either."
    case .votesSum:
      "All votes together are at most valid ballots times seats, as a valid ballot elects at most as many as there are seats."
    case .votesComplete: "Everybody on the ballot has votes in the result, if only 0, once each."
    case .votesCandidate:
      "Votes are given to people on the ballot only: a name outside the list makes a ballot invalid."
    case .percent:
      "A percentage is votes divided by the base (those convened less the exceptions: not ballots), rounded half up to the digits it is written with; of a motion also by those present."
    case .surplusRequired:
      "The list for the executive and the standing committee has more candidates than seats (`surplus`, `rules.surplus_required`)."
    case .surplusLimit:
      "The surplus is at most 30 % of the seats, and 1 person for 3 to 5 seats (`rules.surplus_limit`, `surplus_rounding`, `surplus_least`). Where only the rounding decides it is a warning."
    case .fewCandidates: "Fewer candidates than seats cannot fill them. A warning."
    default: nil
    }
  }

  private var resultMeaning: String? {
    switch self {
    case .electedCandidate: "Those elected were candidates of that ballot."
    case .majority:
      "Those elected have over half of the base: those convened less the exceptions, not the ballots and not the valid ballots."
    case .seats: "No more are elected than there are seats."
    case .seatOrder:
      "Of those with over half, the seats go to those with most votes; nobody with fewer votes is elected before them, and nobody with over half is left out while a seat is free."
    case .tie:
      "People with equal votes at the last seat are not told apart by their order in the data: there is a further ballot between them, or the congress decides (`decision` with `elected` in the round)."
    case .unfilled: "Seats are left after the last round and the data has no `decision` of the congress. A warning."
    case .revote:
      "A re-vote stands between the people who were tied at the last seat, all of them and nobody else. The one with more votes is elected even without over half (`rules.revote_over_half`)."
    case .roundCandidate:
      "Candidates of a further round come from the round before and were not elected, or the congress added them (`added` with a `decision`)."
    case .roundOrder: "Rounds are numbered from 1, state the seats that are still free, and follow each other in time."
    case .among: "An office that is filled from among those elected in another election has only them as candidates."
    case .showOfHands: "Hands for, against and other are together at most those present."
    case .motionResult: "A motion is adopted by over half of the base, and only then."
    default: nil
    }
  }

  private var timeMeaning: String {
    switch self {
    case .sessionOrder:
      "A session ends after it begins, sessions follow each other, the preparatory one before the official one."
    case .eventTime:
      "What happens in a session happens between its beginning and its end, and what the data lists in order has times in order."
    case .closingTime: "The congress closes after everything else."
    case .congressDate: "The day of the congress is one on which it sits; its minutes are not dated before it begins."
    case .term: "A term begins before it ends and holds the year of the congress."
    default: "The data agrees with itself."
    }
  }
}
