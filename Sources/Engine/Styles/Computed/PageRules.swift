import Diagnostics
public import Geometry

/// The `@page` rules of a document, cascaded on demand for each kind of page.
public struct PageRules: Sendable {
  private var rules: [PageRule] = []
  private var root = ComputedStyle()
  private var customs: CustomProperties = [:]
  private var context: ComputeContext
  /// The size of a page that no name, side or place in the document distinguishes: what `vw` and `vh` refer to.
  public private(set) var defaultSize = Size.a4

  /// Whether some page begins to number its footnotes anew (CSS GCPM 3, 2.5.2).
  public private(set) var resetsFootnotes = false

  /// No rules: every page has the initial style.
  public init() {
    context = ComputeContext(
      parent: ComputedStyle(),
      rootFontSize: 12,
      rootLineHeight: 12,
      pageSize: .a4,
      fontMetrics: { _, _, _ in FontRelativeMetrics() }
    )
  }

  init(rules: [PageRule], root: ComputedStyle, customs: CustomProperties, context: ComputeContext) {
    self.rules = rules
    self.root = root
    self.customs = customs
    self.context = context
    self.context.parent = root
    var computer = StyleComputer(context: self.context, severity: .error)
    let plain = rules.filter { $0.selectors.contains { $0.name.isEmpty && $0.pseudos.isEmpty && $0.places.isEmpty } }
    let base = ComputedStyle(inheriting: root)
    // Normal priority is the order of appearance here: rules without selectors have one specificity.
    defaultSize = computer.compute(plain.map(\.block), base: base, inherited: customs).style.pageSize
    resetsFootnotes = rules.contains { rule in
      computer.compute([rule.block], base: base, inherited: customs).style.counterReset.contains {
        $0.name == "footnote"
      }
    }
  }

  /// Whether any selector asks for a page's exact number (`:nth()`), so that pages of one kind may differ.
  public var countsPages: Bool {
    rules.contains { $0.selectors.contains { !$0.places.isEmpty } }
  }

  /// The style of a page and its margin boxes.
  ///
  /// The page inherits from the root element, the margin boxes from the page (CSS Paged Media 3, section 6). Costs a
  /// cascade: pages of one kind should ask once.
  public func style(for page: PageContext) -> PageStyle {
    var computer = StyleComputer(context: context, severity: .error)
    return style(&computer) { $0.filter { $0.matches(page) }.map(\.specificity).max() }
  }

  /// The names of the counters that margin boxes show; `nil` where `var()` hides them, so that it may be any.
  public var countersShown: Set<String>? {
    var names: Set<String> = []
    var computer = StyleComputer(context: context, severity: .error)
    for rule in rules {
      if rule.hasVariables { return nil }
      var alone = self
      alone.rules = [rule]
      for box in alone.style(&computer, specificity: { _ in Specificity() }).marginBoxes.values {
        guard case .items(let items) = box.content else { continue }
        for item in items {
          switch item {
          case .counter(let name, _), .counters(let name, _, _): names.insert(name)
          default: break
          }
        }
      }
    }
    return names.subtracting(["page", "pages"])
  }

  /// The files that pages, margin boxes and footnote areas show: found by computing each rule alone.
  public var imagesNamed: [ImageReference] {
    var found: [ImageReference] = []
    var computer = StyleComputer(context: context, severity: .error)
    for rule in rules {
      var alone = self
      alone.rules = [rule]
      let page = alone.style(&computer) { _ in Specificity() }
      found += page.box.imagesNamed + page.footnoteArea.imagesNamed
      for name in MarginBoxName.allCases { found += page.marginBoxes[name]?.imagesNamed ?? [] }
    }
    return found
  }

  /// What is wrong in values with `var()`: found by computing each rule alone.
  func check(_ severity: Diagnostic.Severity) -> DiagnosticList {
    var computer = StyleComputer(context: context, severity: severity)
    for rule in rules where rule.hasVariables {
      var alone = self
      alone.rules = [rule]
      _ = alone.style(&computer) { _ in Specificity() }
    }
    return computer.diagnostics
  }

  private func style(
    _ computer: inout StyleComputer,
    specificity: ([PageSelector]) -> Specificity?
  ) -> PageStyle {
    var matched: [(precedence: UInt64, rule: PageRule)] = []
    for (order, rule) in rules.enumerated() {
      guard let specificity = specificity(rule.selectors) else { continue }
      let origin = UInt64(rule.block.origin.rawValue) << 62
      matched.append((origin | UInt64(specificity.packed) << 32 | UInt64(order), rule))
    }
    matched.sort { $0.precedence < $1.precedence }
    computer.context.parent = root
    let base = ComputedStyle(inheriting: root)
    var (box, customs) = computer.compute(matched.map(\.rule.block), base: base, inherited: self.customs)
    box.display = .block
    var boxes: [MarginBoxName: ComputedStyle] = [:]
    computer.context.parent = box
    for name in MarginBoxName.allCases {
      let blocks = matched.flatMap { $0.rule.marginBoxes.filter { $0.name == name }.map(\.block) }
      guard !blocks.isEmpty else { continue }
      var base = ComputedStyle(inheriting: box)
      base.textAlign = name.textAlign
      base.verticalAlign = name.verticalAlign
      var style = computer.compute(blocks, base: base, inherited: customs).style
      style.display = .block
      if case .items = style.content { boxes[name] = style }
    }
    let notes = matched.flatMap(\.rule.footnotes)
    var area = computer.compute(notes, base: ComputedStyle(inheriting: box), inherited: customs).style
    area.display = .block
    return PageStyle(size: box.pageSize, box: box, marginBoxes: boxes, footnoteArea: area)
  }
}

extension PageRule {
  fileprivate var hasVariables: Bool {
    ([block] + footnotes + marginBoxes.map(\.block)).contains { block in
      block.declarations.contains { declaration in
        if case .pending = declaration.value { return true }
        return false
      }
    }
  }
}

/// The margin boxes' own alignment (CSS Paged Media 3, 5.3.2.4).
extension MarginBoxName {
  fileprivate var textAlign: TextAlign {
    switch self {
    case .topLeft, .topRightCorner, .bottomLeft, .bottomRightCorner: .left
    case .topRight, .topLeftCorner, .bottomRight, .bottomLeftCorner: .right
    default: .center
    }
  }

  fileprivate var verticalAlign: VerticalAlign {
    switch self {
    case .leftTop, .rightTop: .top
    case .leftBottom, .rightBottom: .bottom
    default: .middle
    }
  }
}
