@testable import Printing
import Testing

/// Options against what a printer can do, without a server.
@Suite struct PlanTests {
  private let a4 = PrintedDocument(pages: 5, pageSize: .init(width: 595.276, height: 841.89))

  private func printer(_ change: (inout Printer) -> Void = { _ in }) -> Printer {
    var printer = Printer(
      name: "office",
      info: "",
      state: .idle,
      reasons: [],
      message: "",
      isAccepting: true,
      device: "usb://printer",
      media: ["iso_a4_210x297mm", "iso_a5_148x210mm", "na_letter_8.5x11in"].map { Medium($0) },
      loadedMedia: [],
      defaultMedium: Medium("na_letter_8.5x11in"),
      sides: [.one, .long, .short],
      defaultSides: .one,
      hasColor: false,
      copies: 1...99,
      canCollate: true,
      canStack: true,
      takesPageRanges: true,
      canHold: true,
      serverTime: 0
    )
    change(&printer)
    return printer
  }

  @Test(
    "the sheets are pages by sides, each copy on sheets of its own",
    arguments: [
      ("one", 1, nil, 5), ("long", 1, nil, 3),  // 5 pages on 3 sheets
      ("short", 4, nil, 12),  // 4 x 3
      ("long", 2, "1-3,5", 4),  // 2 x 4 pages on 2 sheets
      ("one", 3, "2", 3),
    ] as [(String, Int, String?, Int)]
  )
  func sheets(sides: String, copies: Int, pages: String?, sheets: Int) throws {
    var options = PrintOptions()
    options.sides = Sides(rawValue: sides)
    options.copies = copies
    options.pages = pages.flatMap { PageRanges($0) }
    let plan = try printer().plan(options, for: a4)
    #expect(plan.sheets == sheets)
    #expect(plan.notes == [])
  }

  @Test("without a wish for sides the printer's own count")
  func defaultSides() throws {
    let plan = try printer { $0.defaultSides = .long }.plan(PrintOptions(), for: a4)
    #expect(plan.sides == .long)
    #expect(plan.sheets == 3)
  }

