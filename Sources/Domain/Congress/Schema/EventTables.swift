/// What happens at a congress besides elections.
enum EventTables {
  private static let session = Field(
    "session",
    ["phiên", "phiên họp"],
    .textOrCount,
    "the session: its `id`, number or name"
  )
  private static let at = Field("at", ["lúc", "thời gian", "giờ"], .moment, "when")
  private static let by = Field(
    "by",
    ["người trình bày", "trình bày", "người phát biểu", "đồng chí", "họ tên", "họ và tên"],
    .text,
    "who speaks"
  )
  private static let post = Field("post", ["chức vụ"], .text, "the speaker's office")
  private static let unit = Field("unit", ["đơn vị"], .text, "where the speaker belongs")
  private static let behalf = Field("on_behalf_of", ["thay mặt", "đại diện"], .text, "for whom the person speaks")

  static let note = RecordTable(
    "a note",
    shorthand: "text",
    [
      Field("title", ["tên", "tiêu đề"], .text, "its subject"), at,
      Field("text", ["nội dung", "ghi chú"], .texts, "what is to be told"),
    ]
  )

  static let report = RecordTable(
    "a report",
    others: .passed,
    shorthand: "title",
    [
      Field("title", ["tên báo cáo", "tên", "báo cáo", "nội dung"], .text, "its title", isRequired: true),
      by, post, unit, behalf, session, at,
      Field("summary", ["tóm tắt"], .texts, "what it said"),
    ]
  )

  static let speech = RecordTable(
    "a speech",
    others: .passed,
    [
      Field("title", ["tên tham luận", "chủ đề", "tiêu đề", "nội dung"], .text, "its subject"),
      Field("kind", ["loại"], .choice(Choices.speech), "what kind of speech it is"),
      by, post, unit, behalf, session, at,
      Field("summary", ["tóm tắt"], .texts, "what it said"),
    ]
  )

  static let opinion = RecordTable(
    "an opinion",
    others: .passed,
    shorthand: "text",
    [by, post, unit, session, at, Field("text", ["ý kiến", "nội dung"], .texts, "what was said")]
  )

  static let discussion = RecordTable(
    "the discussion",
    others: .passed,
    [
      Field("opinions", ["số ý kiến", "ý kiến"], .count, "how many opinions were given"),
      Field("written", ["ý kiến bằng văn bản", "số ý kiến bằng văn bản"], .count, "how many came in writing"),
      Field("groups", ["số tổ", "tổ thảo luận"], .count, "in how many groups it was held"),
    ]
  )

  static let motion = RecordTable(
    "a motion",
    others: .passed,
    [
      Field("id", ["mã"], .textOrCount, "a name for references"),
      Field("matter", ["nội dung", "vấn đề", "nội dung biểu quyết"], .text, "what was voted on", isRequired: true),
      session, at,
      Field("for", ["tán thành", "đồng ý", "số tán thành"], .count, "votes for it", isRequired: true),
      Field("against", ["không tán thành", "không đồng ý", "số không tán thành"], .count, "votes against it"),
      Field("other", ["ý kiến khác", "không có ý kiến", "số ý kiến khác"], .count, "other opinions"),
      Field("present", ["có mặt"], .count, "how many were present, if not as many as at the session"),
      Field("method", ["hình thức biểu quyết", "hình thức"], .choice(Choices.voting), "how the vote was taken"),
      Field("percent", ["tỷ lệ"], .percent, "the share of those present that was for it, to be checked"),
      Field("adopted", ["thông qua", "được thông qua"], .truth, "whether it was adopted, to be checked"),
      by, post,
      Field("note", ["ghi chú"], .texts, "what else is to be told"),
    ]
  )

  static let closing = RecordTable(
    "the closing",
    others: .passed,
    [
      Field("at", ["lúc", "thời gian", "giờ", "kết thúc"], .moment, "when the congress closed"),
      Field("copies", ["số bản", "bản"], .count, "how many copies of the minutes there are"),
      Field("pages", ["số trang"], .count, "how many pages the minutes have"),
      Field("note", ["ghi chú"], .text, "a note"),
    ]
  )
}
