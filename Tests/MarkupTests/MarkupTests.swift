import Diagnostics
import Markup
import Testing

@Suite struct MarkupTests {
  private func texts(_ tree: ElementTree) -> [String] {
    tree.nodes.indices.filter { tree.nodes[$0].kind == .text }
      .map { String(decoding: tree.text[tree.textRange(of: NodeID($0))], as: UTF8.self) }
  }

  @Test("elements stand in document order with their relatives")
  func order() throws {
    let (read, mistakes) = reading("<div><p>a<b>b</b>c</p><ul><li/></ul></div>")
    let tree = try #require(read)
    #expect(mistakes == [])
    #expect(tree.nodes.map(\.kind) == [.div, .p, .text, .b, .text, .text, .ul, .li])
    #expect(tree.nodes.map(\.parent) == [-1, 0, 1, 1, 3, 1, 0, 6])
    #expect(tree.nodes.map(\.firstChild) == [1, 2, -1, 4, -1, -1, 7, -1])
    #expect(tree.nodes.map(\.nextSibling) == [-1, 6, 3, 5, -1, -1, -1, -1])
    #expect(!tree.isTemplate)
  }

  @Test(
    "texts have entities resolved, CDATA taken in, comments dropped and line ends made one",
    arguments: [
      ("<p>&agrave;&nbsp;&NotEqualTilde;&zwnj;</p>", "à\u{A0}≂̸\u{200C}"), ("<p>&Aacute;&AElig;&zscr;</p>", "ÁÆ𝓏"),
      ("<p>&amp;&lt;&#273;&#x1EBF;</p>", "&<đế"), ("<p>a<!-- b -->c</p>", "ac"),
      ("<p><![CDATA[<b>&amp;]]>x</p>", "<b>&amp;x"), ("<p>a\r\nb\rc</p>", "a\nb\nc"),
      ("\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE html><p>ế</p>", "ế"),
      ("<!DOCTYPE html SYSTEM \"about:legacy-compat\"><p>x</p>", "x"),
    ]
  )
  func text(_ markup: String, _ wanted: String) throws {
    let (read, mistakes) = reading(markup)
    let tree = try #require(read)
    #expect(mistakes == [])
    #expect(texts(tree) == [wanted])
  }

  @Test("attributes know their names and values, and where both stand")
  func attributes() throws {
    let markup = "\u{FEFF}<p class = 'a\n&quot;b&eacute;' data-x=\"1>2/\"/>"
    let (read, mistakes) = reading(markup)
    let tree = try #require(read)
    #expect(mistakes == [])
    #expect(tree.attributes.map(\.name) == ["class", "data-x"])
    #expect(tree.attributes.map(\.value) == ["a \"bé", "1>2/"])
    #expect(tree.attributes.map(\.span.offset) == [6, 34])  // 3 bytes of the mark, then <p and a space
    #expect(tree.attributes.map(\.valueSpan.offset) == [15, 42])
    #expect(tree.attributes.map(\.valueSpan.length) == [17, 4])
    let source = Array(markup.utf8)
    #expect(tree.attributes[0].span(ofValue: 3..<4, source: source).offset == 23)  // b, behind a, line end and &quot;
    #expect(tree.nodes[0].span.offset == 3)
  }

  @Test("a place in a text is found behind entities, comments and CDATA")
  func textPlaces() throws {
    let markup = "<p>a&eacute;b<!-- x -->c<![CDATA[d]]>e</p>"
    let tree = try #require(reading(markup).tree)
    let source = Array(markup.utf8)
    #expect(texts(tree) == ["aébcde"])
    for (offset, letter) in [(0, "a"), (1, "&"), (3, "b"), (4, "c"), (5, "d"), (6, "e")] {
      let span = tree.span(ofText: offset..<(offset + 1), in: NodeID(1))
      #expect(source[Int(span.offset)] == letter.utf8.first, "byte \(offset)")
    }
  }

  @Test(
    "directives and expressions make a template",
    arguments: [
      "<p vb:if=\"x\"/>", "<p>{{ x }}</p>", "<p>{<!-- -->{ x }}</p>", "<p class=\"{{ x }}\"/>", "<vb:block/>",
    ]
  )
  func isTemplate(_ markup: String) throws {
    #expect(try #require(reading(markup).tree).isTemplate)
  }

  @Test("every known element is read, and every attribute in its place")
  func knownNames() {
    for kind in ElementKind.allCases where !kind.rawValue.hasPrefix("#") {
      let names = ElementTable.attributeNames(of: kind).map { "\($0)=\"x\"" }.joined(separator: " ")
      let mistakes = reading(Array("<\(kind.rawValue) \(names)/>".utf8), .init(role: kind == .html ? .document : .part))
        .mistakes
      #expect(mistakes == [], "\(kind)")
    }
  }

  @Test("unknown names are kept with a warning under --lenient")
  func lenient() throws {
    let (read, mistakes) = reading(
      Array("<div><foo wide=\"1\"/><p wide=\"1\"/></div>".utf8),
      .init(isLenient: true, role: .part)
    )
    let tree = try #require(read)
    #expect(tree.nodes.map(\.kind) == [.div, .unknown, .p])
    #expect(tree.localName(of: NodeID(1)) == "foo")
    #expect(tree.attribute("wide", of: NodeID(2)) == "1")
    #expect(
      mistakes.map { $0.split(separator: ":")[1] } == [
        "7 warning markup-unknown-element", "24 warning markup-unknown-attribute",
      ]
    )
  }

  @Test("every code has an explanation")
  func explanations() {
    for code in MarkupDiagnostic.allCases { #expect(code.explanation.hasSuffix("."), "\(code)") }
  }
}
