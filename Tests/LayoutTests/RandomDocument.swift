import TestSupport

/// A random document: nested elements with random properties, each word of it different, on pages of random size.
struct RandomDocument {
  /// What stands in `body`.
  private(set) var body = ""
  /// The words of each flow in document order: the document's, and those of cells and flex items, which stand beside each other.
  private(set) var flows: [[String]] = [[]]
  private(set) var elsewhere: [String] = []
  /// The declarations of `@page`.
  let page: String
  private var dice: Dice
  private var count = 0
  private var isOutOfFlow = false
  private var isInNote = false
  private var currentFlow = 0

  /// - Parameters:
  ///   - seed: the same seed gives the same document.
  ///   - blocks: how many elements stand side by side at the top.
  init(seed: Int, blocks: Int = 12) {
    dice = Dice(seed: seed)
    page =
      "size: \(dice.roll(300) + 80)pt \(dice.roll(250) + 30)pt; margin: \(dice.roll(10))pt \(dice.roll(20))pt"
    for _ in 0..<blocks { addBlock(depth: 0) }
  }

  /// A word of one to three syllables that are alike, with soft hyphens between them: it may break there, and each piece tells its word.
  private mutating func word() -> String {
    count += 1
    let syllables = dice.roll(6) == 0 ? 1 + dice.roll(3) : 1
    for _ in 0..<syllables {
      if isOutOfFlow { elsewhere.append("w\(count)") } else { flows[currentFlow].append("w\(count)") }
    }
    return Array(repeating: "w\(count)", count: syllables).joined(separator: "\u{AD}")
  }

  private mutating func addBlock(depth: Int) {
    let kind = dice.roll(depth > 3 ? 3 : 16)
    switch kind {
    case 0, 1, 2: wrap("p") { $0.addInline(depth: 0, words: 1 + $0.dice.roll(30)) }
    case 3, 4: wrap("div") { for _ in 0...$0.dice.roll(4) { $0.addBlock(depth: depth + 1) } }
    case 5: wrap("ul") { for _ in 0...$0.dice.roll(5) { $0.wrap("li") { $0.addInline(depth: 0, words: 4) } } }
    case 6: addTable(depth: depth)
    case 7:
      outOfFlow { $0.wrap("div", extra: "float: \($0.pick(["left", "right"]));") { $0.addInline(depth: 0, words: 6) } }
    case 8: wrap("div", extra: "columns: \(1 + dice.roll(3));") { for _ in 0...2 { $0.addBlock(depth: depth + 1) } }
    case 9: wrap("div", extra: "display: flex;") { for _ in 0...2 { $0.addParallel { $0.addBlock(depth: depth + 1) } } }
    case 10: wrap("section", extra: "display: flow-root;") { for _ in 0...2 { $0.addBlock(depth: depth + 1) } }
    default: addRareBlock(kind, depth: depth)
    }
  }

  private mutating func addRareBlock(_ kind: Int, depth: Int) {
    switch kind {
    case 11:
      let place = pick(["top: 0; left: 5pt;", "bottom: 0; right: 0;", "", "top: 10%; width: 50%;", "top: 900pt;"])
      outOfFlow {
        $0.wrap("div", extra: "position: absolute; \(place)") { for _ in 0...1 { $0.addBlock(depth: depth + 1) } }
      }
    case 12:
      let wraps = pick([
        "flex-wrap: wrap;", "flex-direction: column;", "flex-direction: row-reverse;", "align-items: end;",
      ])
      wrap("div", extra: "display: flex; \(wraps)") {
        for _ in 0...3 { $0.addParallel { $0.addBlock(depth: depth + 1) } }
      }
    case 13:
      wrap("div", extra: "columns: 2; column-fill: \(pick(["auto", "balance"]));") {
        $0.addBlock(depth: depth + 1)
        $0.wrap("h2", extra: "column-span: all;") { $0.addInline(depth: 0, words: 3) }
        $0.addBlock(depth: depth + 1)
      }
    case 14:
      wrap("div", extra: "display: \(pick(["table", "inline-table", "table-cell", "table-row"]));") {
        for _ in 0...1 {
          $0.addParallel { $0.wrap("div", extra: "display: table-cell;") { $0.addBlock(depth: depth + 2) } }
        }
      }
    default:
      wrap("ol", extra: "list-style-position: inside;") {
        for _ in 0...2 { $0.wrap("li") { $0.addBlock(depth: depth + 1) } }
      }
    }
  }

