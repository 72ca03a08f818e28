import Geometry

/// A face's measures that CSS lengths refer to, as fractions of the em.
package struct FontRelativeMetrics: Sendable, Hashable {
  /// Height of a lower-case x: `ex`.
  package var xHeight: Double
  /// Advance of the digit zero: `ch`.
  package var zeroAdvance: Double
  /// Distance of two lines of `line-height: normal`: `lh` and `rlh` where that is the line height.
  package var normalLineHeight: Double

  /// Measures of a face; without arguments those that CSS falls back to where a face says nothing.
  package init(xHeight: Double = 0.5, zeroAdvance: Double = 0.5, normalLineHeight: Double = 1.15) {
    self.xHeight = xHeight
    self.zeroAdvance = zeroAdvance
    self.normalLineHeight = normalLineHeight
  }
}

/// How style sheets are read and values computed.
package struct StyleConfiguration: Sendable {
  /// The measures of the first available face of families, weight and slant.
  package typealias FontMetrics =
    @Sendable (_ families: [String], _ weight: Int, _ slant: FontSlant) ->
    FontRelativeMetrics

  /// Whether the author's mistakes are warnings.
  package var isLenient: Bool
  /// The document's folder: `<link>` and `@import` in `<style>` start from it.
  package var folder: String
  /// Asked once for each use of a unit that depends on a face.
  package var fontMetrics: FontMetrics

  /// A configuration; without arguments a strict one that measures no face.
  package init(
    isLenient: Bool = false,
    folder: String = "",
    fontMetrics: @escaping FontMetrics = { _, _, _ in FontRelativeMetrics() }
  ) {
    self.isLenient = isLenient
    self.folder = folder
    self.fontMetrics = fontMetrics
  }
}

/// What computing a value may ask for besides the style itself (CSS Values 4, section 6).
struct ComputeContext: Sendable {
  /// The style that is inherited from.
  var parent: ComputedStyle
  /// `display` of the box around: the parent's, or of its nearest ancestor whose display is not `contents`.
  var containerDisplay = Display.block
  /// `rem`, in points.
  var rootFontSize: Double
  /// `rlh`, in points.
  var rootLineHeight: Double
  /// The size that `vw` and `vh` are hundredths of.
  var pageSize: Size
  var fontMetrics: StyleConfiguration.FontMetrics
  /// What `@counter-style` defines.
  var counterStyles: CounterStyles = [:]

  /// The measures of a style's face.
  func metrics(of style: ComputedStyle) -> FontRelativeMetrics {
    fontMetrics(style.fontFamily, style.fontWeight, style.fontStyle)
  }

  /// The line height of a style in points.
  func lineHeight(of style: ComputedStyle) -> Double {
    switch style.lineHeight {
    case .normal: metrics(of: style).normalLineHeight * style.fontSize
    case .number(let number): number * style.fontSize
    case .length(let points): points
    }
  }
}
