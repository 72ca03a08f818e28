import Diagnostics
import Markup
import Testing
import Values

@Suite struct DirectiveTests {
  private let people = map([
    "people": list(map(["name": text("An"), "age": number("30")]), map(["name": text("Bình"), "age": number("17")])),
    "board": map(["chair": text("An"), "clerk": text("Bình")]), "yes": Value(.bool(true)), "none": Value(.null),
    "empty": list(),
  ])

  @Test(
    "directives become the elements that the data says",
    arguments: [
      ("<p vb:each=\"d in people\">{{ d.name }}</p>", "<p>An</p><p>Bình</p>"),
      ("<p vb:each=\"d in empty\">x</p>", ""),
      (
        "<i vb:each=\"d in people\">{{ loop.index }}/{{ loop.length }}{{ loop.first ? 'F' : '' }}{{ loop.last ? 'L' : '' }}</i>",
        "<i>1/2F</i><i>2/2L</i>"
      ),
      ("<p vb:each=\"k, v in board\">{{ k }}={{ v }}</p>", "<p>chair=An</p><p>clerk=Bình</p>"),
      ("<p vb:each=\"d in people\" vb:if=\"d.age >= 18\">{{ d.name }}</p>", "<p>An</p>"),
      ("<p vb:if=\"yes\">a</p><p vb:else=\"\">b</p>", "<p>a</p>"),
      ("<p vb:if=\"none\">a</p> <p vb:else-if=\"not yes\">b</p> <p vb:else=\"\">c</p>", "  <p>c</p>"),
      ("<p vb:if=\"none\">a</p> <p vb:else-if=\"yes\">b</p> <p vb:else=\"\">c</p>", " <p>b</p> "),
      ("<p vb:let=\"x = 1 + 2; y = x * 2\">{{ x }},{{ y }}</p>", "<p>3,6</p>"),
      ("<vb:block vb:let=\"x = 5\"><b>{{ x }}</b> {{ x }}</vb:block>", "<b>5</b> 5"),
      ("<vb:block vb:each=\"d in people\">{{ d.name }} </vb:block>", "An Bình "),
      (
        "<p vb:each=\"d in people\"><i vb:each=\"e in people\">{{ d.name }}{{ loop.index }}</i></p>",
        "<p><i>An1</i><i>An2</i></p><p><i>Bình1</i><i>Bình2</i></p>"
      ),
      (
        "<p vb:each=\"d in people\" vb:if=\"d.age > 20\" vb:let=\"n = d.name\" class=\"x\">{{ n }}</p>",
        "<p class=\"x\">An</p>"
      ),
    ]
  )
  func becomeElements(_ template: String, _ wanted: String) throws {
    let result = try expanding(template, with: people)
    #expect(result.markup == wanted)
    #expect(result.mistakes == [])
  }

  @Test(
    "attributes hold values, and go where the value is null or false",
    arguments: [
      ("<p class=\"a {{ 1 + 1 }} b\"/>", "<p class=\"a 2 b\"></p>"),
      ("<p class=\"{{ null }}\"/>", "<p></p>"), ("<p class=\"{{ false }}\"/>", "<p></p>"),
      ("<ol reversed=\"{{ true }}\"/>", "<ol reversed=\"reversed\"></ol>"),
      ("<p title=\"{{ '&lt;b>' }}\"/>", "<p title=\"<b>\"></p>"),
    ]
  )
  func attributes(_ template: String, _ wanted: String) throws {
    let result = try expanding(template, with: people)
    #expect(result.markup == wanted)
    #expect(result.mistakes == [])
  }

  @Test(
    "a directive that is not used as meant is reported at its place",
    arguments: [
      (
        "<p vb:else=\"\">x</p>",
        "t.xhtml:1:4 template-bad-directive: 'vb:else' follows no vb:if | put it on the next element after one with vb:if or vb:else-if"
      ),
      (
        "<p vb:if=\"yes\"/>x<p vb:else=\"\">x</p>",
        "t.xhtml:1:21 template-bad-directive: 'vb:else' follows no vb:if | put it on the next element after one with vb:if or vb:else-if"
      ),
      (
        "<p vb:if=\"yes\"/><p vb:else=\"\" vb:each=\"d in people\">x</p>",
        "t.xhtml:1:20 template-bad-directive: 'vb:else' cannot stand beside vb:each | put vb:each on an element inside <vb:block>"
      ),
      (
        "<p vb:each=\"d of people\">x</p>",
        "t.xhtml:1:15 template-bad-expression: found 'of' where 'in', as in vb:each=\"d in delegates\" is wanted | 'in', as in vb:each=\"d in delegates\" comes here"
      ),
      (
        "<p vb:each=\"d in board\">x</p>",
        "t.xhtml:1:18 template-wrong-type: vb:each with one name cannot go through a map | write vb:each=\"key, value in ...\" for a map"
      ),
      (
        "<p vb:each=\"d in none\">x</p>",
        "t.xhtml:1:18 template-wrong-type: vb:each with one name cannot go through nothing | write | default([]) where the list may be absent"
      ),
      (
        "<p vb:if=\"people\">x</p>",
        "t.xhtml:1:11 template-wrong-type: a condition is true or false, and this is a list | compare it, as in x > 0 or x == 'có', or ask for it with x | exists"
      ),
      (
        "<p id=\"a\" vb:each=\"d in people\"/>",
        "t.xhtml:1:8 markup-duplicate-id: the id 'a' is taken by an earlier element | the element is repeated: make the id differ each time, as in id=\"a-{{ loop.index }}\""
      ),
      (
        "<vb:include/>",
        "t.xhtml:1:1 template-bad-directive: <vb:include> names no file | write <vb:include src=\"parts/letterhead.xhtml\"/>"
      ),
    ]
  )
  func mistakes(_ template: String, _ wanted: String) throws {
    #expect(try expanding(template, with: people).mistakes == [wanted])
  }

  @Test("branches of one condition may share an id")
  func idsOfBranches() throws {
    let result = try expanding("<p vb:if=\"yes\" id=\"a\"/><p vb:else=\"\" id=\"a\"/>", with: people)
    #expect(result.markup == "<p id=\"a\"></p>")
    #expect(result.mistakes == [])
  }

  @Test("adjacent texts become one node that knows what came from the data")
  func origins() throws {
    let result = try expanding(
      "Tên: {{ name }}<vb:block>, {{ 1 + 1 }}</vb:block>",
      with: placed(map(["name": text("An")]))
    )
    #expect(result.markup == "Tên: An, 2")
    #expect(result.tree.nodes.count == 3)
    let origins = try #require(result.tree.origins[2])
    #expect(origins.map(\.offset) == [0, 6, 8, 10])
    #expect(origins.map(\.data) == [nil, "/name", nil, nil])
  }

  @Test("data is never read as markup")
  func markupInData() throws {
    let result = try expanding("<p>{{ x }}</p>", with: map(["x": text("<b>{{ y }}</b>")]))
    #expect(result.markup == "<p><b>{{ y }}</b></p>")
    #expect(result.tree.nodes.count == 4)
  }
}
