import DataSources
import Diagnostics
import Files
import KPI
import Store
import Values

/// What `kpi import` and `kpi set` are told.
public struct IndicatorRecording: Sendable {
  /// The store; `nil` for the standard one.
  public var store: String?
  /// How a dot in a number is understood: careful, vietnamese or plain.
  public var numbers = "careful"
  /// The organisation of rows that name none.
  public var organisation: String?
  /// The period of rows that name none.
  public var period: String?
  /// Whether organisations that are not known are added.
  public var addsOrganisations = false
  /// Who records.
  public var author = ""
  /// Why, where something recorded is replaced.
  public var reason: String?
  /// When: a day and time in UTC (RFC 3339).
  public var recorded = ""

  /// Nothing said yet.
  public init() {}

  /// The ways of reading numbers.
  public static let numberStyles = NumberStyle.allCases.map(\.rawValue)
}

extension RenderContext {
  /// Records what files say, all of it or nothing.
  ///
  /// - Returns: `nil` where something was reported.
  public func importIndicators(
    _ files: [String],
    _ recording: IndicatorRecording
  ) throws(RenderError) -> RecordingSummary? {
    var roots: [(value: Value, numbers: NumberStyle)] = []
    let style = NumberStyle(rawValue: recording.numbers) ?? .careful
    for path in files {
      do {
        let file = try loader.loadNamed(path)
        guard let value = readData(file: file, diagnostics: &found) else { continue }
        // A number of JSON is what it says: RFC 8259 knows no groups of digits.
        let isJSON = path.lowercased().hasSuffix(".json") && style == .careful
        roots.append((value, isJSON ? .plain : style))
      } catch {
        found.report(error.diagnostic())
      }
    }
    // Half a file would only bring mistakes of a second kind.
    if found.hasErrors { return nil }
    return try record(roots, recording)
  }

  /// Records one value, target or comment as the command line gives it.
  public func setIndicator(
    _ kind: IndicatorEntry,
    at place: IndicatorPlace,
    content: String,
    _ recording: IndicatorRecording
  ) throws(RenderError) -> RecordingSummary? {
    var row = ValueMap()
    for (key, text) in [
      ("organisation", place.organisation), ("indicator", place.indicator), ("period", place.period),
      (kind.rawValue, content),
    ] {
      row[key] = Value(.text(text), place: argumentPlace(key, text))
    }
    var root = ValueMap()
    root["\(kind.rawValue)s"] = Value(.list([Value(.map(row))]))
    return try record([(Value(.map(root)), NumberStyle(rawValue: recording.numbers) ?? .careful)], recording)
  }

  private func argumentPlace(_ name: String, _ text: String) -> ValuePlace {
    let bytes = Array(text.utf8)
    let source = loader.addText(path: "<\(name)>", bytes: bytes)
    return ValuePlace(span: SourceSpan(source: source, offset: 0, length: bytes.count), pointer: "/\(name)")
  }

  private func record(
    _ roots: [(value: Value, numbers: NumberStyle)],
    _ recording: IndicatorRecording
  ) throws(RenderError) -> RecordingSummary? {
    let path = try StoreLocation.prepare(recording.store)
    var reading = KPIReading()
    reading.organisation = recording.organisation
    reading.addsOrganisations = recording.addsOrganisations
    if let text = recording.period { reading.period = try indicatorPeriod(text) }
    let note = RevisionNote(recorded: recording.recorded, author: recording.author, reason: recording.reason)
    let outcome: KPIOutcome?
    do throws(StoreError) {
      outcome = try KPIStore(path: path, access: .write).record(note, diagnostics: &found) { known, diagnostics in
        var reader = KPIReader(reading, knowing: known)
        return reader.read(roots, diagnostics: &diagnostics)
      }
    } catch {
      throw RenderError(store: error)
    }
    return outcome.map { RecordingSummary($0, store: path) }
  }
}

/// Whose value of what, when, as the command line gives it.
public struct IndicatorPlace: Sendable {
  /// The organisation's code or name.
  public var organisation: String
  /// The indicator's code or name.
  public var indicator: String
  /// The period.
  public var period: String

  /// A place of its parts.
  public init(organisation: String, indicator: String, period: String) {
    self.organisation = organisation
    self.indicator = indicator
    self.period = period
  }
}

/// What one entry of the command line is.
public enum IndicatorEntry: String, Sendable {
  case value, target, comment
}

/// A period as the command line gives it.
func indicatorPeriod(_ text: String) throws(RenderError) -> Period {
  guard let period = Period(text) else {
    throw RenderError(.input, "'\(text)' is no period", help: "write 2025-06, 2025-Q2, 2025-H1 or 2025")
  }
  return period
}
