import DataSources
import Diagnostics
import KPI
import Testing
import Values

@Suite struct ReaderTests {
  @Test("CSV with Vietnamese headers and ASCII ones, long and wide, in any order of files")
  func headers() {
    var files = Files()
    files.add("a.csv", "Đơn vị;Chỉ tiêu;Kỳ;Giá trị\nA;HS;6/2025;1.234\nXã B;Hồ sơ;tháng 6 năm 2025;7\n")
    files.add("b.csv", "organisation,indicator,period,value\nA,TL,2025-06,95.5\n")
    files.add("c.csv", "don vi,chi tieu,T1/2025,T2/2025\nA,NS,\"1,5\",\n")
    files.add("d.yaml", definitions)
    let batch = files.batch()
    #expect(files.reports == [])
    let entries = batch.values.map {
      "\($0.key.organisation) \($0.key.indicator) \($0.key.period) \($0.content.map(\.description) ?? "?")"
    }
    #expect(
      entries == [
        "A HS 2025-06 1234", "B HS 2025-06 7", "A TL 2025-06 95.5", "A NS 2025-01 1.5", "A NS 2025-02 ?",
      ]
    )
  }

  @Test("every mistake is reported with its line and column, and what would be right")
  func mistakes() {
    var files = Files()
    files.add("d.yaml", definitions)
    files.add(
      "a.csv",
      """
      organisation,indicator,period,value
      A,HS,2025-06,12x
      C,HS,2025-06,1
      A,Hồ,2025-06,1
      A,TL,2025-13,1
      A,NS,2025-06,1.234
      A,HS,2025-07,5
      A,HS,2025-07,6
      ,HS,2025-08,1
      """
    )
    _ = files.batch()
    #expect(
      files.reports == [
        "a.csv:2:14: 'twelve' is no number".replacing("twelve", with: "12x"),
        "a.csv:3:1: there is no organisation 'C'",
        "a.csv:4:3: there is no indicator 'Hồ'",
        "a.csv:5:6: '2025-13' is no period",
        "a.csv:6:14: '1.234' is either 1234 or 1,234",
        "a.csv:8:14: the value of HS, A, 2025-07 stands twice, with two meanings",
        "a.csv:9:1: the row names no organisation",
      ]
    )
  }

  @Test("a value with more decimals than are shown is kept, with one warning an indicator")
  func decimals() {
    var files = Files()
    files.add("d.yaml", definitions)
    let rows = "A,HS,2025-05,12\nA,HS,2025-06,12.50\nA,HS,2025-07,\"3,25\"\n"
    files.add("a.csv", "organisation,indicator,period,value\n\(rows)")
    let batch = files.batch()
    #expect(files.reports == ["a.csv:3:14: 12,5 has more decimals than HS shows (0)"])
    #expect(!files.diagnostics.hasErrors)
    #expect(batch.values.map(\.content) == [decimal("12"), decimal("12.50"), decimal("3.25")])
  }

  @Test("an unknown column is reported once, with the nearest name")
  func unknownColumn() throws {
    var files = Files()
    files.add("d.yaml", definitions)
    files.add("a.csv", "organisation,indicator,period,valeu\nA,HS,2025-06,1\nA,HS,2025-07,1\n")
    _ = files.batch()
    #expect(files.reports.first == "a.csv:2:14: 'valeu' is no column or key of indicators")
    #expect(files.diagnostics.all.first?.help == "did you mean 'value'?")
    #expect(files.diagnostics.all.count { $0.code == "kpi-unknown-key" } == 1)
  }

  @Test("nested values, targets of indicators, comments and settings in YAML")
  func nested() {
    var files = Files()
    files.add(
      "a.yaml",
      """
      cài đặt: {đạt: 95, gần đạt: 80, ngày đầu kỳ: 1}
      đơn vị:
        - {mã: A, tên: Xã A, cấp trên: Huyện Z, người ký: Lê Văn Thử}
      chỉ tiêu:
        - mã: TL
          tên: Tỷ lệ
          đơn vị: "%"
          chiều: càng thấp càng tốt
          cách cộng: bình quân
          kế hoạch: {"2025": trên 90, 2025-06: "6,6-6,8"}
      nhận xét:
        - {đơn vị: A, kỳ: 2025-06, nội dung: Tốt}
      số liệu:
        A:
          TL: {2025-06: 91, 2025-07: null}
      """
    )
    let data = files.batch().applied(to: KPIData())
    #expect(files.reports == [])
    #expect(data.settings.met == decimal("95"))
    #expect(data.settings.window.firstDay == 1)
    #expect(data.organisations.first?.superior == "Huyện Z")
    #expect(data.indicators.first?.direction == .down)
    #expect(data.indicators.first?.aggregation == .average)
    #expect(data.indicators.first?.unit == "%")
    #expect(data.target("A", "TL", period("2025")) == .above(decimal("90")))
    #expect(data.target("A", "TL", period("2025-06")) == .range(decimal("6.6"), decimal("6.8")))
    #expect(data.recorded("A", "TL", period("2025-06")) == decimal("91"))
    #expect(data.recorded("A", "TL", period("2025-07")) == nil)
    #expect(data.comments.values.first == "Tốt")
  }

  @Test("one flat table may define its indicators and hold their values")
  func flat() {
    var files = Files()
    files.add(
      "a.csv",
      """
      code,name,unit,direction,places,aggregation,organisation,period,value,target
      TL,Tỷ lệ,%,up,1,average,A,2025-06,95.5,>= 90
      TL,Tỷ lệ,%,up,1,average,A,2025-07,96.5,>= 90
      """
    )
    var reading = KPIReading()
    reading.addsOrganisations = true
    let data = files.batch(reading).applied(to: KPIData())
    #expect(files.reports == [])
    #expect(data.indicators.map(\.name) == ["Tỷ lệ"])
    #expect(data.organisations.map(\.name) == ["A"])
    #expect(data.recorded("A", "TL", period("2025-07")) == decimal("96.5"))
    #expect(data.target("A", "TL", period("2025-07")) == .atLeast(decimal("90")))
  }

  @Test("rows that name no organisation or period take those that were given")
  func given() {
    var files = Files()
    files.add("d.yaml", definitions)
    files.add("a.csv", "chỉ tiêu,giá trị\nHS,5\n")
    var reading = KPIReading()
    reading.organisation = "Xã A"
    reading.period = period("2025-06")
    let data = files.batch(reading).applied(to: KPIData())
    #expect(files.reports == [])
    #expect(data.recorded("A", "HS", period("2025-06")) == decimal("5"))
  }

  @Test("numbers of JSON are what they say")
  func json() {
    var files = Files()
    files.add("d.yaml", definitions)
    files.add(
      "a.json",
      #"[{"organisation": "A", "indicator": "NS", "period": "2025-06", "value": 1.200}]"#,
      numbers: .plain
    )
    let data = files.batch().applied(to: KPIData())
    #expect(files.reports == [])
    #expect(data.recorded("A", "NS", period("2025-06")) == decimal("1.2"))
  }

  @Test("a setting, a word or a shape that cannot be is reported")
  func wrongWords() {
    var files = Files()
    files.add(
      "a.yaml",
      """
      settings: {window: 31, met: nhiều}
      indicators:
        - {code: A, name: A, direction: ngang, places: 40}
      values: 5
      orgs: []
      """
    )
    _ = files.batch()
    #expect(
      files.reports == [
        "a.yaml:5:1: 'orgs' is no column or key of indicators",
        "a.yaml:1:20: the setting 'window' cannot be 31",
        "a.yaml:1:29: the setting 'met' is a number",
        "a.yaml:3:35: 'ngang' is no direction",
        "a.yaml:3:50: decimal places are a whole number from 0 to 18",
        "a.yaml:4:9: a number is no table",
      ]
    )
  }
}
