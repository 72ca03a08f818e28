import Diagnostics
import Geometry

/// Computes the style that a list of blocks, weakest first, gives to one element, pseudo-element, page or margin box.
struct StyleComputer {
  var context: ComputeContext
  let severity: Diagnostic.Severity
  /// Found in values that call `var()`: these are read once for each style, and reported once for each place.
  private(set) var diagnostics = DiagnosticList()
  private var reported: Set<SourceSpan> = []
  /// The winning declaration by property, and the properties that have one.
  private var winners: [Winner]
  private var touched: [Int] = []

  private struct Winner {
    var block: Int32 = -1
    var declaration: Int32 = 0
  }

  init(context: ComputeContext, severity: Diagnostic.Severity) {
    self.context = context
    self.severity = severity
    winners = Array(repeating: Winner(), count: PropertyTable.rows.count)
  }

  /// The style and custom properties that `blocks` give.
  ///
  /// `base` is the style where nothing is specified, as ``ComputedStyle/init(inheriting:)`` makes it.
  mutating func compute(
    _ blocks: [DeclarationBlock],
    base: ComputedStyle,
    inherited: CustomProperties
  ) -> (style: ComputedStyle, customs: CustomProperties) {
    for property in touched { winners[property].block = -1 }
    touched.removeAll(keepingCapacity: true)
    collect(blocks)
    var customs = inherited
    if blocks.contains(where: { !$0.customs.isEmpty }) { customs = resolveCustoms(blocks, inherited) }
    var style = base
    // A width of its own is not needed for a border to be drawn: medium is initial, and `finish` takes it away again.
    style.borderWidth = .init(all: mediumLine)
    style.columns.ruleWidth = mediumLine
    style.outline.width = mediumLine
    var hasBorderColors = false
    touched.sort()
    for property in touched {
      if property >= PropertyTable.firstAfterColor, !hasBorderColors {
        style.borderColor = .init(all: style.color)
        hasBorderColors = true
      }
      apply(property, blocks, customs, &style)
    }
    if !hasBorderColors { style.borderColor = .init(all: style.color) }
    finish(&style)
    return (style, customs)
  }

  /// Importance turns the order of origins round (CSS Cascade 4, 6.1): normal declarations from the weakest block to
  /// the strongest, then the author's important ones, then the user agent's.
  private mutating func collect(_ blocks: [DeclarationBlock]) {
    for index in blocks.indices { collect(blocks[index], index, isImportant: false) }
    for index in blocks.indices where blocks[index].hasImportant && blocks[index].origin != .userAgent {
      collect(blocks[index], index, isImportant: true)
    }
    for index in blocks.indices where blocks[index].hasImportant && blocks[index].origin == .userAgent {
      collect(blocks[index], index, isImportant: true)
    }
  }

  private mutating func collect(_ block: DeclarationBlock, _ index: Int, isImportant: Bool) {
    for place in block.declarations.indices where block.declarations[place].isImportant == isImportant {
      let property = block.declarations[place].property
      if winners[property].block < 0 { touched.append(property) }
      winners[property] = Winner(block: Int32(index), declaration: Int32(place))
    }
  }

  private mutating func resolveCustoms(
    _ blocks: [DeclarationBlock],
    _ inherited: CustomProperties
  ) -> CustomProperties {
    var declared: [String: CustomDeclaration] = [:]
    for isImportant in [false, true] {
      for block in blocks {
        for custom in block.customs where custom.isImportant == isImportant { declared[custom.name] = custom }
      }
    }
    for (name, custom) in declared where custom.components.count == 1 {
      let word = custom.components[0].word
      if word == "inherit" || word == "unset" { declared[name] = nil }
    }
    var resolver = VariableResolver(inherited: inherited, declared: declared, severity: severity)
    let customs = resolver.resolve()
    keep(resolver.diagnostics)
    return customs
  }

  private mutating func apply(
    _ property: Int,
    _ blocks: [DeclarationBlock],
    _ customs: CustomProperties,
    _ style: inout ComputedStyle
  ) {
    let winner = winners[property]
    let value = blocks[Int(winner.block)].declarations[Int(winner.declaration)].value
    apply(value, property, blocks, customs, &style)
  }

  private mutating func apply(
    _ value: Declaration.Value,
    _ property: Int,
    _ blocks: [DeclarationBlock],
    _ customs: CustomProperties,
    _ style: inout ComputedStyle
  ) {
    let row = PropertyTable.rows[property]
    switch value {
    case .set(let setter), .initial(let setter): setter(&style, context)
    case .inherit: row.copy(context.parent, &style)
    case .revert:
      // Back to what the default sheet says; where it says nothing, `base` is already unset's value.
      for block in blocks where block.origin == .userAgent {
        for declaration in block.declarations where declaration.property == property {
          if case .revert = declaration.value { continue }
          apply(declaration.value, property, blocks, customs, &style)
        }
      }
    case .pending(let pending):
      // Invalid at computed-value time is unset, which `base` already is (CSS Variables 1, 3.1).
      guard let value = read(pending, property, customs) else { return }
      if case .pending = value { return }
      apply(value, property, blocks, customs, &style)
    }
  }

