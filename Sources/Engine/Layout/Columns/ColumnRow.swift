import Diagnostics
import Geometry
import Styles

/// The height that a row of columns may take.
struct ColumnRoom {
  var height = Double.infinity
  /// Whether it is the container's own height that ends the columns, not the page: more columns overflow beside them.
  var isOwn = false
  /// Whether nothing here is broken over pages: a page break inside is one of columns then.
  var isUnbroken = false
  /// Whether columns are as equally high as can be, where all content fits (`column-fill`).
  var isBalanced = true
  /// Whether that holds on every page.
  var balancesAll = false
  /// Whether columns that are not balanced are as high as the room.
  var fillsHeight = false
}

/// What a row of columns is laid out from.
struct ColumnRowRequest {
  var measure: BlockMeasure
  var grid: ColumnGrid
  var room: ColumnRoom
  var flow: BreakToken?
  var keepsMargin: Bool
  var mustProgress: Bool
  var isInsideAvoid: Bool
}

/// A row of columns: offsets are not set.
struct ColumnRow {
  var columns: [FragmentNode] = []
  /// Content heights of the columns, and whether a forced break ended each.
  var heights: [(height: Double, isForced: Bool)] = []
  var height = 0.0
  /// Where the flow goes on below or on the next page; `nil` where all of it is placed.
  var next: BreakToken?
  /// The forced break that ended the row.
  var forced: BreakBetween?
  var appeal = BreakAppeal.perfect
  /// How good the worst break between its columns is.
  var worst = BreakAppeal.perfect

  var holdsContent: Bool { columns.contains { !$0.children.isEmpty } }
  var tallest: Double { heights.reduce(0) { max($0, $1.height) } }
}

extension LayoutSession {
  /// Lays out a row of columns as high as its content and `column-fill` say; `nil` where nothing fits.
  mutating func layOutColumnRow(of box: Int32, _ request: ColumnRowRequest) -> ColumnRow? {
    let room = request.room
    let limit = min(room.height, largestFlexSize)
    guard var row = fillColumns(of: box, height: limit, request) else { return nil }
    let isWhole = holdsAll(row, request)
    if room.isBalanced, isWhole, request.grid.count > 1, columnNesting <= deepestBalance {
      // Lines that are too long were reported when their paragraphs were broken, which is kept: tries report nothing new.
      let reports = diagnostics
      let balanced = balance(row, of: box, limit: limit, request)
      diagnostics = reports
      if let balanced { return balanced }
    }
    if limit > largestFlexSize / 2, row.tallest < limit / 2 {
      // Nothing ends the columns but their content: boxes that go on must not fill columns without end.
      let reports = diagnostics
      var bounded = request
      bounded.mustProgress = true
      if let refilled = fillColumns(of: box, height: row.tallest, bounded) { row = refilled }
      diagnostics = reports
    }
    let isFull = room.isBalanced ? !isWhole : room.fillsHeight || !isWhole
    row.height = isFull && room.height.isFinite ? limit : row.tallest
    return row
  }

  /// Whether a row ends where the flow ends, or where all columns end together.
  private func holdsAll(_ row: ColumnRow, _ request: ColumnRowRequest) -> Bool {
    guard row.columns.count <= request.grid.count else { return false }
    guard let next = row.next else { return true }
    if spanner(at: next) != nil { return true }
    return request.room.balancesAll && (row.forced ?? .column) != .column
  }

  /// Looks for the least height at which all content fits the columns (CSS Multi-column Layout 1, 7.1).
  ///
  /// From the height that equal shares would have, it grows by the least that any column was short of.
  private mutating func balance(_ whole: ColumnRow, of box: Int32, limit: Double, _ request: ColumnRowRequest)
    -> ColumnRow?
  {
    let outerShortage = leastShortage
    defer { leastShortage = outerShortage }
    var request = request
    request.mustProgress = true
    let most = min(limit, whole.tallest)
    var height = min(most, shareOfColumns(whole.heights, count: request.grid.count))
    for attempt in 0..<mostTries {
      leastShortage = .infinity
      if var row = fillColumns(of: box, height: height, request) {
        let isLast = height >= most - tolerance
        if holdsAll(row, request), row.tallest <= height + tolerance, isLast || row.worst > .violatingAvoid {
          // Boxes that go on reach down to the end of their column: not below the lowest content.
          if row.tallest < height - tolerance, let tight = fillColumns(of: box, height: row.tallest, request),
            holdsAll(tight, request)
          {
            row = tight
          }
          row.height = row.tallest
          return row
        }
        if row.tallest > height + tolerance { leastShortage = min(leastShortage, row.tallest - height) }
      }
      guard height < most - tolerance else { return nil }
      let step = leastShortage.isFinite ? leastShortage : max(1, height / 16)
      // Shortages of many columns may differ by very little: the steps grow.
      height = min(most, height + max(step, most / 1_000_000 * Double(1 << min(attempt, 20))))
    }
    return nil
  }

