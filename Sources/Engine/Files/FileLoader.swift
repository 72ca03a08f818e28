package import Diagnostics

/// The one object that reads files: roots, limits, no network, no symbolic link out of a root.
///
/// Not Sendable: one loader a render context, one task.
package final class FileLoader {
  /// The texts read so far, for rendering diagnostics.
  package private(set) var sources = SourceTable()

  package init() {}
}
