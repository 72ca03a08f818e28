import Diagnostics
import Testing

private enum TestCode: String, DiagnosticCode {
  case mistake = "test-mistake"

  var explanation: String { "A mistake made for a test." }
}

@Suite struct DiagnosticRendererTests {
  private func rendered(_ text: String, _ marked: String, help: String? = nil) throws -> String {
    var sources = SourceTable()
    let bytes = Array(text.utf8)
    let source = sources.add(path: "a.yaml", bytes: bytes)
    let range = try #require(text.utf8.firstRange(of: Array(marked.utf8)))
    let offset = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let span = SourceSpan(source: source, offset: offset, length: marked.utf8.count)
    let diagnostic = Diagnostic(code: TestCode.mistake, message: "a mistake", span: span, help: help)
    return DiagnosticRenderer(sources: sources).render(diagnostic)
  }

  @Test("the caret stands under the first character, and marks go on to the span's end")
  func caret() throws {
    let text = try rendered("một: 1\nhọ tên: An\n", "tên", help: "do this")
    #expect(text == "a.yaml:2:4: error: a mistake\nhọ tên: An\n   ^~~\nhelp: do this\n")
  }

  @Test(
    "columns are those of a terminal",
    arguments: [
      ("\tx: y", "y", "\t   ^"),
      ("漢字: y", "y", "      ^"),
      ("e\u{302}\u{301}: y", "y", "   ^"),
      ("漢字: y", "字", "  ^~"),
    ]
  )
  func columns(line: String, marked: String, marks: String) throws {
    #expect(try rendered(line, marked).split(separator: "\n").last.map(String.init) == marks)
  }

  @Test("a long line is cut around the span")
  func longLine() throws {
    let long = String(repeating: "a", count: 500) + "!" + String(repeating: "b", count: 500)
    let lines = try rendered(long, "!").split(separator: "\n")
    #expect(lines[1] == "…" + String(repeating: "a", count: 40) + "!" + String(repeating: "b", count: 79) + "…")
    #expect(lines[2] == String(repeating: " ", count: 41) + "^")
  }

  @Test("control characters of a file never reach the terminal")
  func controlCharacters() throws {
    #expect(try rendered("\u{1B}[2Jx: y", "y").contains("\u{FFFD}[2Jx: y"))
  }

  @Test("a second place is shown with its line")
  func related() {
    var sources = SourceTable()
    let source = sources.add(path: "a.yaml", bytes: Array("a: 1\na: 2".utf8))
    var diagnostic = Diagnostic(
      code: TestCode.mistake,
      message: "twice",
      span: SourceSpan(source: source, offset: 5, length: 1)
    )
    diagnostic.related = SourceSpan(source: source, offset: 0, length: 1)
    let text = DiagnosticRenderer(sources: sources).render(diagnostic)
    #expect(text == "a.yaml:2:1: error: twice\na: 2\n^\na.yaml:1:1: see also:\na: 1\n^\n")
  }

  @Test("20 are shown, errors before warnings, and the rest is counted")
  func limit() {
    var list = DiagnosticList()
    for number in 1...15 {
      list.report(Diagnostic(code: TestCode.mistake, severity: .warning, message: "w\(number)"))
      list.report(Diagnostic(code: TestCode.mistake, message: "e\(number)"))
    }
    let lines = DiagnosticRenderer(sources: SourceTable()).render(list).split(separator: "\n")
    #expect(lines.count == 21)
    #expect(lines.first == "warning: w1")
    #expect(lines.count { $0.hasPrefix("error:") } == 15)
    #expect(lines.last == "and 10 warnings more")
  }

  @Test("JSON lines have every key, and escape what JSON forbids")
  func json() {
    var sources = SourceTable()
    let source = sources.add(path: "a.yaml", bytes: Array("x\nđ: \"1\"".utf8))
    var list = DiagnosticList()
    var diagnostic = Diagnostic(
      code: TestCode.mistake,
      message: "say \"no\"\n",
      span: SourceSpan(source: source, offset: 6, length: 3)
    )
    diagnostic.data = "/đ"
    list.report(diagnostic)
    var json = DiagnosticJSON(sources: sources)
    #expect(
      json.render(list) == """
        {"code":"test-mistake","severity":"error","file":"a.yaml","line":2,"column":4,"data":"/đ","page":null,\
        "message":"say \\"no\\"\\n","help":null}

        """
    )
  }
}

@Suite struct NearestNameTests {
  @Test(
    "the name most likely meant",
    arguments: [
      ("colour", ["color", "font"], "color"),
      ("tabel", ["table", "td"], "table"),
      ("Color", ["color"], "color"),
      ("x", ["y", "table"], nil),
      ("delegates", ["delegate", "elections"], "delegate"),
      ("zzzzzz", ["color"], nil),
    ]
  )
  func nearest(name: String, candidates: [String], expected: String?) {
    #expect(nearestName(to: name, in: candidates) == expected)
  }
}
