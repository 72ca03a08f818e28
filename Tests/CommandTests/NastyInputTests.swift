import Testing

/// Documents that ask for the impossible: each ends with a page or a clear diagnostic, soon and in bounded memory.
@Suite("Nasty input")
struct NastyInputTests {
  struct Nasty: Sendable, CustomTestStringConvertible {
    var name: String
    var body: String
    var css = ""
    var page = "size: 200pt 200pt; margin: 10pt"
    /// 0 for a page, 1 for an error of the input.
    var status: Int32 = 0

    var testDescription: String { name }
  }

  @Test("ends with a page, or with an error that is the author's", arguments: Self.all)
  func ends(nasty: Nasty) throws {
    let command = try TestCommand()
    let source = """
      <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>n</title><style>
      @page { \(nasty.page) } body { margin: 0; font: 10pt 'Times New Roman' } \(nasty.css)
      </style></head><body>\(nasty.body)</body></html>
      """
    try command.write(source, to: "a.xhtml")
    // 20 seconds of the processor, 4 GB of addresses (512 MB of them are the stack's).
    let outcome = try command.run(["render", "--lenient", "a.xhtml", "-o", "a.pdf"], limit: "-t 20 -v 4000000")
    #expect(outcome.status == nasty.status, "\(outcome.errors.prefix(600))")
    #expect(try command.files().contains("a.pdf") == (nasty.status == 0))
  }

  private static let all = breaks + sizes + numbers + nesting + many + sheets + unseen

  private static let text = "<p>one two three</p>"

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private static let breaks = [
    Nasty(
      name: "all breaks forbidden",
      body: "<div>\(repeated(text, 60))</div>",
      css: "div, p { break-inside: avoid; break-before: avoid; break-after: avoid; orphans: 1000000; widows: 99 }"
    ),
    Nasty(
      name: "every box on a page of its own",
      body: nested("<div>", "</div>", 40),
      css: "div { break-before: page }"
    ),
    Nasty(
      name: "a table head taller than the page",
      body: "<table><thead><tr><td><div style='height:500pt'>h</div></td></tr></thead><tbody>"
        + repeated("<tr><td>x</td></tr>", 20) + "</tbody></table>"
    ),
    Nasty(
      name: "page numbers that chase each other",
      body: (0..<20).map { "<p id='p\($0)'><a href='#p\(($0 + 7) % 20)'>x</a></p>" }.joined(),
      css: "a::after { content: target-counter(attr(href), page) } p { width: 20pt }"
    ),
  ]

  private static let sizes = [
    Nasty(name: "no room in the page", body: text, page: "size: 100pt 100pt; margin: 50pt", status: 1),
    Nasty(name: "a page of one point", body: text, page: "size: 1pt; margin: 0"),
    Nasty(name: "a page of 1e9 points", body: text, page: "size: 1e9pt; margin: 0"),
    Nasty(name: "margins wider than all", body: text, page: "size: 100pt; margin: 1e30pt", status: 1),
    Nasty(name: "10,000 columns", body: "<div>\(repeated(text, 20))</div>", css: "div { columns: 10000 }"),
    Nasty(
      name: "columns without height",
      body: "<div>\(repeated(text, 60))</div>",
      css: "div { columns: 2; height: 0 }"
    ),
    Nasty(name: "percent heights of automatic parents", body: nested("<div style='height:50%'>", "</div>", 30)),
    Nasty(
      name: "spans of 65,534",
      body: "<table><tr><td colspan='65534' rowspan='65534'>x</td><td>y</td></tr><tr><td>z</td></tr></table>"
    ),
    Nasty(name: "a block beyond the page", body: "<div style='margin-top:1e6pt'>x</div>y"),
    Nasty(name: "dots without number", body: "<div style='border:1pt dotted;width:1e6pt'>x</div>"),
    Nasty(
      name: "flattened and blown up",
      body: ["scale(0)", "matrix(1,1,1,1,0,0)", "scale(1e308)", "translate(1e308pt)", "scale(1e5)"]
        .map { "<div style='transform:\($0)'>x</div>" }.joined()
    ),
  ]

