import Geometry
import Styles
import Text

/// Builds one line box: nests inline boxes, aligns them on the baseline, measures the line (CSS 2.2, 9.4.2, 10.8).
///
/// While it is built, y grows downwards from the root inline box's baseline.
struct LineBuilder {
  /// An inline box that is open at the place reached.
  struct Open {
    var box: Int32
    var fragment: FragmentNode
    /// Left edge of the border box, and y of its top.
    var left: Double
    var top: Double
    /// The box's baseline above the root's.
    var shift: Double
    /// Which ``Group`` its height counts for.
    var group: Int
    var decorations: [Decoration]
  }

  /// Boxes aligned with each other: the root's, and one for each box at the line's top or bottom.
  struct Group {
    var align: VerticalAlign
    /// How far its boxes reach above and below its baseline; a low line height may leave all of them on one side.
    var ascent = -Double.infinity
    var descent = -Double.infinity
  }

  var root: Open
  var open: [Open] = []
  var groups: [Group]
  /// Whether the line holds anything that makes it a line.
  var isPhantom = true

  init(root: FragmentNode, decorations: [Decoration], strut: InlineMetrics) {
    self.root = Open(box: -1, fragment: root, left: 0, top: 0, shift: 0, group: 0, decorations: decorations)
    groups = [Group(align: .baseline, ascent: strut.lineAscent, descent: strut.lineDescent)]
  }

  var top: Open { open.last ?? root }

  /// Begins an inline box whose border box starts at `left`.
  mutating func push(_ box: Int32, fragment: FragmentNode, style: ComputedStyle, metrics: Metrics, left: Double) {
    let parent = top
    var group = parent.group
    let shift: Double
    if let relative = metrics.parent.shift(of: style.verticalAlign, child: metrics.own) {
      shift = parent.shift + relative
    } else {
      groups.append(Group(align: style.verticalAlign))
      group = groups.count - 1
      shift = 0
    }
    count(metrics.own.lineAscent, metrics.own.lineDescent, shift: shift, group: group)
    var entry = Open(box: box, fragment: fragment, left: left, top: 0, shift: shift, group: group, decorations: [])
    entry.top = -shift - metrics.own.ascent - fragment.border.top - fragment.padding.top
    entry.fragment.size.height =
      metrics.own.ascent + metrics.own.descent + fragment.border.vertical + fragment.padding.vertical
    entry.fragment.baseline = -shift - entry.top
    entry.fragment.alignmentGroup = group == parent.group ? 0 : group
    entry.decorations = parent.decorations.map { $0.moved(by: parent.shift - shift) } + metrics.decorations
    open.append(entry)
  }

  /// Ends the innermost inline box; its border box ends at `right`.
  mutating func pop(right: Double) {
    guard var entry = open.popLast() else { return }
    entry.fragment.size.width = right - entry.left
    add(entry.fragment, x: entry.left, y: entry.top)
  }

  /// Adds a fragment to the innermost inline box; `x`, `y` are its border box's corner.
  mutating func add(_ fragment: FragmentNode, x: Double, y: Double) {
    var child = fragment
    if open.isEmpty {
      child.offset = Point(x: x, y: y)
      root.fragment.children.append(child)
    } else {
      let last = open.count - 1
      child.offset = Point(x: x - open[last].left, y: y - open[last].top)
      open[last].fragment.children.append(child)
    }
  }

  /// Counts a box towards the height of its group.
  mutating func count(_ ascent: Double, _ descent: Double, shift: Double, group: Int) {
    groups[group].ascent = max(groups[group].ascent, ascent + shift)
    groups[group].descent = max(groups[group].descent, descent - shift)
  }

  /// The line box: its height, and everything moved below its top.
  consuming func finish() -> FragmentNode {
    var ascent = groups[0].ascent
    var descent = groups[0].descent
    for group in groups.dropFirst() {
      let missing = group.ascent + group.descent - ascent - descent
      guard missing > 0 else { continue }
      if case .bottom = group.align { ascent += missing } else { descent += missing }
    }
    var line = root.fragment
    if isPhantom {
      ascent = 0
      descent = 0
    }
    line.baseline = ascent
    line.size.height = ascent + descent
    for index in line.children.indices { line.children[index].offset.y += ascent }
    if groups.count > 1 { settle(&line, baseline: ascent, of: line.size.height) }
    return line
  }

  /// Moves the boxes at the line's top or bottom to their place; what is inside them moves along.
  ///
  /// `baseline` is where the root's baseline would be, from the line's top, if it had moved along with the boxes around.
  private func settle(_ parent: inout FragmentNode, baseline: Double, of height: Double) {
    for index in parent.children.indices {
      let number = parent.children[index].alignmentGroup
      var inner = baseline
      if number > 0 {
        let group = groups[number]
        if case .bottom = group.align { inner = height - group.descent } else { inner = group.ascent }
        parent.children[index].offset.y += inner - baseline
      }
      settle(&parent.children[index], baseline: inner, of: height)
    }
  }

  /// What `push` needs of a style and of the box around it.
  struct Metrics {
    var own: InlineMetrics
    var parent: InlineMetrics
    var decorations: [Decoration]
  }
}

extension Decoration {
  /// The same line seen from a baseline that lies lower by `distance`.
  func moved(by distance: Double) -> Decoration {
    var result = self
    result.position += distance
    return result
  }
}
