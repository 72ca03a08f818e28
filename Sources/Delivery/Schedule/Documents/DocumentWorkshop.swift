import Values
package import VanBan
import Vietnamese

/// Makes documents from templates, and data from files or the store.
package struct DocumentWorkshop: Workshop {
  private let installation: Installation
  private let store: String

  /// A workshop with the templates of `installation`, and the indicators of the store at a path.
  package init(installation: Installation, store: String) {
    self.installation = installation
    self.store = store
  }

  /// Reads template and data anew: both may have changed since the last run.
  package func open(_ run: DueRun, of job: Job) throws(RenderError) -> any PeriodWork {
    var settings = RenderSettings()
    settings.roots = job.roots
    settings.values = job.values
    var each = job.each
    if case .file(let path) = job.source {
      settings.data = [path]
      // A table is a list without a name.
      if path.lowercased().hasSuffix(".csv") || path.lowercased().hasSuffix(".tsv") {
        if each.isEmpty { each = "records" }
        settings.data = ["\(each)=\(path)"]
      }
    }
    let context = RenderContext(installation: installation, settings: settings)
    let template = try Template.find(job.template, in: installation)
    return try DocumentWork(
      context: context,
      template: template,
      records: records(context, run, of: job, each),
      run,
      of: job
    )
  }

  private func records(
    _ context: RenderContext,
    _ run: DueRun,
    of job: Job,
    _ each: String
  ) throws(RenderError) -> [ReportRecord] {
    switch job.source {
    case .kpi: return try indicatorRecords(IndicatorReports(store: store), run, over: context.readSettingsData())
    case .file:
      let data = context.readSettingsData()
      if let error = context.firstError { throw error }
      return try readRecords(data, each: each, of: run)
    }
  }
}

/// The documents of one period; one render context for all of them.
private final class DocumentWork: PeriodWork {
  let documents: [PlannedDocument]

  private let context: RenderContext
  private let template: Template
  private let data: [String: Value]
  private let isModelled: Bool
  private let date: DocumentDate?

  init(
    context: RenderContext,
    template: Template,
    records: [ReportRecord],
    _ run: DueRun,
    of job: Job
  ) throws(RenderError) {
    self.context = context
    self.template = template
    isModelled = job.source == .kpi
    date = DocumentDate(run.local.date.isoForm)
    let name = try DocumentName(job.output)
    var data: [String: Value] = [:]
    var documents: [PlannedDocument] = []
    var owners: [String: String] = [:]
    for record in records {
      let organisation = record.organisation
      guard data.updateValue(record.data, forKey: organisation) == nil else {
        throw RenderError(.input, "two records are called '\(organisation)'", help: "give each a code of its own")
      }
      let file = try name.filled(organisation: organisation, period: run.period, data: record.data)
      if let other = owners.updateValue(organisation, forKey: file) {
        throw RenderError(
          .input,
          "'\(other)' and '\(organisation)' would both be written to '\(file)'",
          help: "put a value into the name that tells them apart: -o '{organisation}-{period}.pdf'"
        )
      }
      documents.append(PlannedDocument(organisation: organisation, document: file))
    }
    self.data = data
    self.documents = documents
  }

  func render(_ organisation: String) throws(RenderError) -> [UInt8] {
    guard let data = data[organisation] else {
      throw RenderError(
        .input,
        "the data no longer has '\(organisation)'",
        help: "put it back, so that what was due can be made"
      )
    }
    if let bytes = try context.renderPDF(template, data: data, isModelled: isModelled, date: date) { return bytes }
    throw context.firstError ?? RenderError(.fault, "the document of '\(organisation)' was not made")
  }
}
