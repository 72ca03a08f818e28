import Congress
import Diagnostics
import Testing
import Values

/// The example of the target's catalogue: `Congress.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    var congress = ValueMap()
    congress["Đảng bộ"] = Value(.text("Đảng bộ Sở A"))
    congress["lan_thu"] = Value(.number(Decimal(4)))
    var root = ValueMap()
    root["Đại hội"] = Value(.map(congress))
    var diagnostics = DiagnosticList()
    let data = readCongress(Value(.map(root)), regulations: [], diagnostics: &diagnostics).data
    let path = try #require(ValuePath("congress.ordinal"))
    #expect(data.value(at: path)?.number == Decimal(4))
    #expect(diagnostics.all.isEmpty)
  }
}
