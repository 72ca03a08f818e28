extension ComputedStyle {
  /// Whether `font-variant-caps` is `small-caps`.
  public var hasSmallCaps: Bool { fontVariant.caps == .smallCaps }

  /// `white-space`, made of its two halves.
  ///
  /// `preserve-breaks` reads as `pre-line`, `break-spaces` as `break-spaces` with either wrap mode: ask
  /// `textWrapMode` for that.
  public var whiteSpace: WhiteSpace {
    get {
      switch (whiteSpaceCollapse, textWrapMode) {
      case (.collapse, .wrap): .normal
      case (.collapse, .nowrap): .nowrap
      case (.preserve, .wrap): .preWrap
      case (.preserve, .nowrap): .pre
      case (.preserveBreaks, _): .preLine
      case (.breakSpaces, _): .breakSpaces
      }
    }
    set {
      whiteSpaceCollapse = newValue.collapse
      textWrapMode = newValue.wrapMode
    }
  }
}

extension WhiteSpace {
  /// `white-space-collapse` of the keyword (CSS Text 4, 3).
  var collapse: WhiteSpaceCollapse {
    switch self {
    case .normal, .nowrap: .collapse
    case .pre, .preWrap: .preserve
    case .preLine: .preserveBreaks
    case .breakSpaces: .breakSpaces
    }
  }

  /// `text-wrap-mode` of the keyword.
  var wrapMode: TextWrapMode {
    self == .nowrap || self == .pre ? .nowrap : .wrap
  }
}
