import Layout
import Styles

/// One step of painting a page; the numbers are fragments.
enum PaintStep: Equatable {
  case box(Int)
  /// Collapsed borders.
  case rules(Int)
  /// Lines under the letters of a text.
  case decorations(Int)
  /// Lines through the letters of a text.
  case strikes(Int)
  /// A text or a picture.
  case content(Int)
  case outline(Int)
  /// Transform and opacity of a fragment begin to hold.
  case begin(Int)
  case end(Int)
  /// What comes now is clipped to a fragment's area.
  case beginClip(Int)
  case endClip(Int)
}

/// The painting order of a page with effects (CSS 2.2, appendix E).
///
/// Pages without effects need none: their boxes are painted in the order of fragments, and then what is in them.
struct PaintOrder {
  private(set) var steps: [PaintStep] = []
  private let page: Page
  private let holdsStrikes: Bool
  /// By stacking context, the positioned fragments and contexts directly in it.
  private var participants: [Int: [Int]] = [:]
  /// By participant, the clipping fragments between its stacking context and itself, outermost first.
  private var clips: [Int: [Int]] = [:]

  init(of page: Page) {
    self.page = page
    holdsStrikes = page.holdsStrikes
    steps.reserveCapacity(page.fragments.count * 2)
    collectParticipants()
    var index = 0
    while index < page.fragments.count {
      paint(index, isContext: true)
      index = Int(page.fragments[index].end)
    }
  }

  /// What is painted in one context, in three layers that lie over each other.
  private struct Layers {
    enum Entry {
      case step(PaintStep)
      /// A float, an inline-block or a picture in a line: painted as if it were a context of its own.
      case atomic(Int)
    }

    var blocks: [Entry] = []
    var floats: [Entry] = []
    var inlines: [Entry] = []
    var outlines: [Entry] = []

    mutating func appendToAll(_ step: PaintStep) {
      blocks.append(.step(step))
      floats.append(.step(step))
      inlines.append(.step(step))
    }
  }

  private func effect(_ index: Int) -> FragmentEffect? {
    let effect = page.fragments[index].effect
    return effect >= 0 ? page.effects[Int(effect)] : nil
  }

  /// A fragment around the place that has a say in how what is inside it is painted.
  private struct Ancestor {
    var index: Int
    var isContext: Bool
    /// The fragments between the stacking context and what is inside this one that clip that, outermost first.
    var clips: [Int] = []
    var isPositioned = false
    var isTransformed = false
  }

  private mutating func collectParticipants() {
    var around: [Ancestor] = []
    for (index, fragment) in page.fragments.enumerated() {
      while let last = around.last, Int(page.fragments[last.index].end) <= index { around.removeLast() }
      let own = effect(index)
      if let own, own.leavesFlow, let context = around.lastIndex(where: \.isContext) {
        participants[around[context].index, default: []].append(index)
        let between = clips(on: fragment, inside: around[(context + 1)...])
        if !between.isEmpty { clips[index] = between }
      }
      var ancestor = Ancestor(index: index, isContext: around.isEmpty || own?.layer == .context)
      ancestor.isTransformed = own?.transform != nil
      ancestor.isPositioned = ancestor.isTransformed || fragment.position != .static
      guard ancestor.isContext || own?.clip != nil || ancestor.isPositioned, Int(fragment.end) > index else { continue }
      // A context's own clip is around all that is painted in it.
      if !ancestor.isContext, let context = around.lastIndex(where: \.isContext) {
        ancestor.clips = clips(on: fragment, inside: around[(context + 1)...])
        if own?.clip != nil { ancestor.clips.append(index) }
      }
      around.append(ancestor)
    }
  }

  /// The clipping fragments around a fragment: those that clip its containing block, and that itself (CSS Overflow 3, 3).
  private func clips(on fragment: Fragment, inside: ArraySlice<Ancestor>) -> [Int] {
    switch fragment.position {
    case .absolute: inside.last(where: \.isPositioned)?.clips ?? []
    case .fixed: inside.last(where: \.isTransformed)?.clips ?? []
    default: inside.last?.clips ?? []
    }
  }

