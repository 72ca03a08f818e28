import Files
import Glibc
package import Store

/// Where the store of indicators and schedule is kept.
public enum StoreLocation {
  /// The file where none is named: `$XDG_DATA_HOME/vanban/vanban.sqlite` (XDG Base Directory Specification), in
  /// `~/.local/share` where the variable is not set; in the current folder where there is no home.
  public static var standard: String {
    // The specification asks to ignore a relative path.
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") { return joined(data, "vanban/vanban.sqlite") }
    return joined(environment("HOME") ?? ".", ".local/share/vanban/vanban.sqlite")
  }

  /// The file to use: the one named, else the standard one, whose folders are made (private to the user).
  ///
  /// Folders of a file that was named are not made: a slip of the pen would leave an empty store in a strange place.
  ///
  /// - Throws: ``RenderError`` of kind surroundings where the folders cannot be made.
  public static func prepare(_ named: String?) throws(RenderError) -> String {
    if let named { return named }
    let folder = parentFolder(standard)
    var made = ""
    for name in folder.split(separator: "/", omittingEmptySubsequences: false) {
      made += made.isEmpty && name.isEmpty ? "/" : made.isEmpty || made.hasSuffix("/") ? "\(name)" : "/\(name)"
      if !isFolder(made), mkdir(made, 0o700) != 0, errno != EEXIST {
        throw RenderError(
          .surroundings,
          "the folder '\(made)' of the store cannot be made: \(String(cString: strerror(errno)))",
          path: made,
          help: "name another store with --store"
        )
      }
    }
    return standard
  }
}

extension RenderError {
  /// An error of the store as the face tells it: the surroundings failed.
  package init(store error: StoreError) {
    self.init(.surroundings, error.message, path: error.path, help: error.help)
  }
}
