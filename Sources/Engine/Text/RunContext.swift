import Fonts

/// What the words of one run have in common.
struct RunContext {
  var run: Int32
  var text: TextStyle
  var firstFace: FaceID
  /// Whether capitals at a smaller size stand in for small ones.
  var synthesisesSmallCaps = false
  /// The size that glyphs are set in: smaller for superscripts and subscripts that the face does not have.
  var size: Double
  /// How far glyphs stand above the baseline, in points.
  var rise: Float = 0
  private var features: WordFeatures = []
  private let language: Int32
  private let settings: Int32

  init(run: Int32, style: TextStyle, fonts: FontLibrary) {
    precondition(!style.faces.isEmpty, "the text style of run \(run) names no face")
    self.run = run
    text = style
    firstFace = style.faces[0]
    size = style.size
    language = fonts.number(ofLanguage: style.language)
    settings = fonts.number(ofSettings: style.features)
    if style.letterSpacing != 0 { features.insert(.noLigatures) }
    if style.smallCaps != .none { setSmallCaps(fonts) }
    if style.position != .normal { setPosition(fonts) }
  }

  func style(of face: FaceID) -> WordStyle {
    WordStyle(face: face, features: features, language: language, settings: settings)
  }

  /// The face's own (petite capitals, then small ones), or scaled ones (CSS Fonts 4, 6.6).
  private mutating func setSmallCaps(_ fonts: FontLibrary) {
    let isAll = text.smallCaps == .allLetters
    let petite: WordFeatures = isAll ? [.petiteCaps, .capitalsToPetiteCaps] : .petiteCaps
    let small: WordFeatures = isAll ? [.smallCaps, .capitalsToSmallCaps] : .smallCaps
    if text.usesPetiteCaps, fonts.has(petite, firstFace) {
      features.formUnion(petite)
    } else if fonts.has(small, firstFace) {
      features.formUnion(small)
    } else {
      synthesisesSmallCaps = text.synthesisesSmallCaps
    }
  }

  /// The face's own superscripts or subscripts, or its glyphs at the size and place that its OS/2 table names (CSS Fonts 4, 6.5).
  private mutating func setPosition(_ fonts: FontLibrary) {
    let isSuper = text.position == .super
    let feature: WordFeatures = isSuper ? .superscripts : .subscripts
    if fonts.has(feature, firstFace) {
      features.insert(feature)
      return
    }
    let metrics = fonts.metrics(of: firstFace)
    let script = isSuper ? metrics.superscript : metrics.lowered
    rise = Float(script.shift * size)
    size *= script.size
  }
}
