import Diagnostics
import Geometry

/// A QR code (ISO/IEC 18004): its modules, row by row.
public struct QRCode: Sendable, Hashable {
  /// Modules on a side, without the quiet zone.
  public let side: Int
  /// Whether each module is dark, row by row from the top.
  public let modules: [Bool]
  /// The text alternative.
  public let alternative: String

  /// Modules that stay light around the code (ISO/IEC 18004, 6.3.8).
  public static let quietZone = 4
  /// A module in points where no size is asked for: 0.75 mm.
  static let moduleSize = 0.75 * 72 / 25.4

  /// Side in points, quiet zone included, where no size is asked for.
  var naturalSide: Double {
    Double(side + 2 * QRCode.quietZone) * QRCode.moduleSize
  }

  /// Reads `text`, `level` and `alt`; `nil` where they make no code, which is reported.
  init?(_ element: GraphicElement, diagnostics: inout DiagnosticList) {
    guard let text = element.attribute("text"), !text.value.isEmpty else {
      diagnostics.report(.emptyCode(span: element.span))
      return nil
    }
    var level = ErrorCorrection.medium
    if let written = element.attribute("level") {
      guard let known = ErrorCorrection(rawValue: written.value.uppercased()) else {
        let names = ErrorCorrection.allCases.map(\.rawValue)
        diagnostics.report(.unknownWord(written, of: names, span: element.span))
        return nil
      }
      level = known
    }
    guard let symbol = QRSymbol(text: Array(text.value.utf8), level: level) else {
      diagnostics.report(.codeTooLong(bytes: text.value.utf8.count, level: level, at: text))
      return nil
    }
    side = symbol.side
    modules = symbol.modules
    alternative = element.attribute("alt")?.value ?? "Mã QR: \(text.value)"
  }

  /// The dark modules as few rectangles: runs of a row that stand alike in the rows below are one.
  ///
  /// In modules, from the code's left top corner; quiet zone not included.
  var rectangles: [Rect] {
    var result: [Rect] = []
    var open: [Run] = []
    for row in 0...side {
      let runs = row < side ? self.runs(ofRow: row) : []
      var next: [Run] = []
      var index = 0
      // Both lists are in order, so that one walk finds the runs that go on.
      for run in open {
        while index < runs.count, runs[index].start < run.start {
          next.append(runs[index])
          index += 1
        }
        if index < runs.count, runs[index].start == run.start, runs[index].end == run.end {
          next.append(run)
          index += 1
        } else {
          result.append(run.rectangle(to: row))
        }
      }
      next += runs[index...]
      open = next
    }
    return result
  }

  /// A code is square: it stands in the middle of a rectangle that is not.
  func draw(size: Size, color: Color) -> Drawing {
    let module = min(size.width, size.height) / Double(side + 2 * QRCode.quietZone)
    let left = (size.width - module * Double(side)) / 2
    let top = (size.height - module * Double(side)) / 2
    var path = Path()
    for rect in rectangles {
      path.add(
        Rect(
          x: left + rect.left * module,
          y: top + rect.top * module,
          width: rect.size.width * module,
          height: rect.size.height * module
        )
      )
    }
    var drawing = Drawing()
    drawing.add(path, fill: Fill(color))
    return drawing
  }

  private struct Run {
    var start: Int
    var end: Int
    var row: Int

    func rectangle(to bottom: Int) -> Rect {
      Rect(x: Double(start), y: Double(row), width: Double(end - start), height: Double(bottom - row))
    }
  }

  private func runs(ofRow row: Int) -> [Run] {
    var runs: [Run] = []
    var column = 0
    while column < side {
      guard modules[row * side + column] else {
        column += 1
        continue
      }
      let start = column
      while column < side, modules[row * side + column] { column += 1 }
      runs.append(Run(start: start, end: column, row: row))
    }
    return runs
  }
}

/// How much of a code may be damaged: 7, 15, 25 or 30 %.
enum ErrorCorrection: String, CaseIterable {
  case low = "L"
  case medium = "M"
  case quartile = "Q"
  case high = "H"

  /// The most bytes that a code of this level holds (ISO/IEC 18004, table 7: version 40, 8-bit bytes).
  var capacity: Int {
    switch self {
    case .low: 2953
    case .medium: 2331
    case .quartile: 1663
    case .high: 1273
    }
  }
}
