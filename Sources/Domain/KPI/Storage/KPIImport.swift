package import Diagnostics
import GRDB
package import Store
import Values

/// What an import did.
package struct KPIOutcome: Sendable, Equatable {
  /// What became of the entries of one kind.
  package struct Counts: Sendable, Equatable {
    /// Recorded where there was nothing.
    package var added = 0
    /// Recorded in the place of something else, which stays in the history.
    package var changed = 0
    /// There already.
    package var unchanged = 0

    /// Counts of their parts.
    package init(added: Int = 0, changed: Int = 0, unchanged: Int = 0) {
      self.added = added
      self.changed = changed
      self.unchanged = unchanged
    }
  }

  /// Settings, organisations and indicators.
  package var definitions = Counts()
  /// Targets.
  package var targets = Counts()
  /// Values.
  package var values = Counts()
  /// Comments.
  package var comments = Counts()
  /// Values that the files leave empty.
  package var missing = 0

  /// Whether the store is as it was.
  package var changesNothing: Bool {
    [definitions, targets, values, comments].allSatisfy { $0.added == 0 && $0.changed == 0 }
  }
}

extension KPIStore {
  /// Reads what `read` makes of the store's present state, and records all of it or nothing.
  ///
  /// The state cannot change between reading and recording: no other process writes meanwhile.
  ///
  /// - Returns: `nil` where something was reported and nothing recorded.
  package func record(
    _ note: RevisionNote,
    diagnostics: inout DiagnosticList,
    read: (KPIData, inout DiagnosticList) -> KPIBatch
  ) throws(StoreError) -> KPIOutcome? {
    // What is reported inside must outlive a transaction that is undone.
    var found = DiagnosticList()
    defer { diagnostics.report(contentsOf: found) }
    return try store.write { database in
      let definitions = try readDefinitions(database)
      let batch = read(definitions, &found)
      if found.hasErrors { return nil }
      var recorder = Recorder(database: database, note: note)
      try recorder.record(batch, over: definitions)
      found.report(contentsOf: recorder.diagnostics)
      // An error undoes what was written; it is not one of the store.
      if found.hasErrors { throw Refusal() }
      return recorder.outcome
    } catchingRefusal: {
      nil
    }
  }
}

private struct Refusal: Error {}

extension Store {
  /// Writes all or nothing; a refusal by the work itself undoes it and is no error of the store.
  fileprivate func write<Result>(
    _ work: (Database) throws -> Result,
    catchingRefusal refused: () -> Result
  ) throws(StoreError) -> Result {
    var isRefused = false
    do {
      return try write { database in
        do { return try work(database) } catch let error as Refusal {
          isRefused = true
          throw error
        }
      }
    } catch {
      if isRefused { return refused() }
      throw error
    }
  }
}
