import Diagnostics

/// The kinds of mistake that reading markup finds.
package enum MarkupDiagnostic: String, DiagnosticCode {
  case notWellFormed = "markup-not-well-formed"
  case mismatchedTag = "markup-mismatched-tag"
  case unclosedElement = "markup-unclosed-element"
  case unknownElement = "markup-unknown-element"
  case unknownAttribute = "markup-unknown-attribute"
  case unknownEntity = "markup-unknown-entity"
  case laterElement = "markup-later-element"
  case duplicateID = "markup-duplicate-id"
  case contentInVoid = "markup-content-in-void-element"
  case wrongRoot = "markup-wrong-root"
  case wrongNamespace = "markup-wrong-namespace"
  case tooDeep = "markup-too-deep"
  case documentType = "markup-document-type"
  case processingInstruction = "markup-processing-instruction"
  case encoding = "markup-encoding"

  package var explanation: String {
    switch self {
    case .notWellFormed:
      "Templates are XHTML: every element is closed, every attribute has a quoted value, and < and & in text are written as &lt; and &amp;."
    case .mismatchedTag:
      "An end tag names another element than the one that is open. Elements are closed in the reverse order of their opening."
    case .unclosedElement:
      "The file ends while an element is still open. The second place is where it was opened."
    case .unknownElement:
      "The element is not among those of HTML that are laid out. With --lenient it is kept, with a warning, as an element without meaning."
    case .unknownAttribute:
      "The element does not take this attribute. With --lenient it is kept, with a warning."
    case .unknownEntity:
      "A reference such as &name; must be one of the named entities of HTML, or a number such as &#273;."
    case .laterElement:
      "The element belongs to VanBan's design but this version does not read it yet."
    case .duplicateID:
      "Two elements of a document have the same id, so that a link to it has no one target."
    case .contentInVoid:
      "Elements such as br and img hold nothing: they are written <br/>."
    case .wrongRoot:
      "The outermost element of a document is html; the outermost element of an included part is any other one."
    case .wrongNamespace:
      "The xmlns attribute says that the elements are not those of XHTML."
    case .tooDeep:
      "Elements stand inside each other more deeply than the limit allows, which a document made by hand never needs."
    case .documentType:
      "A document type may be <!DOCTYPE html>. Rules and entities of a file's own, and external ones, are refused: they could make a small file endless or read other files."
    case .processingInstruction:
      "Instructions between <? and ?> other than the XML declaration have no meaning here and are refused."
    case .encoding:
      "All files are read as UTF-8, the one encoding that every tool of today writes."
    }
  }
}
