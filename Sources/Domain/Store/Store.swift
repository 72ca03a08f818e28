import Glibc
package import GRDB

/// The one SQLite file that keeps indicators, their values, and the schedule with its ledger.
///
/// Each subject has its own tables and migrates them itself. The file is in WAL mode and synchronous: a reader waits for
/// nobody, a writer for one other at most ``patience`` seconds, and what is committed survives a loss of power.
package struct Store: Sendable {
  /// What is done with the file.
  package enum Access: Sendable {
    /// It is made where it is missing.
    case write
    /// It must be there and stays as it is.
    case read
  }

  /// The file.
  package let path: String
  private let queue: DatabaseQueue

  /// So many seconds are waited for another process.
  package static let patience = 10

  /// Marks the file as ours in its header (`PRAGMA application_id`): "VnBn".
  static let applicationID = 0x566E_426E

  /// Opens the store at `path` and brings the tables of `migrations` up to date.
  ///
  /// With ``Access/read``, a subject that is not there yet or not up to date is an error like a missing store.
  package init(path: String, access: Access, migrations: StoreMigrations) throws(StoreError) {
    self.path = path
    if access == .read, Glibc.access(path, F_OK) != 0 { throw .notFound(path: path) }
    let folder = parent(of: path)
    if Glibc.access(folder, F_OK) != 0 { throw .noFolder(path: path, folder: folder) }
    do {
      queue = try open(path, access)
      let done = try queue.read { try doneMigrations($0, path: path) }
      if let unknown = migrations.unknown(among: done) { throw StoreError.newer(path: path, migration: unknown) }
      if access == .read {
        if migrations.isPending(after: done) { throw StoreError.notFound(path: path) }
      } else {
        try prepare(migrations, pending: migrations.isPending(after: done))
      }
    } catch {
      throw Self.readable(error, path: path)
    }
  }

  /// Reads from one state of the store, whatever others write meanwhile.
  package func read<Result>(_ work: (Database) throws -> Result) throws(StoreError) -> Result {
    do { return try queue.read(work) } catch { throw StoreError(error, path: path) }
  }

  /// Writes all or nothing: an error leaves the store as it was.
  package func write<Result>(_ work: (Database) throws -> Result) throws(StoreError) -> Result {
    do { return try queue.write(work) } catch { throw StoreError(error, path: path) }
  }

  private func prepare(_ migrations: StoreMigrations, pending: Bool) throws {
    // The switch to WAL is not covered by the busy timeout (sqlite.org/wal.html), so that it is tried again.
    for attempt in 0... {
      do {
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        break
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && attempt < Self.patience * 100 {
        usleep(10_000)
      }
    }
    guard pending else { return }
    try queue.write { database in
      // Read again under the lock: another process may have done the same meanwhile.
      let done = try doneMigrations(database, path: path)
      try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
      try database.execute(
        sql: "CREATE TABLE IF NOT EXISTS vanban_migration (identifier TEXT PRIMARY KEY NOT NULL) STRICT"
      )
      try migrations.run(database, after: done)
    }
  }

  /// SQLite says CANTOPEN for a folder that may not be written: no file beside the store can be made there.
  private static func readable(_ error: any Error, path: String) -> StoreError {
    if let error = error as? DatabaseError, error.resultCode == .SQLITE_CANTOPEN,
      Glibc.access(parent(of: path), W_OK) != 0
    {
      return .readOnly(path: path)
    }
    return StoreError(error, path: path)
  }
}

/// Opens the file; where it is only read, also in a folder in which nothing may be made.
///
/// A reader of a file in WAL mode makes two files beside it. Where it may not, and no log waits to be read, nobody can be
/// writing either, and SQLite may take the file as it is (sqlite.org/wal.html, "read-only databases").
private func open(_ path: String, _ access: Store.Access) throws -> DatabaseQueue {
  // SQLite takes a name that begins like this for a URI.
  let name = path.hasPrefix("file:") ? "./" + path : path
  do {
    let queue = try openQueue(name, access)
    if access == .read { try queue.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") } }
    return queue
  } catch let error as DatabaseError where error.isRefusal && access == .read {
    var log = stat()
    let hasLog = stat(path + "-wal", &log) == 0 && log.st_size > 0
    if hasLog || Glibc.access(parent(of: path), W_OK) == 0 || Glibc.access(path, R_OK) != 0 { throw error }
    let escaped = name.utf8.reduce(into: "") { text, byte in
      let isPlain = byte > 0x20 && byte < 0x7F && !"%?#".utf8.contains(byte)
      text += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return try openQueue("file:\(escaped)?immutable=1", access)
  }
}

extension DatabaseError {
  /// Whether the file, or what would be made beside it, may not be touched.
  fileprivate var isRefusal: Bool {
    resultCode == .SQLITE_CANTOPEN || resultCode == .SQLITE_READONLY
  }
}

private func openQueue(_ path: String, _ access: Store.Access) throws -> DatabaseQueue {
  var configuration = Configuration()
  configuration.busyMode = .timeout(Double(Store.patience))
  configuration.readonly = access == .read
  configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
  return try DatabaseQueue(path: path, configuration: configuration)
}

/// The names of the migrations done; none for a new file.
private func doneMigrations(_ database: Database, path: String) throws -> Set<String> {
  // One statement, not GRDB's tableExists: that asks the schema it has in its cache, which another process may have changed.
  let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
  guard tables.contains("vanban_migration") else {
    if !tables.isEmpty { throw StoreError.foreign(path: path) }
    return []
  }
  return try Set(String.fetchAll(database, sql: "SELECT identifier FROM vanban_migration"))
}

private func parent(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The version of SQLite at work, such as 3.40.1.
package var sqliteVersion: String {
  let number = Int(Database.sqliteLibVersionNumber)
  return "\(number / 1_000_000).\(number / 1000 % 1000).\(number % 1000)"
}
