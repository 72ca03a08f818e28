package import Diagnostics
package import Files
import Geometry
package import Markup

/// Gives every node of an expanded tree its computed style.
///
/// Style sheets come from `<style>`, `<link rel="stylesheet">` and what these import, in document order, after the
/// default style sheet; then from `style` attributes. Mistakes are reported, and what they stand in is left out.
package func applyStyles(
  to tree: ElementTree,
  configuration: StyleConfiguration,
  loader: FileLoader,
  diagnostics: inout DiagnosticList
) -> StyledDocument {
  let defaults = DefaultSheet.shared
  var reader = SheetReader(
    origin: .author,
    isLenient: configuration.isLenient,
    loader: loader,
    symbols: defaults.symbols
  )
  collectSheets(tree, configuration, &reader)
  diagnostics.report(contentsOf: reader.diagnostics)
  let sheets = [defaults.sheet, reader.sheet]
  let counterStyles = CounterStyleResolver(sheets)
  var context = initialContext(configuration, sheets)
  context.counterStyles = counterStyles.styles
  let severity: Diagnostic.Severity = configuration.isLenient ? .warning : .error
  let index = RuleIndex(sheets, symbols: reader.symbols)
  var cascade = Cascade(
    index,
    ElementFacts(tree, symbols: reader.symbols),
    StyleComputer(context: context, severity: severity),
    InlineBlocks(isLenient: configuration.isLenient, folder: configuration.folder)
  )
  let indices = cascade.run()
  diagnostics.report(contentsOf: cascade.inlineDiagnostics)
  diagnostics.report(contentsOf: cascade.diagnostics)
  let pageBlocks = reader.sheet.pages.flatMap { [$0.block] + $0.marginBoxes.map(\.block) }
  let names = [index.blocks, pageBlocks, cascade.inlineBlocks].joined().flatMap(\.counterNames)
  diagnostics.report(contentsOf: counterStyles.check(names, severity))
  let pages = cascadePages(sheets, context, cascade)
  diagnostics.report(contentsOf: pages.check(severity))
  return StyledDocument(
    tree: tree,
    styles: cascade.styles,
    styleIndices: indices,
    pseudoStyles: cascade.pseudoStyles,
    pages: pages,
    fontFaces: reader.sheet.fontFaces
  )
}

/// What the root element's values refer to: initial font measures and the default page's size.
private func initialContext(_ configuration: StyleConfiguration, _ sheets: [StyleSheet]) -> ComputeContext {
  let initial = ComputedStyle()
  var context = ComputeContext(
    parent: initial,
    rootFontSize: initial.fontSize,
    rootLineHeight: 0,
    pageSize: .a4,
    fontMetrics: configuration.fontMetrics
  )
  context.rootLineHeight = context.lineHeight(of: initial)
  let pages = PageRules(rules: sheets.flatMap(\.pages), root: initial, customs: [:], context: context)
  context.pageSize = pages.defaultSize
  return context
}

/// The rules of pages, which inherit from the root element.
private func cascadePages(_ sheets: [StyleSheet], _ context: ComputeContext, _ cascade: Cascade) -> PageRules {
  let root = cascade.rootStyle
  var context = context
  context.rootFontSize = root.fontSize
  context.rootLineHeight = context.lineHeight(of: root)
  return PageRules(rules: sheets.flatMap(\.pages), root: root, customs: cascade.rootCustoms, context: context)
}

/// Reads the sheets that a document holds and names, in document order.
private func collectSheets(_ tree: ElementTree, _ configuration: StyleConfiguration, _ reader: inout SheetReader) {
  for index in tree.nodes.indices {
    let id = NodeID(index)
    switch tree.nodes[index].kind {
    case .style:
      guard mediaApplies(id, tree, &reader) else { continue }
      readStyleElement(id, tree, configuration.folder, &reader)
    case .link:
      guard let rel = tree.attribute("rel", of: id), rel.lowercased().split(separator: " ").contains("stylesheet"),
        let href = tree.attributes(of: id).first(where: { $0.name == "href" }), mediaApplies(id, tree, &reader)
      else { continue }
      reader.readFile(href.value, from: configuration.folder, at: href.valueSpan)
    default: continue
    }
  }
}

private func readStyleElement(_ id: NodeID, _ tree: ElementTree, _ folder: String, _ reader: inout SheetReader) {
  var bytes: [UInt8] = []
  var first: SourceSpan?
  var child = tree[id].firstChild
  while child >= 0 {
    let node = NodeID(index: child)
    bytes += tree.text[tree.textRange(of: node)]
    if first == nil { first = tree[node].span }
    child = tree[node].nextSibling
  }
  guard let first else { return }
  reader.read(SheetReader.Text(bytes: bytes, source: first.source, base: Int(first.offset), folder: folder))
}

private func mediaApplies(_ id: NodeID, _ tree: ElementTree, _ reader: inout SheetReader) -> Bool {
  guard let media = tree.attributes(of: id).first(where: { $0.name == "media" }) else { return true }
  return reader.mediaApplies(media.value, at: media.valueSpan)
}