  @Test("all that the printer lacks is told at once, with what it has")
  func lacks() throws {
    var options = PrintOptions()
    options.sides = .long
    options.medium = "A3"
    options.copies = 100
    options.pages = PageRanges("2-")
    options.release = .held
    let simple = printer {
      $0.sides = [.one]
      $0.takesPageRanges = false
      $0.canHold = false
    }
    let error = #expect(throws: PrintingError.self) { try simple.plan(options, for: a4) }
    #expect(
      error?.message == """
        the printer 'office' lacks --sides long: it has --sides one; \
        the printer 'office' lacks --media A3: it has A4, A5, letter; \
        the printer 'office' lacks --copies 100: it has 1 to 99 copies; \
        the printer 'office' lacks --pages: it has whole documents only; \
        the printer 'office' lacks --hold: it has no way to hold jobs
        """
    )
    #expect(error?.kind == .commandLine)
  }

  @Test("all pages asked for by number need no printer that knows ranges")
  func allPages() throws {
    var options = PrintOptions()
    options.pages = PageRanges("1-5")
    #expect(try printer { $0.takesPageRanges = false }.plan(options, for: a4).pages == 5)
  }

  @Test("pages beyond the end are refused")
  func beyondEnd() throws {
    var options = PrintOptions()
    options.pages = PageRanges("4-6")
    #expect(throws: PrintingError.pagesBeyondEnd(asked: "4-6", pages: 5)) { try printer().plan(options, for: a4) }
  }

  @Test("one order of copies is refused where the printer has only the other")
  func collation() throws {
    var options = PrintOptions()
    options.copies = 2
    let stacking = printer { $0.canCollate = false }
    #expect(
      throws: PrintingError.lacking(printer: "office", lacks: [.init(asked: "--collate", has: "--no-collate")])
    ) { try stacking.plan(options, for: a4) }
    options.collation = .stacked
    #expect(try stacking.plan(options, for: a4).sheets == 10)
    let collating = printer { $0.canStack = false }
    #expect(
      throws: PrintingError.lacking(printer: "office", lacks: [.init(asked: "--no-collate", has: "--collate")])
    ) { try collating.plan(options, for: a4) }
  }

  @Test("the paper is that of the pages, lying or standing, unless another is asked for")
  func paper() throws {
    #expect(try printer().plan(PrintOptions(), for: a4).medium?.name == "A4")
    let lying = PrintedDocument(pages: 1, pageSize: .init(width: 595.276, height: 419.528))
    #expect(try printer().plan(PrintOptions(), for: lying).medium?.name == "A5")
    var options = PrintOptions()
    options.medium = "a5"
    let plan = try printer().plan(options, for: a4)
    #expect(plan.medium?.keyword == "iso_a5_148x210mm")
    #expect(plan.isScaled)
    #expect(plan.notes == ["the pages are scaled to fit A5"])
  }

  @Test("a size that the printer lacks, and paper that is not in it, are told")
  func notes() throws {
    let a3 = PrintedDocument(pages: 1, pageSize: .init(width: 841.89, height: 1190.55))
    let plan = try printer().plan(PrintOptions(), for: a3)
    #expect(plan.medium == nil)
    #expect(
      plan.notes == ["the pages are 297 x 420 mm, which the printer 'office' does not have, so that it uses letter"]
    )
    let loaded = try printer { $0.loadedMedia = [Medium("na_letter_8.5x11in")] }.plan(PrintOptions(), for: a4)
    #expect(loaded.notes == ["A4 is not in the printer 'office' now; it holds letter"])
  }

  @Test("a count of sheets beyond all numbers is clamped")
  func overflow() throws {
    var options = PrintOptions()
    options.copies = .max
    let plan = try printer { $0.copies = 1...Int.max }.plan(options, for: a4)
    #expect(plan.sheets == .max)
  }

  @Test(
    "what keeps a printer is read from keywords and sentences",
    arguments: [
      ([], "", nil), (["paused"], "Paused", "the queue 'office' is paused"),
      (["media-empty-error"], "", "the printer 'office' is out of paper"),
      (["offline-report"], "", "the printer 'office' does not answer"),
      (
        [], "The printer may not exist or is unavailable at this time.",
        "the printer 'office' does not answer (The printer may not exist or is unavailable at this time.)"
      ),
      (["cups-waiting-for-job-completed"], "Printing.", nil),
    ] as [([String], String, String?)]
  )
  func trouble(reasons: [String], message: String, words: String?) {
    let printer = printer {
      $0.reasons = reasons
      $0.message = message
    }
    #expect(printer.trouble?.message == words)
  }
}

@Suite struct MediumTests {
  @Test(
    "a paper has the name that people use",
    arguments: [
      ("iso_a4_210x297mm", "A4"), ("na_letter_8.5x11in", "letter"), ("jis_b5_182x257mm", "B5"), ("A4", "A4"),
      ("custom_x", "custom_x"),
    ]
  )
  func names(keyword: String, name: String) {
    #expect(Medium(keyword).name == name)
  }

  @Test("inches become millimetres")
  func size() {
    let size = Medium("na_letter_8.5x11in").size
    #expect(size.map { [$0.width, $0.height] } == [8.5 * 25.4, 11 * 25.4])
    #expect(Medium("x_y_0x1e309mm").size == nil)
  }
}

@Suite struct ServerAddressTests {
  @Test(
    "addresses are read as CUPS_SERVER has them",
    arguments: [
      ("localhost", "localhost:631"), ("10.0.0.1:8631", "10.0.0.1:8631"),
      ("/run/cups/cups.sock", "/run/cups/cups.sock"),
      ("[::1]:632", "[::1]:632"), ("[::1]", "[::1]:631"),
    ]
  )
  func read(text: String, address: String) {
    #expect(ServerAddress(text)?.description == address)
  }

  @Test(
    "what is no address is refused",
    arguments: ["", ":631", "host:0", "host:x", "a b", "host:70000", "http://host"]
  )
  func refused(text: String) {
    #expect(ServerAddress(text) == nil)
  }
}
