import Foundation
import Testing

/// Every mistake that an author is likely to make, through the front door: place, message, help and exit status.
@Suite struct ErrorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var head = ""
    var body = "<p>a</p>"
    var data: String?
    var arguments: [String] = []
    var status: Int32 = 1
    /// `FILE:LINE:COLUMN: severity: message`, whole or its beginning.
    var first: String
    var help: String

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "unclosed element",
      body: "<p>a <b>b</p>",
      first: "t.xhtml:4:10: error: </p> stands where <b> is still open",
      help: "write </b> before it"
    ),
    Case(
      name: "unknown element",
      body: "<p>a</p>\n<sektion>b</sektion>",
      first: "t.xhtml:5:2: error: <sektion> is not a known element",
      help: "did you mean <section>?"
    ),
    Case(
      name: "unknown attribute",
      body: "<p clas=\"x\">a</p>",
      first: "t.xhtml:4:4: error: <p> takes no attribute 'clas'",
      help: "did you mean 'class'?"
    ),
    Case(
      name: "unknown property",
      head: "<style>\np { colr: red }</style>",
      first: "t.xhtml:3:5: error: 'colr' is not a known property",
      help: "did you mean 'color'?"
    ),
    Case(
      name: "unknown value",
      head: "<style>\np { text-align: middle }</style>",
      first: "t.xhtml:3:17: error: 'text-align' does not take 'middle' here",
      help: "'text-align' takes start | end | left | right | center | justify"
    ),
    Case(
      name: "unknown at-rule",
      head: "<style>\n@pgae { margin: 0 }</style>",
      first: "t.xhtml:3:1: error: @pgae is not a known at-rule",
      help: "did you mean @page?"
    ),
    Case(
      name: "bad selector",
      head: "<style>\np:frist-child { margin: 0 }</style>",
      first: "t.xhtml:3:3: error: :frist-child is not a known pseudo-class",
      help: "did you mean :first-child?"
    ),
    Case(
      name: "unknown name",
      body: "<p>ừ {{ nme }}</p>",
      data: "name: x\n",
      first: "t.xhtml:4:9: error: the data has no 'nme'",
      help: "did you mean 'name'?"
    ),
    Case(
      name: "unknown filter",
      body: "<p>{{ name | uper }}</p>",
      data: "name: x\n",
      first: "t.xhtml:4:14: error: there is no filter 'uper'",
      help: "did you mean 'upper'?"
    ),
    Case(
      name: "number filter on text",
      body: "<p>{{ name | number }}</p>",
      data: "name: x\n",
      first: "t.xhtml:4:7: error: 'number' works on a number, and this is a text",
      help: "write the number in the data"
    ),
    Case(
      name: "YAML error",
      data: "name: [x\nb: 1\n",
      first: "d.yaml:2:2: error: ',' or a closing bracket is wanted here",
      help: "close the bracket"
    ),
    Case(
      name: "duplicate key",
      data: "name: x\nb: 1\nname: y\n",
      first: "d.yaml:3:1: error: the key 'name' stands twice in one map",
      help: "keep one of the two"
    ),
    Case(
      name: "missing field",
      body: "<p>{{ a.c }}</p>",
      data: "a:\n  b: 1\n",
      first: "t.xhtml:4:7: error: /a has no field 'c'",
      help: "add it to the data, or write | default(...)"
    ),
    Case(
      name: "missing image",
      body: "<p><img src=\"no.png\" alt=\"x\"/></p>",
      first: "t.xhtml:4:14: error: there is no file 'no.png'",
      help: "check the name"
    ),
    Case(
      name: "missing style",
      head: "<link rel=\"stylesheet\" href=\"no.css\"/>",
      first: "t.xhtml:2:52: error: there is no file 'no.css'",
      help: "check the name"
    ),
    Case(
      name: "missing include",
      body: "<vb:include src=\"no.xhtml\"/>",
      first: "t.xhtml:4:18: error: there is no file 'no.xhtml'",
      help: "did you mean 't.xhtml'?"
    ),
    Case(
      name: "a path outside the roots",
      head: "<link rel=\"stylesheet\" href=\"../../../etc/passwd\"/>",
      first: "t.xhtml:2:52: error: '../../../etc/passwd' is outside the folders that may be read",
      help: "copy the file beside the template, or allow its folder with --root"
    ),
    Case(
      name: "a URL",
      head: "<link rel=\"stylesheet\" href=\"http://example.org/a.css\"/>",
      first: "t.xhtml:2:52: error: 'http://example.org/a.css' is a URL, and nothing is fetched from a network",
      help: "save the file beside the template"
    ),
    Case(
      name: "a glyph no face covers",
      body: "<p>dòng một\n   dòng hai 中</p>",
      first: "t.xhtml:5:13: error: no font has the character \"中\" (U+4E2D); tried Liberation Serif",
      help: "put a font that has it into fonts/"
    ),
    Case(
      name: "a glyph no face covers, allowed",
      body: "<p>中</p>",
      arguments: ["--allow-missing-glyphs"],
      status: 0,
      first: "t.xhtml:4:4: warning: no font has the character \"中\" (U+4E2D)",
      help: "put a font that has it into fonts/"
    ),
    Case(
      name: "a word wider than the line",
      body: "<p style=\"width: 20mm\">a\n MộtTừRấtDàiKhôngThểNgắt</p>",
      status: 0,
      first: "t.xhtml:5:2: warning: 'MộtTừRấtDàiKhôngThểNgắt' is 30.3 mm wider than its line",
      help: "<wbr/>"
    ),
    Case(
      name: "an output folder that does not exist",
      arguments: ["-o", "no/such/out.pdf"],
      status: 2,
      first: "error: the folder 'no/such' of 'no/such/out.pdf' does not exist",
      help: "mkdir -p 'no/such'"
    ),
    Case(
      name: "300 elements deep",
      body: String(repeating: "<div>", count: 300) + String(repeating: "</div>", count: 300),
      first: "t.xhtml:4:1271: error: <div> stands 257 elements deep, and the limit is 256",
      help: "close the elements around it earlier"
    ),
    Case(
      name: "an endless include",
      body: "<vb:include src=\"t.xhtml\"/>",
      first: "t.xhtml:4:18: error: the include has no end: t.xhtml → t.xhtml",
      help: "take one of these includes out"
    ),
  ]

  @Test("a mistake is told with its place and what to do", arguments: cases)
  func mistake(_ mistake: Case) throws {
    let command = try TestCommand()
    try command.write(
      """
      <html xmlns="http://www.w3.org/1999/xhtml">
      <head><title>t</title>\(mistake.head)</head>
      <body>
      \(mistake.body)
      </body>
      </html>

      """,
      to: "t.xhtml"
    )
    try command.write("old", to: "o.pdf")
    var arguments = ["render", "t.xhtml"]
    if let data = mistake.data {
      try command.write(data, to: "d.yaml")
      arguments.append("d.yaml")
    }
    if !mistake.arguments.contains("-o") { arguments += ["-o", "o.pdf"] }
    let outcome = try command.run(arguments + mistake.arguments)
    #expect(outcome.status == mistake.status)
    #expect(outcome.errors.hasPrefix(mistake.first), "\(outcome.errors)")
    let help = outcome.errors.split(separator: "\n").first { $0.hasPrefix("help: ") } ?? ""
    #expect(help.contains(mistake.help), "\(outcome.errors)")
    // A failed run leaves what was there, and nothing beside it.
    let isOld = try command.read("o.pdf") == "old"
    #expect(isOld == (mistake.status != 0))
    let files = try command.files().filter {
      !["t.xhtml", "o.pdf", "d.yaml", "stdin", "stdout", "stderr"].contains($0)
    }
    #expect(files == [])
  }

  @Test("without any font the run says what to install")
  func noFonts() throws {
    let command = try TestCommand()
    try command.write(
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title></head><body>a</body></html>",
      to: "t.xhtml"
    )
    try command.write("families: []\nfallback: []\ngeneric: {}\n", to: "home/fonts/fonts.yaml")
    try command.write("", to: "home/templates/empty")
    let outcome = try command.run(
      ["render", "t.xhtml", "-o", "o.pdf"],
      environment: ["VANBAN_HOME": "\(command.folder)/home"]
    )
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("fonts-liberation2"), "\(outcome.errors)")
  }

  @Test("a full disk keeps the old file")
  func fullDisk() throws {
    let command = try TestCommand()
    try command.write(
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title></head><body>a</body></html>",
      to: "t.xhtml"
    )
    try command.write("old", to: "o.pdf")
    // No file of the run may grow over one kilobyte: writing fails as on a full disk.
    let outcome = try command.run(["render", "t.xhtml", "-o", "o.pdf"], limit: "-f 1")
    #expect(outcome.status == 2)
    let limit = "help: raise the limit on the size of files (ulimit -f); nothing was changed\n"
    #expect(outcome.errors == "error: 'o.pdf' cannot be written: File too large\n" + limit)
    #expect(try command.read("o.pdf") == "old")
    #expect(try command.files().filter { $0.contains(".part") } == [])
    let device = try command.run(["render", "t.xhtml", "--format", "pdf", "-o", "/dev/full"])
    #expect(device.status == 2)
    let message = "error: '/dev/full' cannot be written: No space left on device\n"
    #expect(device.errors == message + "help: free some space; nothing was changed\n")
  }
}