  private mutating func read(
    _ pending: PendingValue,
    _ property: Int,
    _ customs: CustomProperties
  ) -> Declaration.Value? {
    var resolver = VariableResolver(inherited: customs, declared: [:], severity: severity)
    let substituted = resolver.substitute(pending.components, at: pending.span)
    keep(resolver.diagnostics)
    guard let components = substituted else { return nil }
    guard !components.isEmpty else {
      report(.wrongValue, "'\(pending.name)' has no value once its var() is put in", pending.span, nil)
      return nil
    }
    do throws(ValueMistake) {
      return try declaredValues(of: pending.name, components, base: pending.base).last { $0.0 == property }?.1
    } catch {
      report(error.code, error.message + ", once its var() is put in", pending.span, error.help)
      return nil
    }
  }

  private mutating func report(_ code: StyleDiagnostic, _ message: String, _ span: SourceSpan, _ help: String?) {
    var list = DiagnosticList()
    list.report(Diagnostic(code: code, severity: severity, message: message, span: span, help: help))
    keep(list)
  }

  private mutating func keep(_ list: DiagnosticList) {
    for diagnostic in list.all {
      guard let span = diagnostic.span, reported.insert(span).inserted else { continue }
      diagnostics.report(diagnostic)
    }
  }

  /// What depends on other properties of the same style.
  private func finish(_ style: inout ComputedStyle) {
    // CSS Backgrounds 3, 3.3: a border that is not drawn has no width.
    if style.borderStyle.top.isUndrawn { style.borderWidth.top = 0 }
    if style.borderStyle.right.isUndrawn { style.borderWidth.right = 0 }
    if style.borderStyle.bottom.isUndrawn { style.borderWidth.bottom = 0 }
    if style.borderStyle.left.isUndrawn { style.borderWidth.left = 0 }
    if style.outline.style.isUndrawn { style.outline.width = 0 }
    if style.columns.ruleStyle.isUndrawn { style.columns.ruleWidth = 0 }
    settleDisplay(&style, context.containerDisplay)
    settleOverflow(&style)
    // CSS GCPM 3, 2.5: each footnote counts.
    if style.float == .footnote, !style.counterIncrement.contains(where: { $0.name == "footnote" }) {
      style.counterIncrement.append(CounterChange(name: "footnote", value: 1))
    }
    // CSS Lists 3, 4.6: a list item counts even where counter-increment names other counters only.
    if style.display == .listItem, !style.counterIncrement.contains(where: { $0.name == "list-item" }) {
      style.counterIncrement.append(CounterChange(name: "list-item", value: 1))
    }
  }
}

/// CSS 2.2, 9.7, and CSS Flexbox 1, 4: what is out of the flow, and a flex item, is of a block kind.
private func settleDisplay(_ style: inout ComputedStyle, _ containerDisplay: Display) {
  let isAbsolute = style.position.isAbsolute
  if isAbsolute { style.float = .none }
  let isFlexItem = containerDisplay == .flex || containerDisplay == .inlineFlex
  style.wasInlineLevel = style.display.isInlineLevel
  guard isAbsolute || style.float != .none || isFlexItem, style.display != .contents else { return }
  style.display = style.display.blockified
}

/// CSS Overflow 3, 3.1: a box that scrolls on one axis does not let out its content on the other.
private func settleOverflow(_ style: inout ComputedStyle) {
  let (x, y) = (style.overflowX, style.overflowY)
  if y.isScrollable { style.overflowX = x.beside }
  if x.isScrollable { style.overflowY = y.beside }
}

extension Overflow {
  /// The computed value beside an axis that scrolls.
  fileprivate var beside: Overflow {
    switch self {
    case .visible: .auto
    case .clip: .hidden
    default: self
    }
  }
}

extension BorderStyle {
  fileprivate var isUndrawn: Bool { self == .none || self == .hidden }
}

extension Display {
  /// Whether a box of this kind stands in a line (CSS Display 3, 2.4).
  var isInlineLevel: Bool {
    switch self {
    case .inline, .inlineBlock, .inlineTable, .inlineFlex: true
    default: false
    }
  }

  /// The block counterpart of an inline or table-internal kind (CSS Display 3, 2.7).
  var blockified: Display {
    switch self {
    case .inline, .inlineBlock, .tableRow, .tableRowGroup, .tableHeaderGroup, .tableFooterGroup, .tableCell,
      .tableColumn, .tableColumnGroup, .tableCaption:
      .block
    case .inlineTable: .table
    case .inlineFlex: .flex
    case .block, .listItem, .none, .table, .flowRoot, .flex, .contents: self
    }
  }
}
