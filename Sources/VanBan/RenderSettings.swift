/// What a run is told beside its template.
public struct RenderSettings: Sendable, Hashable {
  /// Data files in order, later ones win: `FILE` or `name=FILE`; `-` is standard input.
  public var data: [String] = []
  /// Single values, `path=value`; they win over the files.
  public var values: [String] = []
  /// Folders from which the template may read files, beside its own and the shipped templates'.
  public var roots: [String] = []
  /// The document's date; without it the data's own is used.
  public var date: DocumentDate?
  /// Whether unknown elements and CSS are warnings.
  public var isLenient = false
  /// Whether characters that no face covers are warnings.
  public var allowsMissingGlyphs = false
  /// The most pages of a document.
  public var maxPages = 20_000
  /// The most bytes of one input file.
  public var maxInput = 64 << 20

  /// The defaults.
  public init() {}
}

/// What was made.
public struct RenderSummary: Sendable, Hashable {
  /// The files written, in order; empty for standard output.
  public var outputs: [String]
  /// How many pages.
  public var pages: Int
  /// How often the document was laid out; more than once only where it shows its own page numbers.
  public var passes: Int
  /// How far the word spaces of the worst justified line are from their natural width, as a share of it.
  public var worstLine: Double
  /// The sample data that was used, as none was given.
  public var sample: String?
  /// Wall time of the whole run.
  public var milliseconds: Double
}
