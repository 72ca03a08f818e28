/// `vb-carry`: where a row of a table stands on pages between which the table is broken.
public enum CarryPlace: String, Sendable, CaseIterable {
  /// With the other rows.
  case none
  /// Below the rows of every piece that goes on.
  case foot
  /// Above the rows of every piece that goes on from an earlier one.
  case head
}

/// `vb-table-split`: what becomes of a table that is wider than its containing block.
public enum TableSplit: String, Sendable, CaseIterable {
  /// It sticks out.
  case none
  /// Its columns are set in groups, one after the other, each on pages of its own.
  case columns
}

/// What `carried-sum()` and `page-sum()` show of a table's sum.
public enum SumScope: Sendable, Hashable {
  /// All rows so far.
  case carried
  /// The rows of this page.
  case page
}
