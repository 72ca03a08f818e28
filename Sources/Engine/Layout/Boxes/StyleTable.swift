import Fonts
import Styles
import Text

/// The styles of a layout run: the document's, those of anonymous boxes, and what text needs of each.
struct StyleTable {
  private(set) var styles: [ComputedStyle]
  /// Distinct text styles; runs of inline content refer to them.
  private(set) var textStyles: [TextStyle] = []
  /// Index into `textStyles` by style, or -1 where none was asked for yet.
  private var textIndices: [Int32]
  private var anonymousStyles: [AnonymousKey: Int32] = [:]
  private var sharedStyles: [ComputedStyle: Int32] = [:]
  private let fonts: FontLibrary
  /// What is made of the faces of families that lack a weight or a slant, by family in the order of their use.
  private(set) var synthesised: [(family: String, synthesis: FaceSynthesis)] = []

  private struct AnonymousKey: Hashable {
    var parent: Int32
    var display: Display
  }

  init(styles: [ComputedStyle], fonts: FontLibrary) {
    self.styles = styles
    self.fonts = fonts
    textIndices = Array(repeating: -1, count: styles.count)
  }

  subscript(index: Int32) -> ComputedStyle {
    _read { yield styles[Int(index)] }
  }

  /// The style of an anonymous box: inherited properties of its parent, initial values else (CSS 2.2, 9.2.1.1).
  mutating func anonymous(display: Display, parent: Int32) -> Int32 {
    let key = AnonymousKey(parent: parent, display: display)
    if let known = anonymousStyles[key] { return known }
    var style = ComputedStyle(inheriting: styles[Int(parent)])
    style.display = display
    let index = append(style)
    anonymousStyles[key] = index
    return index
  }

  /// The style of an anonymous block behind others in its container: its first line has no `text-indent` (CSS Text 3, 7.1).
  mutating func continued(_ index: Int32) -> Int32 {
    guard styles[Int(index)].textIndent.length != .zero else { return index }
    var style = styles[Int(index)]
    style.textIndent.isContinued = true
    return shared(style)
  }

  /// The index of a style that does not come from the document's tree; equal ones are stored once.
  mutating func shared(_ style: ComputedStyle) -> Int32 {
    if let known = sharedStyles[style] { return known }
    let index = append(style)
    sharedStyles[style] = index
    return index
  }

  mutating func append(_ style: ComputedStyle) -> Int32 {
    styles.append(style)
    textIndices.append(-1)
    return Int32(styles.count - 1)
  }

  /// The text style of a style: its faces, size and spacing.
  mutating func text(_ index: Int32) -> Int32 {
    let known = textIndices[Int(index)]
    guard known < 0 else { return known }
    textStyles.append(textStyle(of: styles[Int(index)]))
    noteSynthesis(of: textStyles[textStyles.count - 1].faces.first, for: index)
    let made = Int32(textStyles.count - 1)
    textIndices[Int(index)] = made
    return made
  }

  /// What is made of a face for a style: what the face lacks, as far as `font-synthesis` allows it.
  func synthesis(of face: FaceID, for style: Int32) -> FaceSynthesis {
    let index = Int(style)
    guard styles[index].fontWeight >= 600 || styles[index].fontStyle != .normal else { return FaceSynthesis() }
    var made = fonts.synthesis(of: face, weight: styles[index].fontWeight, slant: slant(of: styles[index]))
    if !styles[index].fontSynthesis.weight { made.isBold = false }
    if !styles[index].fontSynthesis.style { made.isOblique = false }
    return made
  }

  private func slant(of style: ComputedStyle) -> FaceSlant {
    style.fontStyle == .normal ? .normal : .italic
  }

  private mutating func noteSynthesis(of face: FaceID?, for style: Int32) {
    guard let face else { return }
    let made = synthesis(of: face, for: style)
    guard made.isNeeded else { return }
    let family = fonts.family(of: face)
    guard let known = synthesised.firstIndex(where: { $0.family == family }) else {
      return synthesised.append((family, made))
    }
    if made.isBold { synthesised[known].synthesis.isBold = true }
    if made.isOblique { synthesised[known].synthesis.isOblique = true }
  }

  private func textStyle(of style: ComputedStyle) -> TextStyle {
    let faces = fonts.resolve(families: style.fontFamily, weight: style.fontWeight, slant: slant(of: style))
    var text = TextStyle(faces: faces, size: style.fontSize)
    text.letterSpacing = style.letterSpacing
    text.wordSpacing = style.wordSpacing
    text.wraps = style.textWrapMode == .wrap
    text.preservesSpaces = style.whiteSpaceCollapse == .preserve || style.whiteSpaceCollapse == .breakSpaces
    text.language = style.language
    text.breaksSpaces = style.whiteSpaceCollapse == .breakSpaces
    setBreaking(of: style, in: &text)
    setFeatures(of: style, in: &text)
    return text
  }

  /// Where lines may end inside words, and where tabs lead.
  private func setBreaking(of style: ComputedStyle, in text: inout TextStyle) {
    switch style.tabSize {
    case .number(let count): text.tabSize = .spaces(count)
    case .length(let points): text.tabSize = .length(points)
    }
    switch style.overflowWrap {
    case .normal: text.overflowWrap = .normal
    case .breakWord: text.overflowWrap = .breakWord
    case .anywhere: text.overflowWrap = .anywhere
    }
    switch style.wordBreak {
    case .normal: text.wordBreak = .normal
    case .breakAll: text.wordBreak = .breakAll
    case .keepAll: text.wordBreak = .keepAll
    case .breakWord: text.overflowWrap = .anywhere
    }
    switch style.hyphenation.mode {
    case .none: text.hyphens = .none
    case .manual: text.hyphens = .manual
    case .auto: text.hyphens = .auto
    }
    // The same keywords in the same bits.
    text.hanging = HangingMarks(rawValue: style.hangingPunctuation.rawValue)
    text.hyphenCharacter = style.hyphenation.character ?? ""
    text.hyphenLimits = HyphenLimits(
      word: Int32(clamping: style.hyphenation.minimumWord ?? 5),
      before: Int32(clamping: style.hyphenation.minimumBefore ?? 2),
      after: Int32(clamping: style.hyphenation.minimumAfter ?? 2)
    )
  }
}
