import Testing
import Values

@Suite struct DecimalTests {
  @Test(
    "texts are read exactly",
    arguments: [
      ("0", "0"), ("1234.50", "1234.50"), ("-0.000000000000000001", "-0.000000000000000001"), ("1.5e3", "1500"),
      ("25E-2", "0.25"), ("007", "7"), ("1.0000000000000000000000", "1.000000000000000000"),
      ("170141183460469231731687303715884105727", "170141183460469231731687303715884105727"),
    ]
  )
  func parsing(text: String, expected: String) {
    #expect(Decimal(text)?.description == expected)
  }

  @Test(
    "what is no exact number is refused",
    arguments: ["", "-", ".5", "5.", "1,5", "1e", "0x1F", "1 2", "1e400", "0.0000000000000000001", "1e38e", "٣"]
  )
  func refused(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test("too large a number is refused", arguments: ["170141183460469231731687303715884105728", "1e39"])
  func overflow(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test(
    "arithmetic is exact, division ends at 18 digits",
    arguments: [
      ("0.1", "+", "0.2", "0.3"), ("1", "-", "0.9", "0.1"), ("1.5", "*", "1.5", "2.25"), ("1", "/", "8", "0.125"),
      ("1", "/", "3", "0.333333333333333333"), ("2", "/", "3", "0.666666666666666667"), ("-7", "%", "3", "-1"),
      ("7.5", "%", "2", "1.5"), ("100", "/", "0.25", "400"),
      ("0.000000001", "*", "0.0000000005", "0.000000000000000000"),
      ("0.000000001", "*", "0.0000000015", "0.000000000000000002"),
      ("523456789012345678901", "*", "1000000000000000000", nil),
      ("1", "/", "0", nil), ("1", "%", "0", nil),
      ("100000000000000000000000000000", "/", "3", "33333333333333333333333333333.333333333"),
    ] as [(String, String, String, String?)]
  )
  func arithmetic(left: String, sign: String, right: String, expected: String?) throws {
    let (a, b) = (try #require(Decimal(left)), try #require(Decimal(right)))
    let result =
      switch sign {
      case "+": a.adding(b)
      case "-": a.subtracting(b)
      case "*": a.multiplied(by: b)
      case "/": a.divided(by: b)
      default: a.remainder(dividingBy: b)
      }
    #expect(result?.description == expected)
  }

  @Test("the least and the greatest numbers never trap")
  func extremes() {
    let (least, most) = (Decimal(coefficient: .min, scale: 0), Decimal(coefficient: .max, scale: 18))
    #expect(least.negated == nil)
    #expect(least.adding(Decimal(-1)) == nil)
    #expect(least.multiplied(by: least) == nil)
    #expect(least.divided(by: Decimal(-1)) == nil)
    #expect(least.remainder(dividingBy: Decimal(-1)) == .zero)
    #expect(least < most)
    #expect(most.rounded(to: 0)?.description == "170141183460469231732")
  }

  @Test("numbers are equal, ordered and hashed by value")
  func comparison() throws {
    let (one, alsoOne) = (try #require(Decimal("1")), try #require(Decimal("1.00")))
    #expect(one == alsoOne)
    #expect(one.hashValue == alsoOne.hashValue)
    #expect(try #require(Decimal("-1.5")) < #require(Decimal("-1.49")))
    #expect(try !(#require(Decimal("10")) < #require(Decimal("9.999"))))
  }

  @Test(
    "rounding",
    arguments: [
      ("2.5", 0, Rounding.halfEven, "2"), ("3.5", 0, .halfEven, "4"), ("2.5", 0, .halfAwayFromZero, "3"),
      ("-2.5", 0, .halfAwayFromZero, "-3"), ("-2.45", 1, .halfEven, "-2.4"), ("1", 2, .halfEven, "1.00"),
      ("0.05", 1, .halfAwayFromZero, "0.1"), ("99.95", 1, .halfAwayFromZero, "100.0"),
    ]
  )
  func rounding(text: String, places: Int, rule: Rounding, expected: String) throws {
    #expect(try #require(Decimal(text)).rounded(to: places, rule)?.description == expected)
  }

  @Test(
    "codes and telephone numbers are not canonical",
    arguments: ["01", "0912345678", "+84", "1e5", "-", "1.", "00"]
  )
  func notCanonical(text: String) {
    #expect(!Decimal.isCanonical(text))
  }

  @Test("(a ÷ b) × b comes back within the last digit, for numbers of every size")
  func divisionProperty() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let a = Decimal(
        coefficient: Int128(Int64.random(in: -1_000_000_000...1_000_000_000, using: &generator)),
        scale: 4
      )
      let b = Decimal(coefficient: Int128(Int64.random(in: 1...1_000_000, using: &generator)), scale: 2)
      let back = try #require(a.divided(by: b)?.multiplied(by: b)?.subtracting(a))
      #expect(back.coefficient.magnitude <= 10_000 * 1_000_000, "\(a) / \(b)")
    }
  }
}
