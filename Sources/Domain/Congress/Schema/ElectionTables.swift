/// Elections, from the office to the single vote.
enum ElectionTables {
  static let election = RecordTable(
    "an election",
    others: .passed,
    pairs: (key: "id", value: nil),
    [
      Field(
        "id",
        ["mã"],
        .textOrCount,
        "a name for references: `executive_committee`, `standing_committee`, `secretary`, `delegates` ..."
      ),
      Field(
        "office",
        ["chức danh", "cơ quan bầu", "tên cuộc bầu cử", "bầu"],
        .text,
        "what is elected, as the papers print it"
      ),
      Field(
        "method",
        ["hình thức", "phương thức"],
        .choice(Choices.electionMethod),
        "an election (where nothing is said), or ballots that elect nobody"
      ),
      Field(
        "among",
        ["trong số"],
        .textOrCount,
        "the `id` of the election whose elected people are the only ones who may stand"
      ),
      Field("voters", ["cử tri", "cơ quan bầu cử"], .choice(Choices.voters), "who votes, if not the congress"),
      Field(
        "seats",
        ["số lượng cần bầu", "số lượng bầu", "so luong can bau", "số lượng"],
        .count,
        "how many are to be elected"
      ),
      Field(
        "surplus",
        ["số dư"],
        .choice(Choices.surplus),
        "whether more candidates than seats are required, allowed or ruled out"
      ),
      Field("base", ["số làm căn cứ", "căn cứ tính"], .count, "the base of over half, to be checked"),
      Field("present", ["có mặt"], .count, "how many voters were present, if not as many as at the session"),
      Field("session", ["phiên", "phiên họp"], .textOrCount, "the session: its `id`, number or name"),
      Field(
        "candidates",
        ["danh sách bầu cử", "ứng cử viên", "người ứng cử", "danh sách"],
        .records(PeopleTables.candidate),
        "the list that the congress passed"
      ),
      Field(
        "counting",
        ["ban kiểm phiếu"],
        .records(PeopleTables.member),
        "its counting committee, if not that of the congress"
      ),
      Field("rounds", ["các lần bầu", "lần bầu", "vòng"], .records(round), "the rounds, in order"),
      Field(
        "elected",
        ["trúng cử", "danh sách trúng cử", "người trúng cử"],
        .recordsOrCount(elected),
        "who was elected, or how many, to be checked"
      ),
      Field("at", ["lúc", "giờ"], .moment, "when it came up, if not when its first round began"),
      Field("by", ["người trình bày", "trình bày", "người điều hành"], .text, "who led it"),
      Field("post", ["chức vụ"], .text, "that person's office"),
      Field("note", ["ghi chú"], .texts, "what else is to be told"),
    ]
  )

  static let round = RecordTable(
    "a round",
    others: .passed,
    [
      Field("number", ["lần", "lần thứ"], .count, "its number, to be checked"),
      Field("kind", ["loại"], .choice(Choices.round), "the first, a further one, or a re-vote of tied people"),
      Field("session", ["phiên", "phiên họp"], .textOrCount, "the session, if not that of the election"),
      Field("from", ["từ", "bắt đầu"], .moment, "when it began"),
      Field("to", ["đến", "kết thúc"], .moment, "when it ended"),
      Field(
        "seats",
        ["số lượng cần bầu", "số lượng bầu", "số lượng"],
        .count,
        "how many seats were to be filled, to be checked"
      ),
      Field("present", ["có mặt"], .count, "how many voters were present, if not as many as at the election"),
      Field(
        "candidates",
        ["danh sách bầu cử", "danh sách"],
        .texts,
        "the names on its ballot, where they are fewer than all"
      ),
      Field(
        "added",
        ["bổ sung", "danh sách bổ sung"],
        .texts,
        "names that the congress added to the list for this round"
      ),
      Field(
        "decision",
        ["quyết định của đại hội", "quyết định"],
        .text,
        "what the congress decided after it: not to go on, to add names, about tied people"
      ),
      Field("ballots", ["phiếu", "số phiếu"], .record(ballots), "the ballots"),
      Field(
        "votes",
        ["kết quả", "kết quả kiểm phiếu", "số phiếu bầu"],
        .records(vote),
        "votes by person: a list, or a map of names and votes"
      ),
      Field("elected", ["trúng cử", "danh sách trúng cử", "người trúng cử"], .texts, "who was elected, to be checked"),
      Field("note", ["ghi chú"], .texts, "what else is to be told"),
    ]
  )

