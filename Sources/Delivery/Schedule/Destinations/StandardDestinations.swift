package import VanBan

/// The places that this version can deliver to.
package struct StandardDestinations: Destinations {
  /// Places without settings.
  package init() {}

  /// A folder or a printer.
  package func destination(_ name: DestinationName) throws(RenderError) -> any Destination {
    switch name.kind {
    case .folder: FolderDestination(folder: name.place)
    case .print: PrintDestination(printer: name.place)
    }
  }
}
