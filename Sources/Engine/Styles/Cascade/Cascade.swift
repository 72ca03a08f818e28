import Diagnostics
import Markup

/// Gives every node of a tree its style.
///
/// A style depends on the rules that select an element, its parent's style and its language: where these are equal
/// the style is computed once.
struct Cascade {
  /// A computed style with what its children inherit besides it.
  private struct State {
    var style: Int32
    var customs: CustomProperties
    /// `display` of the box that children stand in.
    var containerDisplay: Display
    /// What children begin with.
    var base: ComputedStyle
  }

  private struct StateKey: Hashable {
    var path: Int32
    var parent: Int32
    var language: Int32
  }

  private let index: RuleIndex
  private let facts: ElementFacts
  private var matcher: Matcher
  private var computer: StyleComputer
  private var inline: InlineBlocks
  private var paths = BlockPaths()
  private var states: [State] = []
  private var stateOfKey: [StateKey: Int32] = [:]
  private var styleOfValue: [ComputedStyle: Int32] = [:]
  private(set) var styles: [ComputedStyle] = []
  private(set) var pseudoStyles: [PseudoKey: Int32] = [:]
  /// Scratch: the entries that may select an element, and those that do, by pseudo-element.
  private var candidates: [Int32] = []
  private var matched: [Int32] = []
  private var matchedPseudos: [Int32] = []

  init(_ index: RuleIndex, _ facts: ElementFacts, _ computer: StyleComputer, _ inline: InlineBlocks) {
    self.index = index
    self.facts = facts
    self.computer = computer
    self.inline = inline
    matcher = Matcher(facts)
  }

  var diagnostics: DiagnosticList { computer.diagnostics }

  var inlineDiagnostics: DiagnosticList { inline.diagnostics }

  /// The blocks of `style` attributes.
  var inlineBlocks: [DeclarationBlock] { inline.blocks }

  /// The style of the root element, which is computed first.
  var rootStyle: ComputedStyle { styles.first ?? ComputedStyle() }

  /// The custom properties of the root element.
  var rootCustoms: CustomProperties { states.first?.customs ?? [:] }

  /// Styles all nodes.
  ///
  /// - Returns: an index into `styles` by node.
  mutating func run() -> [Int32] {
    let nodes = facts.tree.nodes
    var stateOfNode = Array(repeating: Int32(-1), count: nodes.count)
    var indices = Array(repeating: Int32(0), count: nodes.count)
    for node in nodes.indices {
      let parent = nodes[node].parent < 0 ? -1 : stateOfNode[Int(nodes[node].parent)]
      if nodes[node].kind == .text {
        stateOfNode[node] = parent
      } else {
        stateOfNode[node] = styleElement(node, parent: parent)
      }
      indices[node] = stateOfNode[node] < 0 ? 0 : states[Int(stateOfNode[node])].style
    }
    return indices
  }

  private mutating func styleElement(_ node: Int, parent: Int32) -> Int32 {
    match(node)
    var path = Int32(0)
    var isHinted = false
    let hints = inline.hintBlock(node, facts.tree)
    for number in matched {
      let block = index.entries[Int(number)].block
      if let hints, !isHinted, index.blocks[Int(block)].origin == .author {
        path = paths.step(from: path, block: hints)
        isHinted = true
      }
      path = paths.step(from: path, block: block)
    }
    if let hints, !isHinted { path = paths.step(from: path, block: hints) }
    if let own = inline.attributeBlock(node, facts.tree) { path = paths.step(from: path, block: own) }
    let key = StateKey(path: path, parent: parent, language: facts.language[node])
    let state = self.state(key, isRoot: parent < 0)
    stylePseudos(node, state)
    return state
  }

