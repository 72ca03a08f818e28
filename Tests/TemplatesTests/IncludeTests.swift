import Diagnostics
import Markup
import Testing
import Values

@Suite struct IncludeTests {
  private let data = map(["org": text("Sở"), "n": number("2")])

  @Test(
    "a part is expanded in place, with the data and what vb:let hands over",
    arguments: [
      ("<vb:include src=\"a.xhtml\"/>", "<p>{{ org }}</p>", "<p>Sở</p>"),
      ("<vb:include src=\"{{ 'a' }}.xhtml\"/>", "<p>{{ org }}</p>", "<p>Sở</p>"),
      ("<vb:include vb:let=\"t = n + 1\" src=\"a.xhtml\"/>", "<vb:block><i/>{{ t }}</vb:block>", "<i></i>3"),
      (
        "<p vb:each=\"k in [1, 2]\" vb:let=\"z = k\"><vb:include src=\"a.xhtml\"/></p>",
        "<i vb:each=\"m in [z]\">{{ k }}{{ m }}{{ loop.length }}</i>", "<p><i>111</i></p><p><i>221</i></p>"
      ),
      ("<vb:include src=\"a.xhtml\"/>", "<div><vb:slot name=\"x\">gốc</vb:slot></div>", "<div>gốc</div>"),
      (
        "<vb:include src=\"a.xhtml\"><b slot=\"x\">{{ n }}</b> <i>1</i> <i>2</i></vb:include>",
        "<div><vb:slot name=\"x\">gốc</vb:slot>|<vb:slot/></div>", "<div><b>2</b>|<i>1</i> <i>2</i></div>"
      ),
      (
        "<p vb:each=\"k in [1, 2]\"><vb:include vb:let=\"q = 9\" src=\"a.xhtml\"><vb:block slot=\"x\" vb:let=\"j = k\">{{ j }}{{ q }}</vb:block></vb:include></p>",
        "<vb:block vb:let=\"z = 7\">{{ z }}<vb:slot name=\"x\"/>{{ z }}</vb:block>", "<p>7197</p><p>7297</p>"
      ),
    ]
  )
  func parts(_ template: String, _ part: String, _ wanted: String) throws {
    let result = try expanding(template, with: data, files: ["a.xhtml": part])
    #expect(result.markup == wanted)
    #expect(result.mistakes == [])
  }

  @Test("content given for a slot may itself hold a slot of the file around it")
  func nestedSlots() throws {
    let files = [
      "a.xhtml": "<div><vb:include src=\"b.xhtml\"><vb:slot slot=\"y\" name=\"x\">A</vb:slot></vb:include></div>",
      "b.xhtml": "<p><vb:slot name=\"y\">B</vb:slot></p>",
    ]
    let result = try expanding("<vb:include src=\"a.xhtml\"><b slot=\"x\"/></vb:include>", files: files)
    #expect(result.markup == "<div><p><b></b></p></div>")
    #expect(result.mistakes == [])
  }

  @Test("an endless include is reported once, with its chain")
  func endless() throws {
    let files = ["a.xhtml": "<vb:include src=\"b.xhtml\"/>", "b.xhtml": "<p><vb:include src=\"a.xhtml\"/></p>"]
    let result = try expanding("<p vb:each=\"k in [1, 2]\"><vb:include src=\"a.xhtml\"/></p>", files: files)
    #expect(
      result.mistakes == [
        "b.xhtml:1:21 template-endless-include: the include has no end: t.xhtml → a.xhtml → b.xhtml → a.xhtml | take one of these includes out"
      ]
    )
  }

  @Test("more than 32 includes in a row are refused")
  func tooManyIncludes() throws {
    var files = ["p33.xhtml": "<p/>"]
    for index in 1...32 { files["p\(index).xhtml"] = "<vb:include src=\"p\(index + 1).xhtml\"/>" }
    let result = try expanding("<vb:include src=\"p1.xhtml\"/>", files: files)
    let mistake = try #require(result.mistakes.first)
    #expect(
      mistake.hasPrefix(
        "p32.xhtml:1:18 template-includes-too-deep: files include each other more than 32 deep: t.xhtml → p1"
      )
    )
    #expect(result.mistakes.count == 1)
  }

  @Test("expansion stops at the depth limit")
  func tooDeep() throws {
    let result = try expanding("<div><div><div><div>{{ 1 }}</div></div></div></div>", maxDepth: 5)
    #expect(
      result.mistakes == [
        "t.xhtml:1:16 template-too-deep: elements and directives stand more than 5 deep here | close the elements around it earlier, or include fewer parts inside each other"
      ]
    )
  }

  @Test(
    "a part that is missing, or does not fit, is reported",
    arguments: [
      (
        "<vb:include src=\"b.xhtml\"/>",
        "t.xhtml:1:18 file-not-found: there is no file 'b.xhtml' | did you mean 'a.xhtml'?"
      ),
      (
        "<vb:include src=\"a.xhtml\"><b slot=\"hoten\"/></vb:include>",
        "t.xhtml:1:36 template-unknown-slot: 'a.xhtml' has no slot 'hoten' | did you mean 'ho-ten'?"
      ),
      (
        "<vb:include src=\"a.xhtml\"><b/></vb:include>",
        "t.xhtml:1:27 template-unknown-slot: 'a.xhtml' has no slot without a name | its slots: ho-ten"
      ),
    ]
  )
  func mistakes(_ template: String, _ wanted: String) throws {
    let result = try expanding(template, files: ["a.xhtml": "<p><vb:slot name=\"ho-ten\"/></p>"])
    #expect(result.mistakes == [wanted])
  }

  @Test("an included document is refused")
  func documentAsPart() throws {
    let result = try expanding("<vb:include src=\"a.xhtml\"/>", files: ["a.xhtml": "<html/>"])
    #expect(
      result.mistakes == [
        "a.xhtml:1:1 markup-wrong-root: an included part is not a document: its outermost element cannot be <html> | keep only the part's own element, or several of them in <vb:block>"
      ]
    )
  }
}
