extension ShapedParagraph {
  /// The paragraph with further breaks inside words that are wider than `width` (CSS Text 3, 5.5).
  ///
  /// Words are opened only where a line needs it: a break between all clusters of all words would cost prose ten times its breaks.
  ///
  /// - Parameters:
  ///   - width: the narrowest line.
  ///   - bytes: places where lines begin or end: words that they stand in are opened too.
  /// - Returns: itself where nothing is to be opened.
  func opened(for width: Double, at bytes: Int32...) -> ShapedParagraph {
    guard mayBreakAnywhere else { return self }
    var open: [Range<Int32>] = []
    var start = 0
    for index in breaks.indices.dropFirst() where breaks[index].strength > .weak {
      let range = breaks[start].byte..<breaks[index].byte
      let isInside = bytes.contains { $0 > range.lowerBound && $0 < range.upperBound }
      if isInside || self.width(from: start, to: index) > width + tolerance { open.append(range) }
      start = index
    }
    guard !open.isEmpty else { return self }
    var collector = BreakCollector(paragraph: self, places: .breaks(breaks, open: open))
    return collector.collect()
  }

  /// The least width of what stands between two breaks: that of its widest cluster where `overflow-wrap: anywhere` opens it.
  func leastWidth(from start: Int, to end: Int) -> Double {
    let whole = width(from: start, to: end, origin: 0)
    guard mayBreakAnywhere else { return whole }
    var widest = 0.0
    var piece = 0.0
    var lastCluster: Int32 = -1
    for index in breaks[start].item...breaks[end].item where index < items.count {
      let item = items[Int(index)]
      guard case .text(let run, _, _) = item.kind else {
        // An object stands alone; edges go with what is beside them, which is too rare here to be exact about.
        if case .object(let object) = item.kind, index < breaks[end].item {
          widest = max(widest, content.objects[Int(object)].width)
        }
        continue
      }
      let isOpen = content.styles[Int(content.runs[Int(run)].style)].overflowWrap == .anywhere
      let first = max(item.glyphs.lowerBound, breaks[start].glyph)
      for glyph in first..<max(first, min(item.glyphs.upperBound, breaks[end].trimmedGlyph)) {
        let shaped = glyphs[Int(glyph)]
        if isOpen, shaped.cluster != lastCluster { piece = 0 }
        lastCluster = shaped.cluster
        piece += shaped.advance
        widest = max(widest, piece)
      }
    }
    return min(whole, widest)
  }
}
