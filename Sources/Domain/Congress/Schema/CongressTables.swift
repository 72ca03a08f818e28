/// The root and what is said once of a congress.
enum CongressTables {
  static let root = RecordTable(
    "the data",
    others: .passed,
    [
      Field("congress", ["đại hội"], .record(congress), "the congress itself", isRequired: true),
      Field("document", ["văn bản"], .record(document), "the paper that is made"),
      Field("rules", ["quy định"], .record(rules), "settings in place of the regulation's own"),
      Field("attendance", ["thành phần", "đại biểu tham dự"], .record(attendance), "who was convened, who came"),
      Field("sessions", ["phiên họp", "các phiên họp", "phiên"], .records(sessionTable), "the sessions, in order"),
      Field(
        "bodies",
        ["cơ quan đại hội", "bộ máy đại hội", "các cơ quan của đại hội"],
        .record(bodies),
        "the working bodies"
      ),
      Field(
        "delegates",
        ["đại biểu", "danh sách đại biểu", "đảng viên", "danh sách đảng viên"],
        .records(PeopleTables.delegate),
        "the delegates; of a congress of all members its members"
      ),
      Field("guests", ["khách mời", "đại biểu khách mời"], .records(PeopleTables.guest), "the guests"),
      Field("reports", ["báo cáo", "các báo cáo"], .records(EventTables.report), "the reports heard"),
      Field(
        "speeches",
        ["phát biểu", "tham luận", "bài phát biểu"],
        .records(EventTables.speech),
        "papers read and speeches"
      ),
      Field(
        "opinions",
        ["ý kiến", "ý kiến thảo luận"],
        .records(EventTables.opinion),
        "opinions given in the discussion"
      ),
      Field("discussion", ["thảo luận"], .record(EventTables.discussion), "the discussion in figures"),
      Field(
        "motions",
        ["biểu quyết", "nội dung biểu quyết", "các nội dung biểu quyết"],
        .records(EventTables.motion),
        "what was voted on by hands"
      ),
      Field("elections", ["bầu cử", "các cuộc bầu cử"], .records(ElectionTables.election), "the elections, in order"),
      Field(
        "tallies",
        ["kết quả kiểm phiếu", "bảng kiểm phiếu"],
        .records(ElectionTables.tally),
        "votes by person, for `elections[].rounds[].votes`"
      ),
      Field("closing", ["bế mạc"], .record(EventTables.closing), "the end of the congress"),
      Field("signatures", ["chữ ký", "ký tên"], .records(signature), "the signatures, from the left"),
      Field("signature", ["người ký"], .record(signature), "the one signature of a paper that has one"),
    ]
  )

  static let congress = RecordTable(
    "the congress",
    others: .passed,
    [
      Field(
        "organisation",
        ["đảng bộ", "chi bộ", "tổ chức đảng", "cấp ủy", "tên đảng bộ"],
        .text,
        "the Party organisation",
        isRequired: true
      ),
      Field("kind", ["loại hình tổ chức", "loại hình"], .text, "what kind of organisation it is, in words"),
      Field("superior", ["cấp trên", "đảng bộ cấp trên", "cơ quan cấp trên"], .text, "the organisation above"),
      Field("province", ["tỉnh", "tỉnh thành phố"], .text, "the province"),
      Field(
        "assembly",
        ["hình thức đại hội", "hình thức"],
        .choice(Choices.assembly),
        "of delegates, or of all members"
      ),
      Field("ordinal", ["lần thứ", "lần"], .ordinal, "which congress it is"),
      Field("term", ["nhiệm kỳ"], .record(term), "the years of its term"),
      Field("venue", ["địa điểm", "nơi họp", "hội trường"], .text, "where it sat"),
      Field(
        "date",
        ["ngày", "ngày đại hội", "ngày họp"],
        .date,
        "its day; where it has several sessions, that of the official one"
      ),
      Field("theme", ["chủ đề"], .text, "the theme"),
      Field("motto", ["phương châm"], .texts, "the motto, in its parts"),
      Field(
        "branches",
        ["số chi bộ", "chi bộ trực thuộc", "số chi bộ trực thuộc"],
        .count,
        "how many branches it has"
      ),
      Field("members", ["đảng viên", "số đảng viên"], .record(members), "how many members it has"),
      Field("founded_from", ["tiền thân"], .text, "what it grew from"),
    ]
  )

  static let term = RecordTable(
    "the term",
    range: (from: "from", to: "to"),
    [
      Field("from", ["từ", "từ năm"], .count, "its first year", isRequired: true),
      Field("to", ["đến", "đến năm"], .count, "its last year", isRequired: true),
    ]
  )

  static let members = RecordTable(
    "the numbers of members",
    others: .passed,
    shorthand: "total",
    [
      Field("total", ["tổng số"], .count, "all members"),
      Field("official", ["chính thức", "đảng viên chính thức"], .count, "official members"),
      Field("probationary", ["dự bị", "đảng viên dự bị"], .count, "probationary members"),
    ]
  )

  static let document = RecordTable(
    "the document",
    others: .passed,
    [
      Field("number", ["số", "số văn bản"], .textOrCount, "its number"),
      Field("place", ["địa danh"], .text, "the place of its date line"),
      Field("date", ["ngày", "ngày văn bản"], .date, "its date"),
      Field("superior_lines", ["tên cơ quan cấp trên"], .lines, "the superior in the letterhead, one text a line"),
      Field("issuer_lines", ["tên cơ quan ban hành"], .lines, "the issuer in the letterhead, one text a line"),
      Field("double_sided", ["in hai mặt"], .truth, "whether it is printed on both sides"),
    ]
  )

  static let signature = RecordTable(
    "a signature",
    others: .passed,
    [
      Field("authority", ["thẩm quyền ký", "quyền hạn"], .text, "on whose behalf: T/M Đoàn Chủ tịch"),
      Field("post", ["chức vụ"], .text, "the signer's post"),
      Field("name", ["họ tên", "họ và tên", "người ký"], .text, "the signer"),
    ]
  )
}
