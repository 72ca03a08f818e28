import Geometry
import Markup
import Styles
import Text

extension LayoutSession {
  /// The text of a container of lines in the style of its first line; `nil` where no `::first-line` holds for it.
  ///
  /// Its bytes are those of the paragraph, so that the second line goes on where the first one ends.
  mutating func firstLineText(of box: Int32, like text: ParagraphText) -> ParagraphText? {
    guard let source = firstLineSource(of: box) else { return nil }
    var content = text.shaped.content
    content.text = source.content.text
    content.runs = source.content.runs
    content.styles = styles.textStyles
    // What no face has is reported for the paragraph itself.
    var unused = diagnostics
    return ParagraphText(source: source, shaped: shaper.shape(content, diagnostics: &unused))
  }

  /// The content of a container of lines inside the fictional inline box of `::first-line` (CSS Pseudo-Elements 4, 2.1.1).
  mutating func firstLineSource(of box: Int32) -> InlineSource? {
    guard let node = tree.firstLines[box],
      let pseudo = document.pseudoStyles[PseudoKey(node: node, pseudo: .firstLine)]
    else { return nil }
    let own = styles[tree[box].style]
    let parent = styles[document.styleIndices[Int(node)]]
    let line = styles[pseudo].firstLine(of: own, around: parent)
    var source = tree.inlines[Int(tree[box].inline)]
    let fictional = Int32(source.boxes.count)
    for index in source.boxes.indices {
      source.boxes[index].style = styles.shared(
        styles[source.boxes[index].style].replacingFont(where: own, by: line)
      )
      if source.boxes[index].parent < 0 { source.boxes[index].parent = fictional }
    }
    source.boxes.append(InlineBox(node: node, pseudo: .firstLine, style: styles.shared(line), parent: -1))
    for index in source.objectParents.indices where source.objectParents[index] < 0 {
      source.objectParents[index] = fictional
    }
    for index in source.runBoxes.indices {
      if source.runBoxes[index] < 0 { source.runBoxes[index] = fictional }
      let style = source.boxes[Int(source.runBoxes[index])].style
      source.content.runs[index].style = styles.text(style)
      if styles[style].textTransform != own.textTransform {
        source.content.transformRun(index, by: styles[style].textTransform)
      }
    }
    return source
  }
}

extension BrokenParagraph {
  /// The paragraph as one of its lines shows it.
  func showing(_ line: Line) -> BrokenParagraph {
    guard let firstText, line.bytes.lowerBound == 0 else { return self }
    var result = self
    result.text = firstText
    return result
  }

  /// Breaks the paragraph into lines: the first one in its own style, the others behind it.
  func lines(_ measure: LineMeasure, _ breaking: LineBreaking, from byte: Int32) -> [Line] {
    guard let firstText, byte == 0, let first = firstText.shaped.lines(measure, breaking).first else {
      return shaped.lines(measure, breaking, from: byte)
    }
    guard first.bytes.upperBound < Int32(shaped.content.text.count) else { return [first] }
    return [first] + shaped.lines(measure, breaking, from: first.bytes.upperBound)
  }
}

extension ComputedStyle {
  /// The style of the fictional box, of which the properties that apply to a first line are kept (CSS Pseudo-Elements 4, 2.1.2).
  ///
  /// - Parameters:
  ///   - block: the style of the block whose line it is: what the rule does not set comes from there.
  ///   - parent: the style of the element that the rule is for.
  /// - Returns: the style of a box inside the block.
  fileprivate func firstLine(of block: ComputedStyle, around parent: ComputedStyle) -> ComputedStyle {
    var result = ComputedStyle(inheriting: replacingFont(where: parent, by: block))
    result.backgroundColor = backgroundColor
    result.background = background
    result.decorationLines = decorationLines
    result.decorationColor = decorationColor
    result.decorationStyle = decorationStyle
    result.decorationThickness = decorationThickness
    result.verticalAlign = verticalAlign
    return result
  }

  /// The style with those of its font and text properties that equal one style's taken from another instead: inheritance in
  /// another place.
  fileprivate func replacingFont(where parent: ComputedStyle, by other: ComputedStyle) -> ComputedStyle {
    var result = self
    func move<Value: Equatable>(_ path: WritableKeyPath<ComputedStyle, Value>) {
      if self[keyPath: path] == parent[keyPath: path] { result[keyPath: path] = other[keyPath: path] }
    }
    move(\.color)
    move(\.fontFamily)
    move(\.fontSize)
    move(\.fontWeight)
    move(\.fontStyle)
    move(\.fontVariant)
    move(\.fontFeatures)
    move(\.fontKerning)
    move(\.fontSynthesis)
    move(\.lineHeight)
    move(\.letterSpacing)
    move(\.wordSpacing)
    move(\.textTransform)
    move(\.underlineOffset)
    move(\.underlinePosition)
    return result
  }
}

extension InlineContent {
  /// Changes the case of a run; letters that would take another number of bytes stay as they are.
  fileprivate mutating func transformRun(_ index: Int, by transform: TextTransform) {
    guard transform == .uppercase || transform == .lowercase else { return }
    var place = Int(runs[index].start)
    for character in String(decoding: text[place..<Int(runs[index].end)], as: UTF8.self) {
      let changed = transform == .uppercase ? character.uppercased() : character.lowercased()
      let count = character.utf8.count
      if changed.utf8.count == count { text.replaceSubrange(place..<place + count, with: changed.utf8) }
      place += count
    }
  }
}

extension BoxBuilder {
  /// Whether a `::first-line` around holds for the first line in a box: not through boxes that are no plain blocks in the flow
  /// (CSS Pseudo-Elements 4, 2.1).
  func handsOnFirstLine(_ container: Int32) -> Bool {
    tree[container].kind == .block && !tree[container].isInlineLevel
  }

  /// Makes a container of lines the one whose first line is that of the blocks around it.
  mutating func takeFirstLine(_ container: Int32) {
    guard let node = pendingFirstLine else { return }
    tree.firstLines[container] = node
    pendingFirstLine = nil
  }
}
