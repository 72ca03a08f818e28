import Fonts
import Layout
import Styles

extension RenderContext {
  /// Writes the laid-out pages as JSON.
  ///
  /// - Returns: `nil` where errors were reported; see ``diagnostics(as:errorsOnly:)``.
  public func inspect(_ template: Template, to name: OutputName) throws(RenderError) -> RenderSummary? {
    try withDeepStack({ () throws(RenderError) in try inspectHere(template, to: name) }, meanwhile: prepareTables)
  }

  private func inspectHere(_ template: Template, to name: OutputName) throws(RenderError) -> RenderSummary? {
    let started = StageClock.now()
    guard let document = try prepare(readSource(template), of: template) else { return nil }
    let output = try OutputFiles(name.filled(with: document.source.data))
    let file = try output.begin(page: 1)
    let fonts = document.fonts
    var inspection = PageInspection(tree: document.styled.tree) { fonts.family(of: $0) }
    let summary = try layOut(document) { page throws(RenderError) in
      inspection.add(page)
      try file.add(inspection.takeBytes())
    }
    guard let summary else { return nil }
    inspection.finish()
    try file.add(inspection.takeBytes())
    written = try output.commit()
    clock.end("output")
    return summarize(summary, of: document, since: started)
  }
}
