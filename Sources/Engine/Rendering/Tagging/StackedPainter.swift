import Geometry
import Layout

/// Paints a page of a tagged PDF that has effects: content in elements, all else as artifacts, by its ``TagOrder``.
///
/// Groups and clips are opened anew around each item, inside its tags: Cairo 1.16 loses tags inside a group. What is shown
/// with an opacity is one group where its content belongs to one element; else each item is shown with it alone, so that
/// items of one group that overlap shine through each other.
struct StackedPainter {
  private let canvas: Canvas
  private let page: Page
  private let painter: PagePainter
  private let order: TagOrder
  /// By fragment, the fragment around it, or -1.
  private let parents: [Int]
  /// Whether the element of a fragment holds its text in leaves, by fragment.
  private var composites: [Bool]
  /// The elements that are entered, outermost first.
  private var path: [Step] = []
  /// The groups and clips that are open, innermost last.
  private var open: [Int] = []

  /// An element on the way to some content.
  private struct Step: Equatable {
    var fragment: Int
    /// Whether it is the body of the list item `fragment`.
    var isBody = false
  }

  init(canvas: Canvas, page: Page, composites: [Bool]) {
    self.canvas = canvas
    self.page = page
    painter = PagePainter(canvas: canvas, page: page)
    order = TagOrder(of: page) { page.fragments[$0].role != .artifact }
    parents = page.parents
    self.composites = composites
    if order.isLogical { markInterrupted() } else { self.composites = composites.map { _ in true } }
  }

  /// Paints the page; elements that go on on the next page stay open.
  mutating func paint(into tags: inout TagWriter) throws(RenderingError) {
    let painter = painter
    if page.paint >= 0 || !page.rules.isEmpty {
      try tags.artifact { () throws(RenderingError) in try painter.paintGround() }
    }
    for destination in page.destinations { tags.destination(destination.tagAttributes) }
    var index = 0
    while index < order.items.count { index = try paintRun(from: index, into: &tags) }
    enter([], into: &tags)
    tags.endPage()
  }

  /// Paints the items from an index that belong together; gives the index after them.
  private mutating func paintRun(from start: Int, into tags: inout TagWriter) throws(RenderingError) -> Int {
    let items = order.items
    let group = opacity(of: items[start])
    if group >= 0 {
      let end = items[start...].firstIndex { opacity(of: $0) != group } ?? items.count
      let elements = Set(
        items[start..<end].filter(\.isContent).map { self.path(to: $0.fragment) }.compactMap(\.last?.fragment)
      )
      if let content = items[start..<end].first(where: \.isContent), elements.count <= 1 {
        enter(path(to: content.fragment), into: &tags)
        tags.prepareForContent()
        try paint(items[start..<end])
        return end
      }
    }
    if items[start].isContent {
      enter(path(to: items[start].fragment), into: &tags)
      tags.prepareForContent()
      try paint(items[start...start])
      return start + 1
    }
    let end = items[start...].firstIndex { $0.isContent || opacity(of: $0) != group } ?? items.count
    try tags.artifact { () throws(RenderingError) in try self.paint(items[start..<end]) }
    return end
  }

  private func opacity(of item: TagOrder.Item) -> Int {
    item.scope >= 0 ? order.scopes[item.scope].opacity : -1
  }

  /// Paints items inside the tags that are open, each in its groups and clips.
  private mutating func paint(_ items: ArraySlice<TagOrder.Item>) throws(RenderingError) {
    for item in items {
      try openScopes(item.scope)
      try painter.paint(item.step)
    }
    try openScopes(-1)
  }

  /// Closes and opens groups and clips until `scope` is the innermost.
  private mutating func openScopes(_ scope: Int) throws(RenderingError) {
    var wanted: [Int] = []
    var next = scope
    while next >= 0 {
      wanted.append(next)
      next = order.scopes[next].parent
    }
    wanted.reverse()
    var common = 0
    while common < min(wanted.count, open.count), wanted[common] == open[common] { common += 1 }
    while open.count > common {
      switch order.scopes[open.removeLast()].step {
      case .begin(let index): try painter.paint(.end(index))
      case .beginClip(let index): try painter.paint(.endClip(index))
      default: break
      }
    }
    for scope in wanted[common...] {
      try painter.paint(order.scopes[scope].step)
      open.append(scope)
    }
  }

  /// Leaves elements and enters others until `wanted` are those that are entered.
  private mutating func enter(_ wanted: [Step], into tags: inout TagWriter) {
    var common = 0
    while common < min(wanted.count, path.count), wanted[common] == path[common] { common += 1 }
    while path.count > common {
      let fragment = page.fragments[path.removeLast().fragment]
      tags.leave(!fragment.continuesAfter ? .here : fragment.kind == .inline ? .onNextLine : .onNextPage)
    }
    for step in wanted[common...] {
      let fragment = page.fragments[step.fragment]
      let element =
        step.isBody
        ? TagWriter.Element(role: .listBody, node: fragment.node, isComposite: true)
        : page.element(at: step.fragment, isComposite: composites[step.fragment])
      tags.enter(element, goesOn: fragment.continuesBefore)
      path.append(step)
    }
  }

  /// The elements around some content, outermost first; a list item holds a label and a body (ISO 32000-1, 14.8.4.3.3).
  private func path(to content: Int) -> [Step] {
    var result: [Step] = []
    var below = content
    var index = content
    while index >= 0 {
      let role = page.fragments[index].role
      if role == .listItem, below != index, page.fragments[below].role != .label {
        result.append(Step(fragment: index, isBody: true))
      }
      if role != .none { result.append(Step(fragment: index)) }
      below = index
      index = parents[index]
    }
    return result.reversed()
  }

  /// An element whose content is interrupted by decoration holds its text in leaves: with an artifact among its kids it
  /// would lose direct content.
  private mutating func markInterrupted() {
    var artifacts = 0
    var first = Array(repeating: -1, count: page.fragments.count)
    for item in order.items {
      guard item.isContent else {
        artifacts += 1
        continue
      }
      for step in path(to: item.fragment) where !step.isBody {
        if first[step.fragment] < 0 {
          first[step.fragment] = artifacts
        } else if first[step.fragment] != artifacts {
          composites[step.fragment] = true
        }
      }
    }
  }
}

extension Page {
  /// For each fragment, the fragment around it, or -1.
  fileprivate var parents: [Int] {
    var result = Array(repeating: -1, count: fragments.count)
    var around: [Int] = []
    for index in fragments.indices {
      while let last = around.last, Int(fragments[last].end) <= index { around.removeLast() }
      result[index] = around.last ?? -1
      around.append(index)
    }
    return result
  }
}