  /// The height of equal shares: what stands between forced breaks has columns of its own.
  private func shareOfColumns(_ heights: [(height: Double, isForced: Bool)], count: Int) -> Double {
    var runs = [0.0]
    for (index, column) in heights.enumerated() {
      runs[runs.count - 1] += column.height
      if column.isForced, index < heights.count - 1 { runs.append(0) }
    }
    var columns = [Int](repeating: 1, count: runs.count)
    for _ in 0..<max(0, min(count - runs.count, 1000)) {
      guard let most = runs.indices.max(by: { runs[$0] / Double(columns[$0]) < runs[$1] / Double(columns[$1]) }) else {
        break
      }
      columns[most] += 1
    }
    return zip(runs, columns).reduce(0) { max($0, $1.0 / Double($1.1)) }
  }

  /// Fills columns of a height one after the other; `nil` where nothing fits the first.
  private mutating func fillColumns(of box: Int32, height: Double, _ request: ColumnRowRequest) -> ColumnRow? {
    var row = ColumnRow()
    row.next = request.flow
    var keepsMargin = request.keepsMargin
    let most = request.room.isOwn ? max(request.grid.count, mostOverflowing) : request.grid.count
    var isBegun = false
    let page = fragmentainerSize
    fragmentainerSize = Size(width: request.grid.width, height: min(page.height, height))
    defer { fragmentainerSize = page }
    while row.columns.count < most, !isBegun || row.next != nil {
      let start = FragmentainerStart(keepsMargin: keepsMargin, mustProgress: request.mustProgress)
      let token = row.next
      let isLast = row.columns.count == most - 1
      let height = request.room.isOwn && isLast && most >= mostOverflowing ? largestFlexSize : height
      var content = BlockContent()
      columnDepth += 1
      columnNesting += 1
      let filled = fillFragmentainer(start) { session in
        content = session.layOutColumn(of: box, height: height, request, from: token)
        return LayoutResult(fragment: FragmentNode(kind: .column, node: -1, style: 0), status: content.status)
      }
      columnDepth -= 1
      columnNesting -= 1
      // What fits no column here goes on on the next page.
      if case .outOfSpace = filled.result.status { return isBegun ? row : nil }
      isBegun = true
      row.add(column(of: box, content), height: extent(of: content), filled: filled)
      keepsMargin = filled.forced != nil
      if let forced = filled.forced, forced != .column, !request.room.isUnbroken { break }
      if let next = row.next, spanner(at: next) != nil { break }
    }
    return row
  }

  /// How far down the content of a column reaches, apart from boxes that go on and fill it.
  private func extent(of content: BlockContent) -> Double {
    guard case .broken = content.status else { return content.height }
    return content.children.reduce(0) { max($0, $1.offset.y + $1.contentExtent) }
  }

  private func column(of box: Int32, _ content: BlockContent) -> FragmentNode {
    var fragment = FragmentNode(kind: .column, node: tree[box].node, style: tree[box].style)
    fragment.isAnonymous = true
    fragment.children = content.children
    return fragment
  }

  /// Lays out one column as a block formatting context of its own.
  private mutating func layOutColumn(
    of box: Int32,
    height: Double,
    _ request: ColumnRowRequest,
    from token: BreakToken?
  ) -> BlockContent {
    var measure = request.measure
    measure.width = request.grid.width
    var space = ConstraintSpace(available: request.grid.width)
    space.availableHeight = measure.isHeightIndefinite ? nil : measure.height
    space.remaining = height
    space.allowsSpanners = true
    var content = layOutContext(of: box, measure: measure, in: space, from: token)
    if case .complete = content.status, !content.parallel.isEmpty {
      content.status = .broken(BreakToken(box: box, position: .child(-1, inner: []), parallel: content.parallel))
    } else if case .broken(var next) = content.status, !content.parallel.isEmpty {
      next.parallel = content.parallel
      content.status = .broken(next)
    }
    return content
  }
}

extension ColumnRow {
  mutating func add(_ column: FragmentNode, height: Double, filled: FilledFragmentainer) {
    columns.append(column)
    heights.append((height, filled.forced != nil))
    appeal = filled.appeal
    worst = min(worst, filled.appeal)
    forced = filled.forced
    next = nil
    if case .broken(let token) = filled.result.status { next = token }
  }
}

extension FragmentNode {
  /// How far down from its top a piece's content reaches: a piece that goes on fills its column.
  fileprivate var contentExtent: Double {
    guard kind == .column || continuesAfter, !children.isEmpty else {
      return size.height > largestFlexSize / 2 ? border.vertical + padding.vertical : size.height
    }
    return children.reduce(0) { max($0, $1.offset.y + $1.contentExtent) }
  }
}

/// How many columns may stand beside each other where they overflow; the last one holds the rest.
private let mostOverflowing = 10_000

/// How often the height of balanced columns is tried.
private let mostTries = 32

/// How deep columns may stand in columns and still be balanced: each level lays out the next many times.
private let deepestBalance = 2
