package import KPI
import Store
package import Values

/// The reports that a store of indicators can make: one an organisation and period.
///
/// What the schedule and `kpi show` read; it sees one state of the store.
public struct IndicatorReports: Sendable {
  package let data: KPIData
  /// The file.
  public let path: String

  /// Reads the store; `nil` is the standard one.
  ///
  /// - Throws: ``RenderError`` of kind surroundings where there is no store, or it cannot be read.
  public init(store: String?) throws(RenderError) {
    path = store ?? StoreLocation.standard
    do throws(StoreError) {
      data = try KPIStore(path: path, access: .read).load()
    } catch {
      throw RenderError(store: error)
    }
  }

  /// The organisations in order: code and name.
  public var organisations: [(code: String, name: String)] {
    data.organisations.map { ($0.code, $0.name) }
  }

  /// The report of an organisation, by code or name, on a period such as `2025-06`, as templates with `data: kpi` see it.
  ///
  /// - Throws: ``RenderError`` of kind input where the store knows no such organisation, or the text is no period.
  package func report(organisation: String, period: String) throws(RenderError) -> Value {
    try data.report(of: find(organisation: organisation), on: indicatorPeriod(period))
  }

  func find(organisation text: String) throws(RenderError) -> Organisation {
    if let found = data.organisations.first(where: { $0.code == text || $0.name == text }) { return found }
    throw RenderError(
      .input,
      "the store '\(path)' knows no organisation '\(text)'",
      path: path,
      help: nearestHelp(text, data.organisations.map(\.code))
    )
  }

  func find(indicator text: String) throws(RenderError) -> Indicator {
    if let found = data.indicators.first(where: { $0.code == text || $0.name == text }) { return found }
    throw RenderError(
      .input,
      "the store '\(path)' knows no indicator '\(text)'",
      path: path,
      help: nearestHelp(text, data.indicators.map(\.code))
    )
  }
}
