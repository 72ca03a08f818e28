import Diagnostics

/// The kinds of mistake that reading style sheets and computing styles finds.
package enum StyleDiagnostic: String, DiagnosticCode {
  case syntax = "css-syntax"
  case unclosed = "css-unclosed"
  case unknownProperty = "css-unknown-property"
  case laterProperty = "css-later-property"
  case misplacedProperty = "css-misplaced-property"
  case wrongValue = "css-wrong-value"
  case unknownUnit = "css-unknown-unit"
  case unknownFunction = "css-unknown-function"
  case laterValue = "css-later-value"
  case wrongCalculation = "css-wrong-calculation"
  case wrongSelector = "css-wrong-selector"
  case unknownPseudo = "css-unknown-pseudo"
  case unknownElement = "css-unknown-element"
  case unknownAtRule = "css-unknown-at-rule"
  case wrongAtRule = "css-wrong-at-rule"
  case wrongMedia = "css-wrong-media"
  case misplacedImport = "css-misplaced-import"
  case importCycle = "css-import-cycle"
  case unreadableSheet = "css-unreadable-sheet"
  case wrongFontFace = "css-wrong-font-face"
  case unknownVariable = "css-unknown-variable"
  case variableCycle = "css-variable-cycle"

  package var explanation: String {
    switch self {
    case .syntax:
      "The text is not a rule (selector { property: value; }) or an at-rule. Reading goes on after the next ; or }."
    case .unclosed:
      "A block, string or url is open at the end of its style sheet or line."
    case .unknownProperty:
      "The property is not one of CSS that is laid out here; docs/css.md lists all that are."
    case .laterProperty:
      "The property belongs to CSS, but this version does not lay it out yet. Nothing is silently ignored."
    case .misplacedProperty:
      "The property has no meaning in this place: size belongs to @page, display to elements."
    case .wrongValue:
      "The property does not take this value; the help line says what it takes."
    case .unknownUnit:
      "Lengths have a unit: px pt pc mm cm in q em rem ex ch lh rlh vw vh vmin vmax. Only 0 may stand without one."
    case .unknownFunction:
      "The value calls a function that is not known here."
    case .laterValue:
      "The value belongs to CSS, but this version does not know it yet."
    case .wrongCalculation:
      "calc(), min(), max() and clamp() take numbers, lengths and percentages; + and - stand between spaces, * and / take a number."
    case .wrongSelector:
      "The selector cannot be read; its rule is left out."
    case .unknownPseudo:
      "The pseudo-class or pseudo-element is not one of those that a printed document knows."
    case .unknownElement:
      "The selector names an element that no document may hold, so that it could never match."
    case .unknownAtRule:
      "Of the at-rules, @import, @media, @supports, @font-face, @counter-style, @page and @charset are known, and in @page the sixteen margin boxes."
    case .wrongAtRule:
      "What stands between the at-rule's name and its block is not what the rule takes."
    case .wrongMedia:
      "Media are print, screen and all, with not or only. A document's paper is chosen by @page, not by media features."
    case .misplacedImport:
      "@import stands before all rules of its style sheet (CSS Cascade 4, 2.1)."
    case .importCycle:
      "A style sheet imports itself, or one that imports it."
    case .unreadableSheet:
      "A style sheet that is named by @import or link cannot be read."
    case .wrongFontFace:
      "@font-face needs font-family and src: url(file); the file stands beside the template. Nothing is fetched."
    case .unknownVariable:
      "var() names a custom property that the element does not have, and gives no second argument to take instead."
    case .variableCycle:
      "Custom properties refer to each other in a circle, so that none of them has a value."
    }
  }
}
