import Markup
import Testing
import Values

/// What charts are told of the data that their attributes come from.
@Suite struct ChartTests {
  private let data = placed(
    map([
      "items": list(map(["n": text("Tháng 1"), "v": number("95.5")]), map(["n": text("Tháng 2"), "v": Value(.null)]))
    ])
  )

  @Test("a point repeated over data has its values, no value where there is none, and their places")
  func points() throws {
    let expanded = try expanding(
      "<vb:chart type=\"bar\"><vb:point vb:each=\"i in items\" label=\"{{ i.n }}\" value=\"{{ i.v }}\"/></vb:chart>",
      with: data
    )
    #expect(expanded.mistakes.isEmpty)
    let points = expanded.tree.nodes.indices.filter { expanded.tree.nodes[$0].kind == .vbPoint }
    let values = points.map { expanded.tree.attribute("value", of: NodeID($0)) }
    #expect(values == ["95,5", nil])
    let places = expanded.tree.attributeOrigins.sorted { $0.key < $1.key }.map(\.value)
    #expect(places == ["/items/0/n", "/items/0/v", "/items/1/n"])
  }

  @Test("computed values and other elements have no place")
  func computed() throws {
    let expanded = try expanding(
      "<vb:chart type=\"bar\"><vb:point value=\"{{ items[0].v * 2 }}\"/></vb:chart><p title=\"{{ items[0].n }}\">a</p>",
      with: data
    )
    #expect(expanded.mistakes.isEmpty)
    #expect(expanded.tree.attributeOrigins.isEmpty)
  }
}
