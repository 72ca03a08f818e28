import Testing
import Values

/// The example of the target's catalogue: `Values.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let price = try #require(Decimal("0.1"))
    let tax = try #require(Decimal("0.2"))
    let total = try #require(price.adding(tax))
    #expect(total.description == "0.3")
    var congress = ValueMap()
    congress["votes"] = Value(.list([Value(.number(total))]))
    let path = try #require(ValuePath("congress.votes[0]"))
    var data = ValueMap()
    data["congress"] = Value(.map(congress))
    #expect(Value(.map(data)).value(at: path)?.number?.description == "0.3")
  }
}
