import Geometry
import Styles
import Text

/// What a margin box holds.
enum MarginBoxContent {
  /// Text on lines of its own.
  case text(InlineSource)
  /// The children of a box of the tree: a running element.
  case box(Int32)
  /// Nothing: a running element that the page does not have.
  case none
}

extension LayoutSession {
  /// Evaluates the content of a margin box for its page.
  mutating func content(
    _ items: [ContentItem],
    of name: MarginBoxName,
    style: Int32,
    furniture: PageFurniture
  ) -> MarginBoxContent {
    if case .element(let element, let which) = items.first {
      guard let index = furniture.running.value(of: element, which) else { return .none }
      let box = runningBox(index, furniture: furniture)
      // An inline element stands on the margin box's own lines.
      return tree[box].inline >= 0 ? .text(tree.inlines[Int(tree[box].inline)]) : .box(box)
    }
    var inline = InlineBuilder()
    for item in items {
      if case .leader(let pattern) = item {
        inline.addLeader(pattern: pattern, textStyle: styles.text(style), span: nil)
        continue
      }
      if case .image(let reference) = item {
        let picture = tree.appendPicture(reference, node: -1, style: styles.anonymous(display: .inline, parent: style))
        inline.addAtomic(box: picture, textStyle: styles.text(style))
        continue
      }
      let text = normalized(Array(text(of: item, in: name, furniture).utf8))
      inline.addText(text[...], style: styles[style], textStyle: styles.text(style), span: nil)
    }
    return .text(inline.source)
  }

  private func text(of item: ContentItem, in box: MarginBoxName, _ furniture: PageFurniture) -> String {
    switch item {
    case .text(let text): text
    case .counter(let name, let style): style.text(for: furniture.nest(of: name, in: box).last ?? 0)
    case .counters(let name, let separator, let style):
      furniture.nest(of: name, in: box).map { style.text(for: $0) }.joined(separator: separator)
    case .string(let name, let which): furniture.strings.value(of: name, which) ?? ""
    default: ""
    }
  }

  /// Min-content and max-content widths.
  mutating func widths(of content: MarginBoxContent) -> IntrinsicWidths {
    switch content {
    case .text(let source): inlineWidths(of: source)
    case .box(let box): intrinsicWidths(of: box)
    case .none: IntrinsicWidths()
    }
  }

  /// Lays the content out for a width; offsets are in the content box.
  mutating func contentFragments(of box: MarginBox, width: Double) -> BlockContent {
    switch box.content {
    case .text(let source): return lines(of: source, style: box.style, width: width)
    case .box(let content):
      let outer = fragmentainer
      fragmentainer = FragmentainerProgress()
      defer { fragmentainer = outer }
      let inside = layOut(content, in: ConstraintSpace(available: max(0, width)), from: nil).fragment
      return BlockContent(children: inside.children, height: inside.size.height)
    case .none: return BlockContent()
    }
  }

  private mutating func lines(of source: InlineSource, style styleIndex: Int32, width: Double) -> BlockContent {
    let style = styles[styleIndex]
    let paragraph = breakParagraph(source, style: style, width: max(0, width))
    var result = BlockContent()
    for index in paragraph.lines.indices {
      let root = FragmentNode(kind: .line, node: -1, style: styleIndex)
      let decorations = decorations(ofStyle: styleIndex)
      var line = buildLine(paragraph.lines[index], of: paragraph, root: root, decorations: decorations)
      paragraph.lines[index].align(&line, style: style)
      line.offset.y = result.height
      result.height += line.size.height
      result.children.append(line)
    }
    return result
  }
}
