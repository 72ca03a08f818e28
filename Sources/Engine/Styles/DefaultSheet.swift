import Diagnostics

/// The style sheet that every document begins with: Resources/default.css, embedded in the binary.
package var defaultStyleSheet: String {
  String(decoding: PackageResources.default_css, as: UTF8.self)
}

/// Makes the property table and the default style sheet, which else the first document of a process makes.
package func prepareStyleTables() {
  _ = DefaultSheet.shared
  _ = PropertyTable.initialSetters
  _ = PropertyTable.longhandIndices
}

/// The default style sheet, read once a process.
struct DefaultSheet: Sendable {
  let sheet: StyleSheet
  let symbols: Symbols
  /// None, unless the file in Resources is wrong; a test holds it to that.
  let diagnostics: DiagnosticList

  static let shared = DefaultSheet()

  private init() {
    var reader = SheetReader(origin: .userAgent, isLenient: false, loader: nil, symbols: Symbols())
    // No source table holds this text: its diagnostics are for the test alone.
    let source = SourceID(index: -1)
    reader.read(SheetReader.Text(bytes: PackageResources.default_css, source: source, base: 0, folder: ""))
    sheet = reader.sheet
    symbols = reader.symbols
    diagnostics = reader.diagnostics
  }
}
