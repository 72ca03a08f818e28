import Congress
import DataSources
import Diagnostics
import Files
import KPI
import Values

/// The models that a template's data can be read into, by the name that template.yaml gives them under `data`.
enum DataModel: String, CaseIterable {
  case congress
  case kpi
}

extension RenderContext {
  /// The data as templates of a model see it: read into the model and checked by its rules.
  ///
  /// What is wrong is reported: after an error nothing is set.
  func read(_ data: Value, as model: DataModel) -> Value {
    switch model {
    case .congress: checkedCongress(data).data
    case .kpi: readKPI(data, diagnostics: &found)
    }
  }

  /// Congress data held to the rules in `profiles/`.
  func checkedCongress(_ data: Value) -> CongressReading {
    readCongress(data, regulations: readProfileFiles(kind: "election"), diagnostics: &found)
  }
}
