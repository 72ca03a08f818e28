import Diagnostics
package import VanBan

extension Ledger {
  /// The job of a name; where there is none the error names the nearest one.
  package func job(named name: String) throws(RenderError) -> Job {
    let all = try jobs()
    if let job = all.first(where: { $0.name == name }) { return job }
    let nearest = nearestName(to: name, in: all.map(\.name)).map { "did you mean '\($0)'?" }
    throw RenderError(
      .input,
      "there is no job '\(name)'",
      help: nearest ?? "see vanban schedule list; vanban schedule add makes one"
    )
  }
}
