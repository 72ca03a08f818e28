import Vietnamese

/// What a column of a table, or a key of a record, holds.
enum Column: String, CaseIterable {
  case record, ordinal
  case organisation, indicator, period, value, target, comment
  case code, name, unit, direction, places, aggregation, pace, headline
  case superior, symbol, place, authority, post, signer

  /// The other names it goes by.
  private var labels: [String] {
    switch self {
    case .record: ["loại", "loại dòng"]
    case .ordinal: ["tt", "stt", "số thứ tự"]
    case .organisation: ["organization", "org", "đơn vị", "đơn vị báo cáo", "cơ quan", "tổ chức", "mã đơn vị"]
    case .indicator: ["kpi", "chỉ tiêu", "chỉ số", "mã chỉ tiêu"]
    case .period: ["month", "kỳ", "kỳ báo cáo", "thời kỳ", "tháng", "thời gian"]
    case .value: ["actual", "giá trị", "số liệu", "thực hiện", "kết quả"]
    case .target: ["targets", "plan", "kế hoạch", "mục tiêu", "chỉ tiêu giao"]
    case .comment: ["note", "text", "nhận xét", "ghi chú", "nội dung"]
    case .code: ["id", "mã", "mã số"]
    case .name: ["tên", "tên gọi", "tên chỉ tiêu", "tên đơn vị"]
    case .unit: ["đơn vị tính", "đvt"]
    case .direction: ["chiều", "hướng", "chiều hướng", "xu hướng"]
    case .places: ["decimals", "decimal places", "số lẻ", "chữ số thập phân", "số chữ số thập phân"]
    case .aggregation: ["aggregate", "cách cộng", "cách tính luỹ kế", "cách tính lũy kế", "luỹ kế", "lũy kế"]
    case .pace: ["tiến độ"]
    case .headline: ["nổi bật", "chỉ tiêu chính"]
    case .superior: ["cấp trên", "cơ quan cấp trên", "cơ quan chủ quản"]
    case .symbol: ["ký hiệu", "số ký hiệu"]
    case .place: ["địa danh"]
    case .authority: ["thẩm quyền", "quyền hạn"]
    case .post: ["chức vụ"]
    case .signer: ["người ký", "họ tên người ký"]
    }
  }

  /// The columns by folded name.
  private static let byName: [String: Column] = {
    var columns: [String: Column] = [:]
    for column in allCases {
      for name in [column.rawValue] + column.labels { columns[foldedName(name)] = column }
    }
    return columns
  }()

  /// The column of a name; `nil` for an unknown one.
  init?(label: String) {
    guard let column = Self.byName[foldedName(label)] else { return nil }
    self = column
  }

  /// The known name that is nearest to an unknown one, as people write it.
  static var allNames: [String] { allCases.flatMap { [$0.rawValue] + $0.labels } }
}

/// What a key of a row is: a column, or a period whose values or targets stand below it.
enum RowKey {
  case column(Column)
  case value(Period)
  case target(Period)

  /// The key's meaning in a table; "đơn vị" is the unit of an indicator in a table of indicators.
  init?(_ key: String, in table: TableKind) {
    if table == .indicators, foldedName(key) == "don vi" {
      self = .column(.unit)
    } else if let column = Column(label: key) {
      self = .column(column)
    } else if let period = Period(key) {
      self = table == .indicators ? .target(period) : .value(period)
    } else if let period = RowKey.targetPeriod(key) {
      self = .target(period)
    } else {
      return nil
    }
  }

  /// `kế hoạch năm 2025`, `target 2025`.
  private static func targetPeriod(_ key: String) -> Period? {
    let words = key.split(whereSeparator: \.isWhitespace).map(String.init)
    for count in 1...3 where words.count > count {
      guard Column(label: words.prefix(count).joined(separator: " ")) == .target else { continue }
      return Period(words.dropFirst(count).joined(separator: " "))
    }
    return nil
  }
}

/// The tables that records stand in.
enum TableKind: String, CaseIterable {
  case settings, organisations, indicators, targets, values, comments

  private var labels: [String] {
    switch self {
    case .settings: ["setting", "cài đặt", "thiết lập"]
    case .organisations: ["organisation", "organizations", "organization", "đơn vị", "các đơn vị", "cơ quan"]
    case .indicators: ["indicator", "chỉ tiêu", "các chỉ tiêu", "chỉ số"]
    case .targets: ["target", "kế hoạch", "mục tiêu"]
    case .values: ["value", "giá trị", "số liệu"]
    case .comments: ["comment", "nhận xét", "ghi chú"]
    }
  }

  /// The table of a name; `nil` for an unknown one.
  init?(label: String) {
    let name = foldedName(label)
    guard let kind = Self.allCases.first(where: { ([$0.rawValue] + $0.labels).contains { foldedName($0) == name } })
    else { return nil }
    self = kind
  }

  /// Every name of a table.
  static var allNames: [String] { allCases.flatMap { [$0.rawValue] + $0.labels } }
}
