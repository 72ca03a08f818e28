/// People, by the part they have in a congress.
enum PeopleTables {
  private static let name = Field(
    "name",
    ["họ tên", "họ và tên", "đồng chí", "tên"],
    .text,
    "the whole name, family name first",
    isRequired: true
  )
  private static let post = Field("post", ["chức vụ", "chức danh"], .text, "the office held")
  private static let unit = Field(
    "unit",
    ["đơn vị", "cơ quan", "đơn vị công tác", "nơi công tác", "chi bộ"],
    .text,
    "where the person works or belongs"
  )
  private static let sortName = Field(
    "sort_name",
    ["tên sắp xếp"],
    .text,
    "the name to sort by, where the given name has two words"
  )
  private static let birthDate = Field("birth_date", ["ngày sinh", "ngày tháng năm sinh"], .date, "the day of birth")
  private static let birthYear = Field(
    "birth_year",
    ["năm sinh"],
    .count,
    "the year of birth, where the day is not known"
  )
  private static let gender = Field("gender", ["giới tính", "giới"], .choice(Choices.gender), "`male` or `female`")

  /// A member of a working body.
  static let member = RecordTable(
    "a member",
    shorthand: "name",
    [
      name, post, unit,
      Field("role", ["nhiệm vụ", "vai trò"], .text, "the part in the body: Trưởng ban, Ủy viên"),
    ]
  )

  static let guest = RecordTable(
    "a guest",
    others: .passed,
    shorthand: "name",
    [name, post, unit, Field("on_behalf_of", ["đại diện", "thay mặt"], .text, "for whom the person came")]
  )

  static let delegate = RecordTable(
    "a delegate",
    others: .passed,
    shorthand: "name",
    [
      name, sortName, birthDate, birthYear, gender,
      Field("ethnicity", ["dân tộc"], .text, "the people the person belongs to"),
      Field("religion", ["tôn giáo"], .text, "the religion"),
      Field("joined", ["ngày vào đảng", "vào đảng"], .date, "the day of joining the Party"),
      Field("official_since", ["ngày chính thức", "chính thức"], .date, "the day of becoming an official member"),
      unit, post,
      Field(
        "kind",
        ["loại đại biểu", "diện", "tư cách"],
        .choice(Choices.delegate),
        "how the person became a delegate"
      ),
      Field("alternate", ["dự khuyết"], .truth, "whether the person is an alternate"),
      Field("replaces", ["thay cho", "thay thế"], .text, "the delegate whose place the alternate took"),
      Field("present", ["có mặt"], .truth, "whether the person came (yes, unless listed as absent)"),
      Field("education", ["trình độ", "trình độ chuyên môn", "chuyên môn"], .text, "the highest degree"),
      Field("theory", ["lý luận chính trị", "trình độ lý luận chính trị"], .text, "the degree in political theory"),
      Field("seat", ["số ghế", "ghế"], .textOrCount, "the seat"),
      Field("card", ["số thẻ", "thẻ"], .textOrCount, "the delegate's card"),
      Field("number", ["stt", "tt", "số thứ tự"], .textOrCount, "the row in the list given"),
      Field("note", ["ghi chú"], .text, "a note"),
    ]
  )

  static let candidate = RecordTable(
    "a candidate",
    others: .passed,
    shorthand: "name",
    [
      name, sortName, birthDate, birthYear, gender, post, unit,
      Field("source", ["nguồn", "nguồn giới thiệu"], .choice(Choices.source), "who put the person on the list"),
      Field("incumbent", ["tái cử"], .truth, "whether the person is in office already"),
      Field("number", ["stt", "tt", "số thứ tự"], .textOrCount, "the row in the list given"),
      Field("note", ["ghi chú"], .text, "a note"),
    ]
  )
}
