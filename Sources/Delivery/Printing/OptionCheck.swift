/// A document's size as printing needs it.
package struct PrintedDocument: Sendable, Hashable {
  /// How many pages it has.
  package var pages: Int
  /// Width and height in points where all pages have the same, lying or standing; `nil` else.
  package var pageSize: PageSize?

  /// A document of `pages`.
  package init(pages: Int, pageSize: PageSize? = nil) {
    self.pages = pages
    self.pageSize = pageSize
  }

  /// Width and height in points.
  package struct PageSize: Sendable, Hashable {
    /// The width.
    package var width: Double
    /// The height.
    package var height: Double

    /// A size of its sides.
    package init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }
  }
}

/// What will be printed: the options as this printer takes them, and what that comes to.
package struct PrintPlan: Sendable, Hashable {
  /// Pages of one copy.
  package var pages: Int
  /// Sheets of paper in all.
  package var sheets: Int
  /// The copies.
  package var copies: Int
  /// On which sides.
  package var sides: Sides
  /// The paper asked for; `nil` leaves it to the printer.
  package var medium: Medium?
  /// Whether pages are made smaller or larger to fit the paper.
  package var isScaled: Bool
  /// What someone should know before: one sentence each.
  package var notes: [String]
  /// The ranges of pages; empty for all.
  var ranges: [ClosedRange<Int>]
  var collation: PrintOptions.Collation?
  var release: PrintOptions.Release
}

extension Printer {
  /// Holds the options against what the printer can do, before anything is sent.
  ///
  /// - Throws: ``PrintingError/lacking(printer:lacks:)`` with all that it lacks, and
  ///   ``PrintingError/pagesBeyondEnd(asked:pages:)``.
  package func plan(_ options: PrintOptions, for document: PrintedDocument) throws(PrintingError) -> PrintPlan {
    var ranges: [ClosedRange<Int>] = []
    if let asked = options.pages {
      guard let within = asked.within(document.pages) else {
        throw .pagesBeyondEnd(asked: asked.description, pages: document.pages)
      }
      ranges = within == [1...document.pages] ? [] : within
    }
    let lacks = lacks(options, needsRanges: !ranges.isEmpty)
    if !lacks.isEmpty { throw .lacking(printer: name, lacks: lacks) }
    let pages = ranges.isEmpty ? document.pages : ranges.reduce(0) { $0 + $1.count }
    let sides = options.sides ?? defaultSides
    let (medium, isScaled) = medium(for: options, document: document)
    // Each copy begins on a sheet of its own, collated or not.
    let sheets = (pages + sides.pagesPerSheet - 1) / sides.pagesPerSheet
    return PrintPlan(
      pages: pages,
      sheets: sheets.multipliedReportingOverflow(by: options.copies).overflow ? .max : sheets * options.copies,
      copies: options.copies,
      sides: sides,
      medium: medium,
      isScaled: isScaled,
      notes: notes(medium: medium, isScaled: isScaled, document: document),
      ranges: ranges,
      collation: options.copies > 1 && (canCollate || canStack) ? options.collation : nil,
      release: options.release
    )
  }

  private func lacks(_ options: PrintOptions, needsRanges: Bool) -> [PrintingError.Lack] {
    var lacks: [PrintingError.Lack] = []
    if let sides = options.sides, !self.sides.contains(sides) {
      let has = self.sides.map { "--sides \($0.rawValue)" }.joined(separator: ", ")
      lacks.append(.init(asked: "--sides \(sides.rawValue)", has: has))
    }
    if let name = options.medium, Medium.named(name, among: media) == nil {
      let has = media.isEmpty ? "no choice of paper" : media.map(\.name).joined(separator: ", ")
      lacks.append(.init(asked: "--media \(name)", has: has))
    }
    if !copies.contains(options.copies) {
      let has = copies.upperBound <= 1 ? "one copy" : "\(copies.lowerBound) to \(copies.upperBound) copies"
      lacks.append(.init(asked: "--copies \(options.copies)", has: has))
    }
    if options.copies > 1 {
      switch options.collation {
      case .collated where !canCollate && canStack:
        lacks.append(.init(asked: "--collate", has: "--no-collate"))
      case .stacked where !canStack:
        lacks.append(.init(asked: "--no-collate", has: canCollate ? "--collate" : "no choice of order"))
      default: break
      }
    }
    if needsRanges, !takesPageRanges { lacks.append(.init(asked: "--pages", has: "whole documents only")) }
    if options.release == .held, !canHold { lacks.append(.init(asked: "--hold", has: "no way to hold jobs")) }
    return lacks
  }

  /// The paper asked for, else the one that the pages were made for, else what the printer takes by itself.
  private func medium(for options: PrintOptions, document: PrintedDocument) -> (Medium?, isScaled: Bool) {
    let fitting = document.pageSize.flatMap { Medium.fitting(($0.width, $0.height), among: media) }
    if let name = options.medium {
      let medium = Medium.named(name, among: media)
      guard let medium, let size = document.pageSize else { return (medium, false) }
      return (medium, isScaled: Medium.fitting((size.width, size.height), among: [medium]) == nil)
    }
    return (fitting, false)
  }

  private func notes(medium: Medium?, isScaled: Bool, document: PrintedDocument) -> [String] {
    var notes: [String] = []
    if isScaled, let medium { notes.append("the pages are scaled to fit \(medium.name)") }
    if medium == nil, let size = document.pageSize, !media.isEmpty {
      let sides = [size.width, size.height].map { "\(Int(($0 / 72 * 25.4).rounded()))" }.joined(separator: " x ")
      let used = defaultMedium.map { ", so that it uses \($0.name)" } ?? ""
      notes.append("the pages are \(sides) mm, which the printer '\(name)' does not have\(used)")
    }
    if let medium, !loadedMedia.isEmpty, !loadedMedia.contains(where: { $0.isSameSize(as: medium) }) {
      let loaded = loadedMedia.map(\.name).joined(separator: ", ")
      notes.append("\(medium.name) is not in the printer '\(name)' now; it holds \(loaded)")
    }
    return notes
  }
}

extension Medium {
  /// Whether two names stand for paper of one size.
  func isSameSize(as other: Medium) -> Bool {
    guard let size, let otherSize = other.size else { return keyword == other.keyword }
    return abs(size.width - otherSize.width) <= 0.5 && abs(size.height - otherSize.height) <= 0.5
  }
}