  private mutating func addTable(depth: Int) {
    let columns = 1 + dice.roll(4)
    wrap("table") { document in
      if document.dice.roll(4) == 0 {
        let side = document.pick(["top", "bottom"])
        document.wrap("caption", extra: "caption-side: \(side);") { $0.addInline(depth: 0, words: 4) }
      }
      if document.dice.roll(3) == 0 { document.addRowGroup("thead", rows: 1 + document.dice.roll(2), columns, depth) }
      document.addRowGroup("tbody", rows: 1 + document.dice.roll(5), columns, depth)
      if document.dice.roll(5) == 0 { document.addRowGroup("tfoot", rows: 1, columns, depth) }
    }
  }

  private mutating func addRowGroup(_ name: String, rows: Int, _ columns: Int, _ depth: Int) {
    wrap(name) { document in
      for _ in 0..<rows {
        document.body += "<tr>"
        var column = 0
        while column < columns {
          let span = document.dice.roll(5) == 0 ? 1 + document.dice.roll(3) : 1
          document.addParallel { $0.addCell(colspan: span, depth: depth) }
          column += span
        }
        document.body += "</tr>"
      }
    }
  }

  private mutating func addCell(colspan: Int, depth: Int) {
    let rowspan = dice.roll(6) == 0 ? dice.roll(4) : 1
    body += "<td colspan=\"\(colspan)\" rowspan=\"\(rowspan)\">"
    wrap("div") { document in
      if document.dice.roll(4) == 0 {
        document.addBlock(depth: depth + 2)
      } else {
        document.addInline(depth: 0, words: 1 + document.dice.roll(8))
      }
    }
    body += "</td>"
  }

  private mutating func addInline(depth: Int, words: Int) {
    for _ in 0..<words {
      switch dice.roll(depth > 2 ? 10 : 34) {
      case 10: wrap("b") { $0.addInline(depth: depth + 1, words: 2) }
      case 11: wrap("span", extra: "display: inline-block;") { $0.addInline(depth: depth + 1, words: 2) }
      case 12: body += word() + "<br/>"
      case 13: outOfFlow { $0.wrap("i", extra: "float: left;") { $0.addInline(depth: depth + 1, words: 2) } }
      case 14 where !isInNote:
        isInNote = true
        outOfFlow { $0.wrap("i", extra: "float: footnote;") { $0.addInline(depth: depth + 1, words: 6) } }
        isInNote = false
      case 15:
        outOfFlow { $0.wrap("i", extra: "position: absolute; left: 3pt;") { $0.addInline(depth: depth + 1, words: 2) } }
      case 16:
        wrap("span", extra: "display: inline-flex;") { $0.addParallel { $0.addInline(depth: depth + 1, words: 2) } }
      default: body += word() + " "
      }
    }
  }

  /// Adds what breaks over pages beside its siblings.
  private mutating func addParallel(_ add: (inout RandomDocument) -> Void) {
    let outer = currentFlow
    flows.append([])
    currentFlow = flows.count - 1
    add(&self)
    currentFlow = outer
  }

  private mutating func outOfFlow(_ add: (inout RandomDocument) -> Void) {
    let outer = isOutOfFlow
    isOutOfFlow = true
    add(&self)
    isOutOfFlow = outer
  }

  private mutating func wrap(_ name: String, extra: String = "", _ add: (inout RandomDocument) -> Void) {
    var style = extra
    for _ in 0..<dice.roll(4) { style += declaration() }
    body += style.isEmpty ? "<\(name)>" : "<\(name) style=\"\(style)\">"
    add(&self)
    body += "</\(name)>"
  }

  private mutating func declaration() -> String {
    pick([
      "margin: \(dice.roll(30))pt 0;", "padding: \(dice.roll(12))pt;", "border: \(dice.roll(4))pt solid;",
      "width: \(20 + dice.roll(100))%;", "height: \(dice.roll(200))pt;", "break-inside: avoid;",
      "break-before: page;", "break-after: avoid;", "break-before: avoid;", "clear: both;", "orphans: 3; widows: 3;",
      "text-align: justify;", "position: relative; top: 3pt;", "min-height: \(dice.roll(90))pt;",
      "text-indent: 15pt;", "margin-top: -4pt;", "overflow: hidden;", "vertical-align: middle;", "white-space: nowrap;",
      "border-collapse: collapse;", "table-layout: fixed;", "break-after: page;", "page: other;", "max-width: 90pt;",
      "transform: rotate(3deg);", "opacity: 0.5;", "columns: 2;", "display: inline-block;", "text-align: center;",
      "caption-side: bottom;", "border-spacing: 3pt;", "box-decoration-break: clone;", "line-height: 25pt;",
      "break-before: column;", "white-space: pre-wrap;", "hyphens: none;",
    ])
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices[dice.roll(choices.count)]
  }
}
