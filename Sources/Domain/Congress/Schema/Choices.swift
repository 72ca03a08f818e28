/// The words that choices understand.
enum Choices {
  static let assembly = Choice([
    .init("delegates", ["Đại hội đại biểu", "đại biểu"]),
    .init(
      "members",
      [
        "Đại hội toàn thể đảng viên", "Đại hội đảng viên", "Đại hội toàn thể", "đảng viên", "toàn thể đảng viên",
        "toàn thể",
      ]
    ),
  ])

  static let session = Choice([
    .init("preparatory", ["trù bị", "phiên trù bị"]),
    .init("official", ["chính thức", "phiên chính thức"]),
    .init("closing", ["bế mạc", "phiên bế mạc"]),
  ])

  static let delegate = Choice([
    .init("ex_officio", ["đương nhiên", "đại biểu đương nhiên"]),
    .init("elected", ["bầu", "được bầu", "đại biểu được bầu", "do cấp dưới bầu", "do bầu"]),
    .init("appointed", ["chỉ định", "được chỉ định", "đại biểu chỉ định"]),
  ])

  static let gender = Choice([.init("male", ["nam"]), .init("female", ["nữ"])])

  static let exception = Choice([
    .init("committee_member", ["cấp ủy viên cấp triệu tập", "cấp ủy viên vắng mặt"]),
    .init("no_substitute", ["không có dự khuyết thay thế", "không có người thay thế"]),
    .init("posted", ["chuyển sinh hoạt đảng tạm thời", "sinh hoạt tạm thời nơi khác"]),
    .init("exempted", ["miễn sinh hoạt", "được miễn sinh hoạt", "miễn công tác và sinh hoạt đảng"]),
    .init("suspended", ["đình chỉ sinh hoạt", "bị đình chỉ sinh hoạt đảng", "khởi tố, truy tố, tạm giam"]),
    .init("excused", ["vắng có lý do", "vắng mặt có lý do chính đáng", "có lý do"]),
  ])

  static let speech = Choice([
    .init("paper", ["tham luận"]),
    .init("superior", ["cấp trên phát biểu", "phát biểu chỉ đạo"]),
    .init("reply", ["đáp từ", "tiếp thu"]),
    .init("opening", ["khai mạc", "diễn văn khai mạc"]),
    .init("closing", ["bế mạc", "diễn văn bế mạc"]),
    .init("greeting", ["chào mừng", "phát biểu chào mừng"]),
    .init("other", ["khác"]),
  ])

  static let voting = Choice([
    .init("hands", ["giơ tay", "biểu quyết giơ tay", "thẻ đảng viên", "giơ thẻ"]),
    .init("ballot", ["bỏ phiếu", "bỏ phiếu kín", "phiếu kín"]),
  ])

  static let surplus = Choice([
    .init("required", ["bắt buộc", "có số dư"]),
    .init("allowed", ["cho phép", "được phép"]),
    .init("none", ["không", "không có số dư"]),
  ])

  static let electionMethod = Choice([
    .init("election", ["bầu cử", "bầu"]),
    .init("introduction", ["giới thiệu", "phiếu giới thiệu", "xin ý kiến"]),
    .init("confidence vote", ["bỏ phiếu tín nhiệm", "tín nhiệm"]),
  ])

  static let voters = Choice([
    .init("congress", ["đại hội"]),
    .init("committee", ["ban chấp hành", "cấp ủy mới"]),
  ])

  static let round = Choice([
    .init("first", ["lần đầu", "lần thứ nhất"]),
    .init("further", ["bầu tiếp", "bầu thêm"]),
    .init("revote", ["bầu lại", "bầu lại người bằng phiếu", "bằng phiếu"]),
  ])

  static let source = Choice([
    .init("committee", ["cấp ủy giới thiệu", "cấp ủy chuẩn bị", "danh sách chuẩn bị", "cấp ủy"]),
    .init("nominated", ["được đề cử", "đề cử"]),
    .init("self_nominated", ["ứng cử", "tự ứng cử"]),
  ])

  static let rounding = Choice([
    .init("down", ["xuống", "làm tròn xuống"]),
    .init("nearest", ["gần nhất"]),
    .init("up", ["lên", "làm tròn lên"]),
  ])

  /// true and false, as offices mark them.
  static let truth = Choice([
    .init("true", ["có", "đúng", "x", "yes", "y", "1", "có mặt", "rồi"]),
    .init("false", ["không", "sai", "no", "n", "0", "vắng", "vắng mặt", "chưa"]),
  ])
}
