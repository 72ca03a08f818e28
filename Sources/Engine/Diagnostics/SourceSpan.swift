/// Names one source text of a run: an index into its ``SourceTable``.
public struct SourceID: Sendable, Hashable {
  /// Index of the source in its table, from 0.
  public let index: Int32

  /// The source at `index` of its table.
  public init(index: Int32) {
    self.index = index
  }
}

/// A stretch of one source text, in UTF-8 bytes.
public struct SourceSpan: Sendable, Hashable {
  /// The text this is a stretch of.
  public var source: SourceID
  /// First byte, from 0.
  public var offset: Int32
  /// Number of bytes; 0 marks a place between two bytes.
  public var length: Int32

  /// `length` bytes of `source` from `offset`.
  public init(source: SourceID, offset: Int, length: Int) {
    self.source = source
    self.offset = Int32(clamping: offset)
    self.length = Int32(clamping: length)
  }
}

/// Where a span begins, as people count: lines and columns from 1, columns in characters.
public struct SourceLocation: Sendable, Hashable {
  /// The path as the user would write it.
  public var path: String
  /// Line, from 1.
  public var line: Int
  /// Column in characters, from 1.
  public var column: Int
}