  /// Paints a fragment with all inside it that is not taken to the context around.
  private mutating func paint(_ index: Int, isContext: Bool) {
    let own = effect(index)
    let isGroup = own.map { $0.opacity < 1 || $0.transform != nil } ?? false
    if isGroup { steps.append(.begin(index)) }
    if isContext || page.fragments[index].kind != .text { append(.box(index)) }
    if own?.clip != nil { steps.append(.beginClip(index)) }
    var layers = Layers()
    collectInside(index, into: &layers)
    let sorted = isContext ? (participants[index] ?? []).sorted { order($0) < order($1) } : []
    for participant in sorted where order(participant).level < 0 { paintParticipant(participant) }
    paint(layers.blocks)
    paint(layers.floats)
    paint(layers.inlines)
    for participant in sorted where order(participant).level >= 0 { paintParticipant(participant) }
    if own?.clip != nil { steps.append(.endClip(index)) }
    paint(layers.outlines)
    if let own, own.outline >= 0 { append(.outline(index)) }
    if isGroup { steps.append(.end(index)) }
  }

  /// The place of a participant among the others of its context.
  private func order(_ index: Int) -> (level: Int, index: Int) {
    let own = effect(index)
    return (own?.layer == .context ? own?.zIndex ?? 0 : 0, index)
  }

  private mutating func paintParticipant(_ index: Int) {
    let around = clips[index] ?? []
    for clip in around { steps.append(.beginClip(clip)) }
    paint(index, isContext: effect(index)?.layer == .context)
    for clip in around.reversed() { steps.append(.endClip(clip)) }
  }

  private mutating func paint(_ entries: [Layers.Entry]) {
    for entry in entries {
      switch entry {
      case .step(let step): append(step)
      case .atomic(let index): paint(index, isContext: false)
      }
    }
  }

  /// Adds a step that paints something; a clip that nothing was painted in is taken back.
  private mutating func append(_ step: PaintStep) {
    switch step {
    case .box(let index) where page.fragments[index].paint < 0: return
    case .rules(let index) where page.fragments[index].rules.isEmpty: return
    case .content(let index) where !page.fragments[index].showsContent: return
    case .box(let index), .rules(let index), .decorations(let index), .content(let index), .strikes(let index):
      if page.fragments[index].isHidden { return }
    case .endClip(let index):
      if steps.last == .beginClip(index) {
        steps.removeLast()
        return
      }
    default: break
    }
    steps.append(step)
  }

  private func collectInside(_ index: Int, into layers: inout Layers) {
    let fragment = page.fragments[index]
    switch fragment.kind {
    case .replaced: layers.inlines.append(.step(.content(index)))
    case .text: collectInline(index, into: &layers)
    default: break
    }
    forEachChild(of: index) { collect($0, into: &layers) }
    layers.blocks.append(.step(.rules(index)))
  }

  private func forEachChild(of index: Int, _ body: (Int) -> Void) {
    var child = index + 1
    while child < Int(page.fragments[index].end) {
      body(child)
      child = Int(page.fragments[child].end)
    }
  }

  private func collect(_ index: Int, into layers: inout Layers) {
    let own = effect(index)
    if let own, own.leavesFlow { return }
    if own?.layer == .float { return layers.floats.append(.atomic(index)) }
    switch page.fragments[index].kind {
    case .line, .inline, .text, .marker: collectInline(index, into: &layers)
    case .inlineBlock: layers.inlines.append(.atomic(index))
    default:
      layers.blocks.append(.step(.box(index)))
      if own?.clip != nil { layers.appendToAll(.beginClip(index)) }
      collectInside(index, into: &layers)
      if own?.clip != nil { layers.appendToAll(.endClip(index)) }
    }
    if let own, own.outline >= 0, page.fragments[index].kind != .inlineBlock {
      layers.outlines.append(.step(.outline(index)))
    }
  }

  /// Lines, inline boxes and text; what is atomic in a line is painted in its turn.
  private func collectInline(_ index: Int, into layers: inout Layers) {
    if let own = effect(index) {
      if own.leavesFlow { return }
      if own.layer == .float { return layers.floats.append(.atomic(index)) }
      if own.outline >= 0, page.fragments[index].kind == .inline { layers.outlines.append(.step(.outline(index))) }
    }
    switch page.fragments[index].kind {
    case .text:
      layers.inlines.append(.step(.decorations(index)))
      layers.inlines.append(.step(.content(index)))
      if holdsStrikes { layers.inlines.append(.step(.strikes(index))) }
    case .line, .inline, .marker:
      layers.inlines.append(.step(.box(index)))
      forEachChild(of: index) { collectInline($0, into: &layers) }
    default: layers.inlines.append(.atomic(index))
    }
  }
}
