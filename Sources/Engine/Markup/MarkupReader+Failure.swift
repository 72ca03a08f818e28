import CExpat
import Diagnostics

/// What is wrong with the file as XML, in words that say what to change.
extension MarkupReader {
  func reportFailure(_ failure: XMLParser.Failure) {
    switch failure.code {
    case XML_ERROR_ABORTED: break  // The reader stopped the parser itself, and has said why.
    case XML_ERROR_TAG_MISMATCH: reportMismatch(at: failure.offset)
    case XML_ERROR_NO_ELEMENTS, XML_ERROR_ASYNC_ENTITY: reportEarlyEnd()
    case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_UNCLOSED_CDATA_SECTION, XML_ERROR_PARTIAL_CHAR:
      reportMalformed(
        "what begins here is not finished before the end of the file",
        at: failure.offset,
        help: tokenHelp
      )
    case XML_ERROR_DUPLICATE_ATTRIBUTE: reportTwiceAttribute(at: failure.offset)
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
      reportMalformed(
        "there is content after the end of the outermost element",
        at: failure.offset,
        help: "put it inside; a file has one outermost element"
      )
    case XML_ERROR_BAD_CHAR_REF:
      reportMalformed("this number names no character", at: failure.offset, help: "write the character itself")
    case XML_ERROR_MISPLACED_XML_PI:
      reportMalformed(
        "the XML declaration stands at the very beginning or not at all",
        at: failure.offset,
        help: "move it"
      )
    case XML_ERROR_INVALID_TOKEN, XML_ERROR_SYNTAX: reportToken(at: failure.offset)
    default: reportMalformed(expatMessage(failure.code), at: failure.offset, help: tokenHelp)
    }
  }

  private var tokenHelp: String { "look for a missing >, quote, --> or ]]>" }

  private func expatMessage(_ code: XML_Error) -> String {
    "this is not well-formed: \(XML_ErrorString(code).map { String(cString: $0) } ?? "XML error \(code.rawValue)")"
  }

  private func reportMalformed(_ message: String, at offset: Int, help: String, length: Int = 1) {
    report(.notWellFormed, message, at: SourceSpan(source: source, offset: offset, length: length), help: help)
  }

  private func reportMismatch(at offset: Int) {
    guard let innermost = open.last else { return }
    let name = nameInSource(at: offset)
    let element = tree.localName(of: NodeID(index: innermost.node))
    let isOpen = open.contains { tree.localName(of: NodeID(index: $0.node)) == name }
    report(
      .mismatchedTag,
      "</\(name)> stands where <\(element)> is still open",
      at: SourceSpan(source: source, offset: max(0, offset - 2), length: name.utf8.count + 3),
      help: isOpen ? "write </\(element)> before it" : "write </\(element)>, or open <\(name)> before it",
      related: tree.nodes[Int(innermost.node)].span
    )
  }

  private func reportEarlyEnd() {
    guard let innermost = open.last else {
      let help = "write <html> ... </html>, or the one element of a part"
      reportMalformed("the file holds no element", at: bytes.count, help: help, length: 0)
      return
    }
    let element = tree.localName(of: NodeID(index: innermost.node))
    report(
      .unclosedElement,
      "the file ends while <\(element)> is still open",
      at: SourceSpan(source: source, offset: bytes.count, length: 0),
      help: "write </\(element)> where the element ends",
      related: tree.nodes[Int(innermost.node)].span
    )
  }

  private func reportTwiceAttribute(at offset: Int) {
    let name = nameInSource(at: offset)
    reportMalformed(
      "the attribute '\(name)' is given twice on one element",
      at: offset,
      help: "keep one of the two",
      length: name.utf8.count
    )
  }

  private func reportToken(at offset: Int) {
    guard offset < bytes.count else {
      reportEarlyEnd()
      return
    }
    let byte = bytes[offset]
    if byte >= 0x80, !isUTF8(at: offset) {
      report(
        .encoding,
        "the bytes here are not UTF-8",
        at: SourceSpan(source: source, offset: offset, length: 1),
        help: "save the file as UTF-8"
      )
    } else if byte == UInt8(ascii: "&") || (offset > 0 && bytes[offset - 1] == UInt8(ascii: "&")) {
      let start = byte == UInt8(ascii: "&") ? offset : offset - 1
      reportMalformed("'&' begins a reference such as &amp;nbsp;", at: start, help: "write &amp; for the sign itself")
    } else if byte == UInt8(ascii: "<") || (offset > 0 && bytes[offset - 1] == UInt8(ascii: "<")) {
      let start = byte == UInt8(ascii: "<") ? offset : offset - 1
      reportMalformed("'<' begins a tag, and this is none", at: start, help: "write &lt; for the sign itself")
    } else {
      let found = Unicode.Scalar(byte).escaped(asASCII: true)
      reportMalformed(
        "'\(found)' cannot stand here",
        at: offset,
        help: "attributes are written name=\"value\" with a space before each"
      )
    }
  }

  private func isUTF8(at offset: Int) -> Bool {
    // A character takes four bytes at most; a cut at the end of four is no mistake of the file's.
    let end = min(bytes.count, offset + 4)
    var decoder = UTF8()
    var iterator = bytes[offset..<end].makeIterator()
    if case .scalarValue = decoder.decode(&iterator) { return true }
    return false
  }

  private func nameInSource(at offset: Int) -> String {
    let ends: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "/")]
    let rest = bytes[min(offset, bytes.count)...]
    return String(decoding: rest.prefix { !ends.contains($0) }, as: UTF8.self)
  }
}