  private static let numbers = [
    "1e308pt", "-1e308pt", "1e6pt", "-1e6pt", "calc(1pt * (0/0))", "calc(1e308pt * 10)",
    "calc(1e308pt * 10 - 1e308pt * 10)",
  ].map { value in
    let names = [
      "width", "height", "margin", "padding", "border-width", "text-indent", "letter-spacing", "word-spacing",
      "line-height", "font-size", "top", "min-width", "max-width", "border-spacing", "border-radius", "column-gap",
    ]
    let body = names.map {
      "<div style='position:relative;\($0):\(value)'>a <b>b</b></div><table style='\($0):\(value)'><tr><td>c</td></tr></table>"
    }
    return Nasty(name: "lengths of \(value)", body: body.joined())
  }

  private static func nested(_ start: String, _ end: String, _ depth: Int) -> String {
    repeated(start, depth) + "x y z" + repeated(end, depth)
  }

  private static let nesting = [
    ("<div>", "</div>", 250), ("<div style='break-inside:avoid'>a", "b</div>", 250),
    ("<div style='float:left'>a", "b</div>", 250), ("<div style='columns:2'>", "</div>", 120),
    ("<div style='display:flex'>", "</div>", 120), ("<span style='display:inline-block'>", "</span>", 120),
    ("<table><tr><td>", "</td></tr></table>", 80), ("<div style='position:relative;opacity:.9'>", "</div>", 120),
    ("<i style='float:left'>a</i><i style='float:right'>b</i><div style='display:flow-root'>", "</div>", 60),
    ("<div style='font-size:10em'>", "</div>", 250),
  ].map { Nasty(name: "\($0.2) times \($0.0)", body: nested($0.0, $0.1, $0.2)) }

  private static let many = [
    Nasty(name: "a long word", body: "<p>\(repeated("a", 100_000))</p>"),
    Nasty(
      name: "a long word that may break",
      body: "<p>\(repeated("a", 100_000))</p>",
      css: "p { word-break: break-all }"
    ),
    Nasty(name: "marks upon marks", body: "<p>a\(repeated("\u{301}", 30_000))</p>"),
    Nasty(name: "sibling spans", body: "<p>\(repeated("<span>ab</span> ", 5000))</p>"),
    Nasty(name: "floats of no size", body: repeated("<i style='float:left'></i>", 3000)),
    Nasty(name: "floats that wait", body: repeated("<i style='float:left;width:90pt;height:90pt'>a</i>", 400)),
    Nasty(name: "absolute boxes", body: repeated("<i style='position:absolute;z-index:1000000000'>a</i>", 1000)),
  ]

  private static let sheets = [
    Nasty(
      name: "a selector of 1,000 steps",
      body: nested("<div>", "</div>", 120),
      css: repeated("div ", 1000) + "p { color: red }"
    ),
    Nasty(name: "media in media", body: text, css: repeated("@media print {", 3000) + repeated("}", 3000)),
    Nasty(name: "variables in a ring", body: text, css: "p { --a: var(--b); --b: var(--a); color: var(--a) }"),
    Nasty(
      name: "a deep calculation",
      body: text,
      css: "p { width: \(repeated("calc(", 1000))1pt\(repeated(")", 1000)) }"
    ),
    Nasty(
      name: "counters at their ends",
      body:
        "<ol start='-9223372036854775808'><li>x</li></ol><ol start='9223372036854775807' reversed=''><li>x</li></ol>"
        + "<p style='counter-increment:a 9223372036854775807'>x</p><p style='counter-increment:a 9223372036854775807'>x</p>",
      css: "p::before { content: counter(a) counter(a, upper-roman) counter(a, lower-alpha) }"
    ),
  ]

  /// Pages on which nothing is painted, before another one: Cairo forgets their tags.
  private static let unseen = [
    "<p>&#160;</p>", "<p style='color:transparent'>x</p>", "<p style='opacity:0'>x</p>", "<p style='font-size:0'>x</p>",
    "<p style='overflow:hidden;height:0'>x</p>", "<p style='transform:scale(0)'>x</p>",
  ].map { Nasty(name: "a page of \($0)", body: "\($0)<p style='break-before:page'>x</p>") }
}
