import DataSources
import Diagnostics
import Files
import KPI
import Store
import Testing
import Values

/// A number of a test, written as in the sources.
func decimal(_ text: String) -> Decimal {
  guard let number = Decimal(text) else { preconditionFailure("\(text) is no number") }
  return number
}

func period(_ text: String) -> Period {
  guard let period = Period(text) else { preconditionFailure("\(text) is no period") }
  return period
}

/// Files of a test, read as `kpi import` reads them; what is reported comes as `file:line:column: message`.
struct Files {
  private let loader = FileLoader()
  private var roots: [(value: Value, numbers: NumberStyle)] = []
  private(set) var diagnostics = DiagnosticList()

  mutating func add(_ name: String, _ text: String, numbers: NumberStyle = .careful) {
    let bytes = Array(text.utf8)
    let source = loader.addText(path: name, bytes: bytes)
    let file = LoadedFile(path: name, source: source, folder: ".", bytes: bytes)
    if let value = readData(file: file, diagnostics: &diagnostics) { roots.append((value, numbers)) }
  }

  mutating func batch(_ reading: KPIReading = KPIReading(), knowing data: KPIData = KPIData()) -> KPIBatch {
    var reader = KPIReader(reading, knowing: data)
    return reader.read(roots, diagnostics: &diagnostics)
  }

  /// The files recorded in a store: what became of it, `nil` where something was reported.
  mutating func record(
    in store: KPIStore,
    why reason: String? = nil,
    by author: String = "Lan",
    at time: String = "2026-01-20T08:00:00Z"
  ) throws -> KPIOutcome? {
    let note = RevisionNote(recorded: time, author: author, reason: reason)
    let roots = roots
    return try store.record(note, diagnostics: &diagnostics) { known, diagnostics in
      var reader = KPIReader(KPIReading(), knowing: known)
      return reader.read(roots, diagnostics: &diagnostics)
    }
  }

  /// What was reported, each as `file:line:column: message`.
  var reports: [String] {
    diagnostics.all.map { diagnostic in
      guard let span = diagnostic.span else { return diagnostic.message }
      let place = loader.sources.location(of: span)
      return "\(place.path):\(place.line):\(place.column): \(diagnostic.message)"
    }
  }
}

/// Three indicators and two organisations.
let definitions = """
  organisations:
    - {code: A, name: Xã A}
    - {code: B, name: Xã B}
  indicators:
    - {code: HS, name: Hồ sơ, unit: hồ sơ, places: 0, aggregation: sum}
    - {code: TL, name: Tỷ lệ đúng hạn, unit: "%", places: 1, aggregation: average}
    - {code: NS, name: Thu ngân sách, unit: tỷ đồng, places: 2, aggregation: sum}
  """
