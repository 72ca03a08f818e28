import Diagnostics
import Files

/// Reads style sheets and those they import.
struct SheetReader {
  let origin: Origin
  let isLenient: Bool
  let loader: FileLoader?
  var symbols: Symbols
  private(set) var sheet = StyleSheet()
  private(set) var diagnostics = DiagnosticList()
  /// The files being read: an import of one of them is a cycle.
  private var open: [String] = []
  /// The folder of the text that is being read.
  private(set) var folder = ""

  init(origin: Origin, isLenient: Bool, loader: FileLoader?, symbols: Symbols) {
    self.origin = origin
    self.isLenient = isLenient
    self.loader = loader
    self.symbols = symbols
  }

  /// A text with its place: a file, or part of one.
  struct Text {
    var bytes: [UInt8]
    var source: SourceID
    /// Where the text begins in its source.
    var base: Int
    /// What relative names in it start from.
    var folder: String
  }

  mutating func read(_ text: Text) {
    var reporter = Reporter(source: text.source, base: text.base, isLenient: isLenient)
    var components = ComponentReader(text.bytes)
    var state = RuleState(folder: text.folder, canImport: true)
    let outer = folder
    folder = text.folder
    defer { folder = outer }
    while components.current != nil {
      readRule(&components, &state, &reporter)
    }
    diagnostics.report(contentsOf: reporter.diagnostics)
  }

  /// Reads the file that `reference` names; `span` is the place of that name.
  mutating func readFile(_ reference: String, from folder: String, at span: SourceSpan) {
    guard let loader else { return }
    let file: LoadedFile
    do throws(FileError) {
      file = try loader.load(reference, from: folder)
    } catch {
      var diagnostic = error.diagnostic(at: span)
      diagnostic.code = StyleDiagnostic.unreadableSheet.rawValue
      diagnostics.report(diagnostic)
      return
    }
    guard !open.contains(file.path) else {
      diagnostics.report(
        Diagnostic(
          code: StyleDiagnostic.importCycle,
          message: "'\(reference)' is already being read: it imports itself",
          span: span,
          help: "remove one of the imports: " + (open + [file.path]).joined(separator: " -> ")
        )
      )
      return
    }
    open.append(file.path)
    read(Text(bytes: file.bytes, source: file.source, base: 0, folder: file.folder))
    open.removeLast()
  }

  struct RuleState {
    let folder: String
    /// Whether no rule has been seen yet.
    var canImport: Bool
    /// How many blocks of rules are open.
    var depth = 0
  }

  /// Reads one rule; stops before `}` only inside a block.
  mutating func readRule(
    _ components: inout ComponentReader,
    _ state: inout RuleState,
    _ reporter: inout Reporter
  ) {
    guard let token = components.current else { return }
    switch token.kind {
    case .whitespace, .commentMark: components.position += 1
    case .atKeyword: readAtRule(&components, &state, &reporter)
    case .closeBrace:
      reporter.report(.syntax, "'}' closes nothing", at: token, help: "remove it, or look for a missing '{' before")
      components.position += 1
    default:
      state.canImport = false
      readStyleRule(&components, &reporter)
    }
  }

  private mutating func readStyleRule(_ components: inout ComponentReader, _ reporter: inout Reporter) {
    let prelude = components.components(until: [.openBrace, .closeBrace], .kept)
    guard components.current?.kind == .openBrace else {
      if let first = prelude.first {
        reporter.report(.syntax, "a rule has no block", at: first, help: "write selector { property: value; }")
      }
      return
    }
    var selectors: [Selector] = []
    var reader = SelectorReader(prelude, symbols: symbols)
    do throws(SelectorMistake) {
      selectors = try reader.list()
      symbols = reader.symbols
    } catch {
      let place = error.component ?? components.current ?? prelude.last
      if let place { reporter.report(error.code, error.message, at: place, help: error.help) }
    }
    let block = readBlock(&components, .element, &reporter)
    if !selectors.isEmpty { sheet.rules.append(StyleRule(selectors: selectors, block: block)) }
  }

  /// Reads `{ declarations }`; the current token is the opening brace.
  mutating func readBlock(
    _ components: inout ComponentReader,
    _ place: Places,
    _ reporter: inout Reporter,
    isFootnoteArea: Bool = false
  ) -> DeclarationBlock {
    let opening = components.current
    components.position += 1
    var reader = DeclarationReader(place: place, origin: origin, folder: folder, isFootnoteArea: isFootnoteArea)
    while let token = components.current {
      switch token.kind {
      case .whitespace, .semicolon: components.position += 1
      case .closeBrace:
        components.position += 1
        return reader.block
      case .atKeyword:
        reporter.report(
          .unknownAtRule,
          "@\(token.text) cannot stand inside this block",
          at: token,
          help: "close the block with '}' before it"
        )
        skipAtRule(&components)
      default: reader.read(&components, &reporter)
      }
    }
    if let opening { reportUnclosed(opening, &reporter) }
    return reader.block
  }

  func reportUnclosed(_ opening: Component, _ reporter: inout Reporter) {
    reporter.report(.unclosed, "a block is not closed", at: opening, help: "put a '}' at its end")
  }

  /// Goes on after the next `;` or block.
  mutating func skipAtRule(_ components: inout ComponentReader) {
    _ = components.components(until: [.semicolon, .openBrace, .closeBrace], .dropped)
    guard let end = components.current, end.kind != .closeBrace else { return }
    _ = components.component(.dropped)
  }

  mutating func add(page: PageRule) {
    sheet.pages.append(page)
  }

  mutating func add(fontFace: FontFaceRule) {
    sheet.fontFaces.append(fontFace)
  }

  mutating func add(counterStyle: CounterStyleRule) {
    sheet.counterStyles.append(counterStyle)
  }

  /// Drops the rules read since `before` was kept.
  mutating func restore(_ before: StyleSheet) {
    sheet = before
  }
}

extension SheetReader {
  /// Whether the `media` attribute of `<style>` or `<link>` holds print.
  mutating func mediaApplies(_ text: String, at span: SourceSpan) -> Bool {
    var reporter = Reporter(source: span.source, base: Int(span.offset), isLenient: isLenient)
    var components = ComponentReader(Array(text.utf8))
    let list = components.components(until: [], .dropped)
    guard let first = list.first else { return true }
    let applies = mediaApplies(list, at: first, &reporter)
    keep(reporter.diagnostics)
    return applies
  }

  private mutating func keep(_ list: DiagnosticList) {
    diagnostics.report(contentsOf: list)
  }
}
