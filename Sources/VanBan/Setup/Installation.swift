import Files
import Glibc

/// Where VanBan's own data files are: shipped templates, fonts.yaml, profiles.
public struct Installation: Sendable, Hashable {
  /// The folder that holds `templates/`, `fonts/` and `profiles/`.
  public var home: String

  /// An installation in `home`.
  public init(home: String) {
    self.home = home
  }

  /// The folder of shipped templates.
  public var templates: String { joined(home, "templates") }
  /// The folder of fonts.yaml, into which users drop their own faces.
  public var fonts: String { joined(home, "fonts") }
  /// The folder of dated rules of form.
  public var profiles: String { joined(home, "profiles") }

  /// Finds the data files: in VANBAN_HOME; else in `share/vanban` beside the program's folder; else in a folder above the
  /// program that holds them, as a checkout does; else in the current folder.
  ///
  /// - Throws: ``RenderError`` of kind surroundings where VANBAN_HOME is set but holds no templates.
  public static func find() throws(RenderError) -> Installation {
    if let home = environment("VANBAN_HOME") {
      let installation = Installation(home: home)
      guard installation.isComplete else {
        throw RenderError(
          .surroundings,
          "VANBAN_HOME is '\(home)', which holds no folder templates/",
          path: home,
          help: "set it to the folder that holds templates/ and fonts/, or unset it"
        )
      }
      return installation
    }
    var folder = canonicalPath("/proc/self/exe").map(parentFolder) ?? "."
    let shared = Installation(home: joined(parentFolder(folder), "share/vanban"))
    if shared.isComplete { return shared }
    while folder != "/" && folder != "." {
      if Installation(home: folder).isComplete { return Installation(home: folder) }
      folder = parentFolder(folder)
    }
    return Installation(home: ".")
  }

  private var isComplete: Bool {
    isFolder(templates)
  }
}

/// The value of an environment variable; `nil` where it is not set or empty.
public func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}

/// Whether a folder stands at the path.
func isFolder(_ path: String) -> Bool {
  var facts = stat()
  return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
}

/// Whether a file of any kind but a folder stands at the path.
func isFile(_ path: String) -> Bool {
  var facts = stat()
  return stat(path, &facts) == 0 && facts.st_mode & S_IFMT != S_IFDIR
}
