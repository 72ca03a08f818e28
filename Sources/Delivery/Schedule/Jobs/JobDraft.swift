import Files
import Glibc
package import VanBan

/// A job as a user asks for it, before anything of it is known to be right.
package struct JobDraft: Sendable {
  /// Its name.
  package var name: String
  /// A template's folder, file or name.
  package var template: String
  /// `kpi`, or a data file.
  package var source: String
  /// The list of which each item gets a document; `nil` for the whole data, or for all organisations of the store.
  package var each: String?
  /// How often.
  package var cadence: Cadence
  /// The due day and time.
  package var rule: String
  /// The time zone's name.
  package var zone = Zone.vietNam
  /// Which days' data a report holds.
  package var window = DataWindow.decree
  /// `folder:PATH`, `print:PRINTER`.
  package var destinations: [String] = []
  /// The name of files.
  package var output = Job.defaultOutput
  /// Single values, `path=value`.
  package var values: [String] = []
  /// Folders from which the template may read files.
  package var roots: [String] = []

  /// A draft of what must be said; the rest has defaults.
  package init(name: String, template: String, source: String, cadence: Cadence, rule: String) {
    self.name = name
    self.template = template
    self.source = source
    self.cadence = cadence
    self.rule = rule
  }

  /// The job, with every part looked at: name, due day, time zone, template, names of files, destinations.
  ///
  /// Paths become absolute, as runs begin in other folders.
  package func job(
    installation: Installation,
    destinations places: any Destinations,
    since: Instant
  ) throws(RenderError) -> Job {
    try checkName()
    let found = try Template.find(template, in: installation)
    guard found.path != "-" else {
      throw RenderError(.input, "a job cannot read its template from standard input", help: "name a file or a folder")
    }
    var job = Job(
      name: name,
      template: isFile(template) || isFolder(template) ? absolutePath(template) : template,
      source: try readSource(),
      each: each ?? (source == "kpi" ? "organisation" : ""),
      rule: try DueRule(rule, every: cadence),
      since: since
    )
    job.zone = try Zone(named: zone).name
    job.window = window
    job.output = try DocumentName(output).pattern
    job.values = values
    for root in roots {
      guard isFolder(root) else {
        throw RenderError(.input, "the folder '\(root)' of --root does not exist", path: root)
      }
      job.roots.append(absolutePath(root))
    }
    job.destinations = try readDestinations(places)
    return job
  }

  private func checkName() throws(RenderError) {
    let isFit = name.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F } && !name.hasPrefix("-")
    guard isFit, !name.isEmpty, name.utf8.count <= 100 else {
      throw RenderError(.input, "'\(name)' is no name of a job", help: "write one word, such as kpi-thang")
    }
  }

  private func readSource() throws(RenderError) -> Job.Source {
    if source == "kpi" {
      guard each == nil || each == "organisation" else {
        throw RenderError(.input, "the indicators have no '\(each ?? "")'", help: "write --each organisation")
      }
      guard cadence != .week else {
        throw RenderError(.input, "the indicators have no weeks", help: "write --every month, quarter, half or year")
      }
      return .kpi
    }
    guard isFile(source) else {
      let help = nearestFile(to: source).map { "did you mean '\($0)'?" } ?? "name a data file, or kpi"
      throw RenderError(.input, "there is no data file '\(source)'", path: source, help: help)
    }
    return .file(absolutePath(source))
  }

  private func readDestinations(_ places: any Destinations) throws(RenderError) -> [DestinationName] {
    var names: [DestinationName] = []
    for text in destinations {
      var name = try DestinationName(text)
      if name.kind == .folder { name.place = absolutePath(name.place) }
      try places.destination(name).check()
      guard !names.contains(name) else {
        throw RenderError(.input, "'\(name)' is named twice", help: "name each destination once")
      }
      names.append(name)
    }
    guard !names.isEmpty else {
      throw RenderError(.input, "no destination is named", help: "write --deliver folder:PATH or print:PRINTER")
    }
    return names
  }
}

/// The path from the root of the file system, without symbolic links where the file is there.
package func absolutePath(_ path: String) -> String {
  if let canonical = canonicalPath(path) { return canonical }
  if path.hasPrefix("/") { return path }
  return joined(canonicalPath(".") ?? "/", path)
}

/// The path of this program.
package func absoluteProgram() throws(RenderError) -> String {
  guard let path = canonicalPath("/proc/self/exe") else {
    throw RenderError(.surroundings, "the path of this program is not known", help: "mount /proc")
  }
  return path
}

private func isFolder(_ path: String) -> Bool {
  var facts = stat()
  return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
}

private func isFile(_ path: String) -> Bool {
  var facts = stat()
  return stat(path, &facts) == 0 && facts.st_mode & S_IFMT != S_IFDIR
}
