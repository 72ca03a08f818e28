import Styles
import Testing

@testable import Styles

@Suite struct PropertyReferenceTests {
  @Test("the reference names every property, shorthand, unit and at-rule")
  func isComplete() {
    let text = propertyReference()
    let names = PropertyTable.names + LengthUnit.allCases.map(\.rawValue) + counterStyles.map(\.key)
    #expect(names.filter { !text.contains("`\($0)`") } == [])
    #expect(atRules.filter { !text.contains($0.value) }.isEmpty)
    #expect(text.contains("| `orphans` | `<integer [1,∞]>` | `2` | yes | elements |"))
  }

  @Test("every diagnostic explains itself")
  func explanations() {
    #expect(StyleDiagnostic.allCases.allSatisfy { $0.rawValue.hasPrefix("css-") && $0.explanation.hasSuffix(".") })
  }
}
