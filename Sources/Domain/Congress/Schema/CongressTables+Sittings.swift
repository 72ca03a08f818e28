extension CongressTables {
  static let attendance = RecordTable(
    "the attendance",
    [
      Field(
        "convened",
        ["triệu tập", "tổng số triệu tập", "tổng triệu tập", "được triệu tập"],
        .count,
        "official delegates (of a congress of all members: official members) convened",
        isRequired: true
      ),
      Field("present", ["có mặt", "số có mặt"], .count, "how many of them came", isRequired: true),
      Field("absent", ["vắng mặt", "vắng", "số vắng mặt"], .recordsOrCount(absence), "who did not, or how many"),
      Field(
        "excluded",
        ["không tính", "số không tính"],
        .count,
        "how many of the absent are taken out of the base, where they are not listed"
      ),
      Field("base", ["số làm căn cứ", "căn cứ tính"], .count, "the base, to be checked"),
      Field("guests", ["số khách mời"], .count, "how many guests there were"),
      Field(
        "units",
        ["đơn vị trực thuộc", "số đơn vị trực thuộc"],
        .count,
        "how many subordinate organisations there are"
      ),
      Field(
        "units_represented",
        ["đơn vị có đại biểu", "số đơn vị có đại biểu"],
        .count,
        "how many of them had delegates present"
      ),
    ]
  )

  static let absence = RecordTable(
    "an absence",
    shorthand: "name",
    [
      Field("name", ["họ tên", "họ và tên", "đồng chí"], .text, "who was absent", isRequired: true),
      Field("unit", ["đơn vị"], .text, "where the person belongs"),
      Field("reason", ["lý do"], .text, "the reason, in words"),
      Field(
        "exception",
        ["trường hợp", "diện không tính"],
        .choice(Choices.exception),
        "the exception of the regulation that takes the person out of the base"
      ),
      Field(
        "excluded",
        ["không tính", "loại trừ"],
        .truth,
        "whether the person is taken out of the base; follows from `exception`"
      ),
      Field(
        "throughout",
        ["suốt đại hội", "vắng suốt thời gian đại hội"],
        .truth,
        "whether the person was absent the whole time (yes, where nothing is said)"
      ),
    ]
  )

  static let sessionTable = RecordTable(
    "a session",
    others: .passed,
    [
      Field("id", ["mã"], .textOrCount, "a name for references; else its number from 1"),
      Field("name", ["tên", "tên phiên"], .text, "its name"),
      Field("kind", ["loại", "loại phiên"], .choice(Choices.session), "what kind of session it is"),
      Field("from", ["từ", "bắt đầu", "khai mạc", "giờ bắt đầu"], .moment, "when it began", isRequired: true),
      Field("to", ["đến", "kết thúc", "giờ kết thúc"], .moment, "when it ended"),
      Field("venue", ["địa điểm", "nơi họp"], .text, "where it sat, if not where the congress did"),
      Field(
        "present",
        ["có mặt", "số có mặt"],
        .count,
        "how many delegates were present, if not as many as at the congress"
      ),
      Field("chair", ["điều hành", "chủ trì", "chủ tọa"], .texts, "who chaired it"),
      Field(
        "notes",
        ["ghi chú", "nội dung"],
        .records(EventTables.note),
        "what else is to be told: ceremonies, breaks"
      ),
    ]
  )

  static let bodies = RecordTable(
    "the working bodies",
    [
      Field("presidium", ["đoàn chủ tịch", "chủ tịch đoàn"], .records(PeopleTables.member), "the presidium"),
      Field("secretariat", ["đoàn thư ký", "thư ký"], .records(PeopleTables.member), "the secretariat"),
      Field(
        "credentials",
        ["ban thẩm tra tư cách đại biểu", "ban thẩm tra"],
        .records(PeopleTables.member),
        "the credentials committee, of a congress of delegates"
      ),
      Field(
        "counting",
        ["ban kiểm phiếu"],
        .records(PeopleTables.member),
        "the counting committee of elections that name none"
      ),
    ]
  )

  static let rules = RecordTable(
    "the settings",
    [
      Field(
        "regulation",
        ["quy chế bầu cử", "quy định bầu cử"],
        .text,
        "the code of the regulation, where it is not that of the day"
      ),
      Field("percent_places", ["số chữ số thập phân"], .count, "digits after the mark of percentages"),
      Field("surplus_limit", ["số dư tối đa"], .count, "the greatest surplus, in percent of the seats"),
      Field(
        "surplus_least",
        ["số dư tối thiểu được phép"],
        .count,
        "the surplus that is always allowed, however few the seats"
      ),
      Field(
        "surplus_rounding",
        ["làm tròn số dư"],
        .choice(Choices.rounding),
        "how the greatest surplus is made whole"
      ),
      Field("surplus_required", ["bắt buộc có số dư"], .texts, "the `id`s of elections that need a surplus"),
      Field(
        "further_round_over_half",
        ["bầu tiếp phải quá nửa"],
        .truth,
        "whether those elected in a further round need over half"
      ),
      Field(
        "revote_over_half",
        ["bầu lại phải quá nửa"],
        .truth,
        "whether the one elected in a re-vote of tied people needs over half"
      ),
      Field(
        "quorum",
        ["tỷ lệ tối thiểu dự họp"],
        .fraction,
        "the share of those convened that makes the congress valid"
      ),
      Field(
        "base_exceptions",
        ["các trường hợp không tính"],
        .texts,
        "the exceptions that take the absent out of the base"
      ),
      Field("age_bands", ["nhóm tuổi"], .counts, "the first ages of the bands after the first"),
      Field("party_age_bands", ["nhóm tuổi đảng"], .counts, "the first years of the bands of time in the Party"),
    ]
  )
}
