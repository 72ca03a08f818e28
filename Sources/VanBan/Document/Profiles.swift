import DataSources
import Diagnostics
import Files
import Markup
import Values

extension RenderContext {
  /// Puts the rules of form that hold on the document's date into the data, under `profile`.
  ///
  /// A template asks for them by `<meta name="profile" content="party"/>`. What the data itself has under `profile` wins.
  func addProfile(to data: inout Value, for tree: ElementTree, date: DocumentDate?) {
    guard let request = profileRequest(in: tree), let date else { return }
    let profiles = readProfiles()
    if let profile = profiles.first(where: { $0.kind == request.kind && $0.holds(on: date) }) {
      var base = ValueMap()
      base["profile"] = profile.value
      data = Value(.map(base)).merged(with: data)
      return
    }
    let kinds = profiles.map(\.kind)
    if kinds.contains(request.kind) {
      found.report(.noProfileHolds(request.kind, on: date, span: request.span))
    } else {
      found.report(.unknownProfileKind(request.kind, known: kinds, span: request.span))
    }
  }

  private func profileRequest(in tree: ElementTree) -> (kind: String, span: SourceSpan)? {
    for index in tree.nodes.indices where tree.nodes[index].kind == .meta {
      let id = NodeID(index)
      guard tree.attribute("name", of: id) == "profile",
        let content = tree.attributes(of: id).first(where: { $0.name == "content" })
      else { continue }
      return (content.value, content.valueSpan)
    }
    return nil
  }

  private func readProfiles() -> [Profile] {
    profileFiles().compactMap { Profile($0) }
  }

  /// The dated files of one kind in `profiles/`, in the order of their names.
  func readProfileFiles(kind: String) -> [Value] {
    profileFiles().filter { $0.map?["kind"]?.text == kind }
  }

  private func profileFiles() -> [Value] {
    if let keptProfiles { return keptProfiles }
    let profiles = fileNames(in: installation.profiles).filter { $0.hasSuffix(".yaml") }.map { name in
      let argument = DataArgument(joined(installation.profiles, name))
      return readData([argument], settings: [], loader: loader, diagnostics: &found)
    }
    keptProfiles = profiles
    return profiles
  }
}

/// One file of rules with the days on which they hold.
private struct Profile {
  var kind: String
  var from: DocumentDate
  var until: DocumentDate?
  var value: Value

  /// Reads `kind` and `valid`; `nil` where the file is no profile.
  init?(_ value: Value) {
    guard let kind = Profile.value(value, "kind")?.text,
      let from = Profile.value(value, "valid", "from", "value")?.text.flatMap({ DocumentDate($0) })
    else { return nil }
    self.kind = kind
    self.from = from
    until = Profile.value(value, "valid", "until", "value")?.text.flatMap { DocumentDate($0) }
    self.value = value
  }

  func holds(on date: DocumentDate) -> Bool {
    from <= date && until.map { date <= $0 } != false
  }

  private static func value(_ value: Value, _ keys: String...) -> Value? {
    value.value(at: ValuePath(keys.map { .key($0) }))
  }
}
