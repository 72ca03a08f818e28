import Fonts
import Styles
import Text

extension StyleTable {
  /// `font-variant-*`, `font-kerning` and `font-feature-settings` as OpenType features (CSS Fonts 4, 6 and 7): what comes later wins.
  func setFeatures(of style: ComputedStyle, in text: inout TextStyle) {
    let variant = style.fontVariant
    switch variant.caps {
    case .normal: break
    case .smallCaps, .petiteCaps: text.smallCaps = .lowerCase
    case .allSmallCaps, .allPetiteCaps: text.smallCaps = .allLetters
    case .unicase: text.features.append(FeatureSetting("unic"))
    case .titlingCaps: text.features.append(FeatureSetting("titl"))
    }
    text.usesPetiteCaps = variant.caps == .petiteCaps || variant.caps == .allPetiteCaps
    text.synthesisesSmallCaps = style.fontSynthesis.smallCaps
    switch variant.position {
    case .normal: break
    case .sub: text.position = .sub
    case .super: text.position = .super
    }
    if style.fontKerning == .none { text.features.append(FeatureSetting("kern", 0)) }
    for (keyword, tag, value) in ligatures where variant.ligatures.contains(keyword) {
      text.features.append(FeatureSetting(tag, value))
    }
    for (keyword, tag) in numerals where variant.numeric.contains(keyword) { text.features.append(FeatureSetting(tag)) }
    if variant.usesHistoricalForms { text.features.append(FeatureSetting("hist")) }
    for feature in style.fontFeatures {
      text.features.append(FeatureSetting(feature.tag, UInt32(clamping: feature.value)))
    }
  }
}

private let ligatures: [(FontLigatures, String, UInt32)] = [
  (.common, "liga", 1), (.common, "clig", 1), (.noCommon, "liga", 0), (.noCommon, "clig", 0),
  (.discretionary, "dlig", 1), (.noDiscretionary, "dlig", 0), (.historical, "hlig", 1), (.noHistorical, "hlig", 0),
  (.contextual, "calt", 1), (.noContextual, "calt", 0),
]

private let numerals: [(FontNumerals, String)] = [
  (.lining, "lnum"), (.oldstyle, "onum"), (.proportional, "pnum"), (.tabular, "tnum"), (.diagonalFractions, "frac"),
  (.stackedFractions, "afrc"), (.ordinal, "ordn"), (.slashedZero, "zero"),
]
