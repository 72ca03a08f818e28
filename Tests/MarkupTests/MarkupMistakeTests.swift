import Markup
import Testing

@Suite struct MarkupMistakeTests {
  @Test(
    "a file that is not well-formed has no tree, and its mistake a place",
    arguments: [
      (
        "<div>\n<p>a</div>",
        "2:5 markup-mismatched-tag: </div> stands where <p> is still open | write </p> before it @2:1"
      ),
      (
        "<div></p></div>",
        "1:6 markup-mismatched-tag: </p> stands where <div> is still open | write </div>, or open <p> before it @1:1"
      ),
      (
        "<div>\n <p>a",
        "2:6 markup-unclosed-element: the file ends while <p> is still open | write </p> where the element ends @2:2"
      ),
      (
        "",
        "1:1 markup-not-well-formed: the file holds no element | write <html> ... </html>, or the one element of a part"
      ),
      (
        "<p>a & b</p>",
        "1:6 markup-not-well-formed: '&' begins a reference such as &amp;nbsp; | write &amp; for the sign itself"
      ),
      (
        "<p>a < b</p>",
        "1:6 markup-not-well-formed: '<' begins a tag, and this is none | write &lt; for the sign itself"
      ),
      (
        "<p class=a/>",
        "1:10 markup-not-well-formed: 'a' cannot stand here | attributes are written name=\"value\" with a space before each"
      ),
      (
        "<p id=\"a\" id=\"b\"/>",
        "1:11 markup-not-well-formed: the attribute 'id' is given twice on one element | keep one of the two"
      ),
      (
        "<p/><p/>",
        "1:5 markup-not-well-formed: there is content after the end of the outermost element | put it inside; a file has one outermost element"
      ),
      ("<p>&#0;</p>", "1:4 markup-not-well-formed: this number names no character | write the character itself"),
      (
        "<!DOCTYPE p [<!ENTITY a \"b\">]><p>&a;</p>",
        "1:1 markup-document-type: a document type with rules of its own is refused | write <!DOCTYPE html>"
      ),
      (
        "<!DOCTYPE html SYSTEM \"x.dtd\"><p/>",
        "1:1 markup-document-type: an external document type is refused: no file is read for it | write <!DOCTYPE html>"
      ),
      (
        "<?xml version=\"1.0\" encoding=\"latin1\"?><p/>",
        "1:1 markup-encoding: the file says that it is written in latin1, but only UTF-8 is read | save the file as UTF-8 and write encoding=\"UTF-8\""
      ),
    ]
  )
  func notWellFormed(_ markup: String, _ wanted: String) {
    let (tree, mistakes) = reading(markup)
    #expect(tree == nil)
    #expect(mistakes == [wanted])
  }

  @Test(
    "a mistake that leaves a tree is reported and reading goes on",
    arguments: [
      (
        "<div><sectoin/></div>",
        "1:7 markup-unknown-element: <sectoin> is not a known element | did you mean <section>?"
      ),
      (
        "<div><script/></div>",
        "1:7 markup-unknown-element: <script> is not a known element | a printed page runs no scripts: leave the element out"
      ),
      (
        "<div><vb:markdown/></div>",
        "1:7 markup-later-element: <vb:markdown> is not read by this version | leave it out for now"
      ),
      (
        "<td colspn=\"2\"/>", "1:5 markup-unknown-attribute: <td> takes no attribute 'colspn' | did you mean 'colspan'?"
      ),
      (
        "<p vb:eech=\"x\"/>", "1:4 markup-unknown-attribute: <p> takes no attribute 'vb:eech' | did you mean 'vb:each'?"
      ),
      (
        "<p slot=\"x\"/>",
        "1:4 markup-unknown-attribute: <p> takes no attribute 'slot' | slot= stands on the children of <vb:include>, to say which slot of the part they fill"
      ),
      (
        "<p onclick=\"x\"/>",
        "1:4 markup-unknown-attribute: <p> takes no attribute 'onclick' | a printed page runs no scripts: leave the attribute out"
      ),
      (
        "<vb:block class=\"x\"/>",
        "1:11 markup-unknown-attribute: <vb:block> takes no attribute 'class' | it leaves no element; it takes vb:each, vb:if, vb:else-if, vb:else, vb:let"
      ),
      ("<p>&agrav;</p>", "1:4 markup-unknown-entity: &agrav; is not a named entity of HTML | did you mean &agrave;?"),
      (
        "<p title=\"a &agrav;\"/>",
        "1:13 markup-unknown-entity: &agrav; is not a named entity of HTML | did you mean &agrave;?"
      ),
      (
        "<div><p id=\"a\"/>\n<p id=\"a\"/></div>",
        "2:8 markup-duplicate-id: the id 'a' is taken by an earlier element | give one of the two elements another id @1:13"
      ),
      (
        "<p>a<br>x<i/></br></p>",
        "1:9 markup-content-in-void-element: <br> holds no content | close it at once, as in <br/>, and put the content after it @1:5"
      ),
      (
        "<p><?php x?></p>",
        "1:4 markup-processing-instruction: the processing instruction 'php' is refused | leave it out"
      ),
      (
        "<p xmlns=\"urn:x\"/>",
        "1:11 markup-wrong-namespace: the name space 'urn:x' is not that of XHTML | write xmlns=\"http://www.w3.org/1999/xhtml\""
      ),
      (
        "<html/>",
        "1:1 markup-wrong-root: an included part is not a document: its outermost element cannot be <html> | keep only the part's own element, or several of them in <vb:block>"
      ),
    ]
  )
  func leavesTree(_ markup: String, _ wanted: String) {
    let (tree, mistakes) = reading(markup)
    #expect(tree != nil)
    #expect(mistakes == [wanted])
  }

  @Test("a document's root is html")
  func root() {
    #expect(
      reading(Array("<p/>".utf8), .init()).mistakes == [
        "1:1 markup-wrong-root: the outermost element of a document is <html>, not <p> | put the content into <html><body> ... </body></html>"
      ]
    )
  }

  @Test("the 257th level of elements is refused at its place")
  func depth() {
    let deep = String(repeating: "<div>", count: 300) + String(repeating: "</div>", count: 300)
    let (tree, mistakes) = reading(deep)
    #expect(tree == nil)
    // 256 start tags of 5 characters stand before it.
    #expect(
      mistakes == [
        "1:1281 markup-too-deep: <div> stands 257 elements deep, and the limit is 256 | close the elements around it earlier"
      ]
    )
  }

  @Test("other encodings are refused by their bytes")
  func encodings() {
    #expect(
      reading([0xFF, 0xFE, 0x3C, 0x00]).mistakes == [
        "1:1 markup-encoding: the file is written in UTF-16, but only UTF-8 is read | save the file as UTF-8"
      ]
    )
    #expect(
      reading(Array("<p>a".utf8) + [0xE9] + Array("b</p>".utf8)).mistakes == [
        "1:5 markup-encoding: the bytes here are not UTF-8 | save the file as UTF-8"
      ]
    )
  }
}
