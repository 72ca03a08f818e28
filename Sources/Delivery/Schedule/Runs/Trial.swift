package import VanBan

extension Workshop {
  /// Makes the first document of a job for a run, and throws it away: template, data and names are then known to fit.
  package func tryOut(_ job: Job, _ run: DueRun) throws(RenderError) {
    let work = try open(run, of: job)
    if let first = work.documents.first { _ = try work.render(first.organisation) }
  }
}