  static let ballots = RecordTable(
    "the ballots",
    [
      Field("handed_out", ["phiếu phát ra", "phát ra", "số phiếu phát ra"], .count, "handed out", isRequired: true),
      Field("collected", ["phiếu thu về", "thu về", "số phiếu thu về"], .count, "collected", isRequired: true),
      Field("valid", ["phiếu hợp lệ", "hợp lệ", "số phiếu hợp lệ"], .count, "valid", isRequired: true),
      Field(
        "invalid",
        ["phiếu không hợp lệ", "không hợp lệ", "số phiếu không hợp lệ"],
        .count,
        "invalid",
        isRequired: true
      ),
      Field("reasons", ["lý do", "lý do không hợp lệ"], .records(reason), "why ballots were invalid"),
    ]
  )

  static let reason = RecordTable(
    "a reason",
    shorthand: "reason",
    pairs: (key: "reason", value: "count"),
    [
      Field("reason", ["lý do"], .text, "the reason", isRequired: true),
      Field("count", ["số phiếu", "số lượng"], .count, "how many ballots"),
    ]
  )

  static let vote = RecordTable(
    "the votes of a person",
    pairs: (key: "name", value: "votes"),
    [
      Field("name", ["họ tên", "họ và tên", "đồng chí"], .text, "the candidate", isRequired: true),
      Field(
        "votes",
        ["số phiếu", "phiếu bầu", "số phiếu bầu", "đồng ý", "số phiếu đồng ý"],
        .count,
        "votes for the person",
        isRequired: true
      ),
      Field("against", ["không đồng ý", "số phiếu không đồng ý"], .count, "votes against, on ballots without surplus"),
      Field("percent", ["tỷ lệ"], .percent, "the share of the base, to be checked to its own digits"),
      Field("number", ["stt", "tt", "số thứ tự"], .textOrCount, "the row in the list given"),
      Field("note", ["ghi chú"], .text, "a note"),
    ]
  )

  static let tally = RecordTable(
    "a row of the tallies",
    [
      Field(
        "election",
        ["cuộc bầu cử", "bầu cử", "mã bầu cử"],
        .textOrCount,
        "the `id` of the election, or its number from 1"
      ),
      Field("round", ["lần", "lần bầu"], .count, "the round; 1 where nothing is said"),
      Field("name", ["họ tên", "họ và tên", "đồng chí"], .text, "the candidate", isRequired: true),
      Field(
        "votes",
        ["số phiếu", "phiếu bầu", "số phiếu bầu", "đồng ý"],
        .count,
        "votes for the person",
        isRequired: true
      ),
      Field("against", ["không đồng ý"], .count, "votes against"),
      Field("percent", ["tỷ lệ"], .percent, "the share of the base, to be checked"),
      Field("number", ["stt", "tt", "số thứ tự"], .textOrCount, "the row in the list given"),
      Field("note", ["ghi chú"], .text, "a note"),
    ]
  )

  static let elected = RecordTable(
    "one who was elected",
    others: .passed,
    shorthand: "name",
    [
      Field("name", ["họ tên", "họ và tên", "đồng chí"], .text, "the name", isRequired: true),
      Field("votes", ["số phiếu"], .count, "the votes, to be checked"),
      Field("percent", ["tỷ lệ"], .percent, "the share of the base, to be checked"),
    ]
  )
}