  /// Collects the rules that select an element into `matched` and `matchedPseudos`, the weakest first.
  private mutating func match(_ node: Int) {
    candidates.removeAll(keepingCapacity: true)
    matched.removeAll(keepingCapacity: true)
    matchedPseudos.removeAll(keepingCapacity: true)
    index.candidates(node, facts, into: &candidates)
    for number in candidates {
      let pseudo = index.entries[Int(number)].selector.pseudo
      guard matcher.matches(index.entries[Int(number)].selector, node) else { continue }
      if pseudo == nil { matched.append(number) } else { matchedPseudos.append(number) }
    }
    let entries = index.entries
    if matched.count > 1 { matched.sort { entries[Int($0)].precedence < entries[Int($1)].precedence } }
    if matchedPseudos.count > 1 {
      matchedPseudos.sort { entries[Int($0)].precedence < entries[Int($1)].precedence }
    }
  }

  private mutating func stylePseudos(_ node: Int, _ state: Int32) {
    let isListItem = styles[Int(states[Int(state)].style)].display == .listItem
    let isFootnote = styles[Int(states[Int(state)].style)].float == .footnote
    guard isListItem || isFootnote || !matchedPseudos.isEmpty else { return }
    for pseudo in PseudoElement.allCases {
      if pseudo.isFootnote, !isFootnote { continue }
      var path = Int32(0)
      if pseudo.isFootnote { path = paths.step(from: path, block: inline.footnoteBlock(pseudo)) }
      for number in matchedPseudos where index.entries[Int(number)].selector.pseudo == pseudo {
        path = paths.step(from: path, block: index.entries[Int(number)].block)
      }
      guard path > 0 || (pseudo == .marker && isListItem) else { continue }
      let key = StateKey(path: path, parent: state, language: facts.language[node])
      let style = states[Int(self.state(key, isRoot: false))].style
      if isGenerated(pseudo, styles[Int(style)], isListItem: isListItem) {
        pseudoStyles[PseudoKey(node: Int32(node), pseudo: pseudo)] = style
      }
    }
  }

  private func isGenerated(_ pseudo: PseudoElement, _ style: ComputedStyle, isListItem: Bool) -> Bool {
    switch pseudo {
    case .before, .after, .footnoteCall, .footnoteMarker:
      if case .items = style.content { return style.display != .none }
      return false
    case .marker: return isListItem
    case .firstLine, .firstLetter: return true
    }
  }

  private mutating func state(_ key: StateKey, isRoot: Bool) -> Int32 {
    if let known = stateOfKey[key] { return known }
    var base = key.parent < 0 ? ComputedStyle() : states[Int(key.parent)].base
    computer.context.parent = key.parent < 0 ? ComputedStyle() : styles[Int(states[Int(key.parent)].style)]
    computer.context.containerDisplay = key.parent < 0 ? .block : states[Int(key.parent)].containerDisplay
    base.language = facts.languages[Int(key.language)]
    let inherited = key.parent < 0 ? [:] : states[Int(key.parent)].customs
    let blocks = paths.blocks(of: key.path).map(block)
    var (style, customs) = computer.compute(blocks, base: base, inherited: inherited)
    if isRoot {
      style.display = style.display == .contents ? .block : style.display.blockified
      computer.context.rootFontSize = style.fontSize
      computer.context.rootLineHeight = computer.context.lineHeight(of: style)
    }
    let number = Int32(states.count)
    states.append(
      State(
        style: share(style),
        customs: customs,
        containerDisplay: style.display == .contents ? computer.context.containerDisplay : style.display,
        base: ComputedStyle(inheriting: style)
      )
    )
    stateOfKey[key] = number
    return number
  }

  /// Blocks of `style` attributes and hints have negative numbers.
  private func block(_ number: Int32) -> DeclarationBlock {
    number >= 0 ? index.blocks[Int(number)] : inline.block(number)
  }

  private mutating func share(_ style: ComputedStyle) -> Int32 {
    if let known = styleOfValue[style] { return known }
    let number = Int32(styles.count)
    styles.append(style)
    styleOfValue[style] = number
    return number
  }
}
