import Files
import KPI
import Values

/// The formats of `kpi export`.
public enum ExportFormat: String, Sendable, CaseIterable {
  case csv, json, yaml

  /// The format that a file's name says by its extension.
  public init?(path: String) {
    switch fileName(path).split(separator: ".").last?.lowercased() {
    case "csv": self = .csv
    case "json": self = .json
    case "yaml", "yml": self = .yaml
    default: return nil
    }
  }
}

extension IndicatorReports {
  /// Everything that holds now, in a form that imports back as the same.
  public func exported(_ format: ExportFormat, organisation: String? = nil) throws(RenderError) -> String {
    var chosen = data
    if let organisation {
      let code = try find(organisation: organisation).code
      chosen.organisations.removeAll { $0.code != code }
      chosen.values = data.values.filter { $0.key.organisation == code }
      chosen.comments = data.comments.filter { $0.key.organisation == code }
      chosen.targets = data.targets.filter { $0.key.organisation == code || $0.key.organisation.isEmpty }
    }
    let tables = chosen.exported()
    return switch format {
    case .csv: writtenCSV(tables)
    case .json: writtenJSON(tables)
    case .yaml: writtenYAML(tables)
    }
  }

  /// The report of an organisation on a period as a data file for templates.
  public func exportedReport(
    _ format: ExportFormat,
    organisation: String,
    period: String?
  ) throws(RenderError) -> String {
    let organisation = try find(organisation: organisation)
    let report = data.report(of: organisation, on: try self.period(period, of: organisation))
    switch format {
    case .json: return writtenJSON(report)
    case .yaml: return writtenYAML(report)
    case .csv:
      throw RenderError(.input, "a report is no table", help: "write it as .json or .yaml")
    }
  }
}

/// Writes a text to a file, whole or not at all; `-` is standard output.
public func writeText(_ text: String, to path: String) throws(RenderError) {
  try writeFile(Array(text.utf8), to: path == "-" ? "/dev/stdout" : path)
}
