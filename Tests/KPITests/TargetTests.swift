import KPI
import Testing
import Values

@Suite struct TargetTests {
  @Test(
    "targets are read as plans write them, and stored in one form",
    arguments: [
      ("1200", "1200"), ("trên 4", "> 4"), ("Trên 4%", "> 4"), ("> 4", "> 4"), ("dưới 3", "< 3"), ("DƯỚI 3,5", "< 3.5"),
      ("khoảng 4", "~ 4"), ("Khoảng 4,5 %", "~ 4.5"), ("~4", "~ 4"), ("6,6-6,8", "6.6-6.8"), ("6,6 – 6,8", "6.6-6.8"),
      ("6,6 - 6,8%", "6.6-6.8"), ("từ 6,6 đến 6,8", "6.6-6.8"), ("6,6% đến 6,8%", "6.6-6.8"), (">= 90", ">= 90"),
      ("≥90", ">= 90"), ("từ 90 trở lên", ">= 90"), ("90 trở lên", ">= 90"), ("tối thiểu 90", ">= 90"),
      ("ít nhất 90", ">= 90"), ("không dưới 90", ">= 90"), ("không quá 3", "<= 3"), ("<= 3", "<= 3"), ("≤ 3", "<= 3"),
      ("tối đa 3", "<= 3"), ("3 trở xuống", "<= 3"), ("-2", "-2"), ("trên -2", "> -2"), ("-3 - -1", "-3--1"),
    ]
  )
  func reads(text: String, written: String) throws {
    guard case .target(let target) = readTarget(text, style: .careful, places: nil) else {
      Issue.record("'\(text)' is read as no target")
      return
    }
    #expect(target.written == written)
    #expect(readTarget(target.written, style: .plain, places: nil) == .target(target))
  }

  @Test("a target that cannot be understood is none, and nothing is no target")
  func mistakes() {
    #expect(readTarget("nhiều", style: .careful, places: nil) == .unreadable)
    #expect(readTarget("trên", style: .careful, places: nil) == .unreadable)
    #expect(readTarget("trên nhiều", style: .careful, places: nil) == .unreadable)
    #expect(readTarget("6,8-6,6", style: .careful, places: nil) == .reversed)
    #expect(readTarget("6-", style: .careful, places: nil) == .unreadable)
    #expect(readTarget("", style: .careful, places: nil) == .none)
    let riddle = TargetReading.ambiguous(grouped: decimal("1200"), decimal: decimal("1.2"))
    #expect(readTarget("trên 1.200", style: .careful, places: 1) == riddle)
    #expect(readTarget("trên 1.200", style: .careful, places: 0) == .target(.above(decimal("1200"))))
  }

  @Test("targets on paper are those of the plans")
  func shown() {
    #expect(Target.number(decimal("12500")).shown == "12.500")
    #expect(Target.atLeast(decimal("90")).shown == "từ 90 trở lên")
    #expect(Target.above(decimal("4")).shown == "trên 4")
    #expect(Target.atMost(decimal("3")).shown == "không quá 3")
    #expect(Target.below(decimal("3.5")).shown == "dưới 3,5")
    #expect(Target.about(decimal("4")).shown == "khoảng 4")
    #expect(Target.range(decimal("6.6"), decimal("6.8")).shown == "6,6-6,8")
  }
}

@Suite struct JudgementTests {
  private func judged(_ target: String, _ value: String, down: Bool = false, _ settings: KPISettings = KPISettings())
    -> Judgement
  {
    guard case .target(let target) = readTarget(target, style: .careful, places: nil) else {
      preconditionFailure("no target: \(target)")
    }
    var indicator = Indicator(code: "I", name: "I")
    indicator.direction = down ? .down : .up
    return target.judge(decimal(value), of: indicator, by: settings)
  }

  @Test(
    "more is better: met from the target, nearly from nine tenths of it",
    arguments: [
      ("200", "200", Judgement.met), ("200", "199.999", .nearly), ("200", "180", .nearly), ("200", "179.99", .notMet),
      ("200", "0", .notMet), ("200", "-5", .notMet), ("trên 4", "4", .nearly), ("trên 4", "4.01", .met),
      (">= 90", "90", .met), (">= 90", "81", .nearly), (">= 90", "80.9", .notMet), ("6,6-6,8", "6.6", .met),
      ("6,6-6,8", "7.2", .met), ("6,6-6,8", "6.5", .nearly),
      ("6,6-6,8", "5.93", .notMet),  // 5,93 / 6,6 = 89,8 %
      ("khoảng 4", "3.8", .met),  // 5 % of 4 is 0,2
      ("khoảng 4", "3.79", .nearly), ("khoảng 4", "3.59", .notMet), ("khoảng 4", "5", .met),
    ]
  )
  func up(target: String, value: String, expected: Judgement) {
    #expect(judged(target, value) == expected)
  }

  @Test(
    "less is better: met up to the target, nearly while the target is nine tenths of the value",
    arguments: [
      ("9", "9", Judgement.met), ("9", "10", .nearly), ("9", "10.01", .notMet), ("9", "0", .met), ("9", "-1", .met),
      ("dưới 3", "3", .nearly), ("dưới 3", "2.99", .met), ("không quá 3", "3", .met), ("khoảng 4", "4.2", .met),
      ("khoảng 4", "4.21", .nearly), ("khoảng 4", "4.45", .notMet), ("6-9", "9", .met), ("6-9", "5", .met),
      ("6-9", "9.5", .nearly),
    ]
  )
  func down(target: String, value: String, expected: Judgement) {
    #expect(judged(target, value, down: true) == expected)
  }

  @Test("a bound says itself which side is good, whatever the direction")
  func bounds() {
    #expect(judged(">= 90", "95", down: true) == .met)
    #expect(judged("< 3", "5") == .notMet)
  }

  @Test("of a target of nought or below no share can be taken: met or not met")
  func noughtAndBelow() {
    #expect(judged("0", "0") == .met)
    #expect(judged("0", "-1") == .notMet)
    #expect(judged("0", "0", down: true) == .met)
    #expect(judged("0", "1", down: true) == .notMet)
    #expect(judged("-5", "-4") == .met)
    #expect(judged("-5", "-5.1") == .notMet)
  }

  @Test("the limits are settings, and compared exactly")
  func settings() {
    var settings = KPISettings()
    #expect(settings.set("met", decimal("95")) == nil)
    #expect(settings.set("nearly", decimal("80")) == nil)
    #expect(judged("200", "190", settings) == .met)
    #expect(judged("200", "189.99", settings) == .nearly)
    #expect(judged("200", "160", settings) == .nearly)
    #expect(judged("200", "159.99", settings) == .notMet)
    // 89,96 % is printed as 90,0 %, and is not 90 %.
    #expect(judged("10000", "8996") == .notMet)
  }

  private func judged(_ target: String, _ value: String, _ settings: KPISettings) -> Judgement {
    judged(target, value, down: false, settings)
  }
}
