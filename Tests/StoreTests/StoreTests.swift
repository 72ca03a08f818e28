import Foundation
import GRDB
import Store
import TestSupport
import Testing

@Suite struct StoreTests {
  private let folder: TemporaryFolder
  private let path: String

  private static let create = ("1-create", "CREATE TABLE note_text (text TEXT NOT NULL) STRICT")
  private let first = StoreMigrations(subject: "note", steps: [create])
  private let second = StoreMigrations(
    subject: "note",
    steps: [create, ("2-author", "ALTER TABLE note_text ADD COLUMN author TEXT")]
  )

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("store.sqlite")
  }

  private func error(_ access: Store.Access, _ migrations: StoreMigrations) -> StoreError? {
    do throws(StoreError) {
      _ = try Store(path: path, access: access, migrations: migrations)
      return nil
    } catch {
      return error
    }
  }

  @Test("a store that is not there is made for writing, and missed for reading")
  func missing() throws {
    #expect(error(.read, first) == .notFound(path: path))
    #expect(error(.write, first) == nil)
    #expect(error(.read, first) == nil)
  }

  @Test("the folder of a store is not made")
  func missingFolder() throws {
    let inner = folder.path("none") + "/store.sqlite"
    #expect(throws: StoreError.noFolder(path: inner, folder: folder.path("none"))) {
      try Store(path: inner, access: .write, migrations: first)
    }
  }

  @Test("the file is in WAL mode, synchronous, with foreign keys, and marked as ours")
  func pragmas() throws {
    let store = try Store(path: path, access: .write, migrations: first)
    let values = try store.read { database in
      try ["journal_mode", "synchronous", "foreign_keys", "application_id"].map {
        try String.fetchOne(database, sql: "PRAGMA \($0)") ?? ""
      }
    }
    // 0x566E426E = 1450066542 ("VnBn")
    #expect(values == ["wal", "2", "1", "1450066542"])
  }

  @Test("migrations are added to what is there; a later version's file is refused as it is")
  func migrations() throws {
    #expect(error(.write, first) == nil)
    #expect(error(.read, second) == .notFound(path: path))
    #expect(error(.write, second) == nil)
    #expect(error(.write, first) == .newer(path: path, migration: "note.2-author"))
    #expect(error(.read, first) == .newer(path: path, migration: "note.2-author"))
  }

  @Test("two subjects share a file without knowing of each other")
  func subjects() throws {
    let other = StoreMigrations(subject: "plan", steps: [("1-create", "CREATE TABLE plan_day (day TEXT) STRICT")])
    #expect(error(.write, first) == nil)
    #expect(error(.read, other) == .notFound(path: path))
    #expect(error(.write, other) == nil)
    #expect(error(.write, first) == nil)
  }

  @Test("a step that fails leaves no table behind")
  func failedStep() throws {
    let wrong = StoreMigrations(
      subject: "note",
      steps: [Self.create, ("2-wrong", "ALTER TABLE none ADD COLUMN a TEXT")]
    )
    #expect(error(.write, wrong) == .failed(path: path, reason: "no such table: none"))
    #expect(error(.read, first) == .notFound(path: path))
    #expect(error(.write, first) == nil)
  }

  @Test("a file that is no SQLite file is damaged, and stays as it is")
  func noDatabase() throws {
    try folder.write(
      "store.sqlite",
      "a letter, not a database; long enough to hold more than a header of 100 bytes, which is what SQLite reads first"
    )
    #expect(error(.write, first) == .damaged(path: path, reason: "file is not a database"))
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("a letter"))
  }

  @Test("a database of another program is refused, and stays as it is")
  func foreign() throws {
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE stamp (id INTEGER)") }
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(error(.write, first) == .foreign(path: path))
    #expect(error(.read, first) == .foreign(path: path))
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test("an error inside a transaction undoes all of it")
  func rollback() throws {
    let store = try Store(path: path, access: .write, migrations: first)
    #expect(throws: StoreError.self) {
      try store.write { database in
        try database.execute(sql: "INSERT INTO note_text VALUES ('a')")
        try database.execute(sql: "INSERT INTO note_text VALUES (NULL)")
      }
    }
    #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM note_text") } == 0)
  }

  @Test("many openers at once migrate once")
  func race() async throws {
    let path = path
    let second = second
    let errors = await withTaskGroup(of: StoreError?.self) { group in
      for index in 0..<8 {
        group.addTask {
          do throws(StoreError) {
            let store = try Store(path: path, access: .write, migrations: second)
            try store.write { try $0.execute(sql: "INSERT INTO note_text (text) VALUES ('\(index)')") }
            return nil
          } catch {
            return error
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(errors.compactMap(\.self) == [])
    let store = try Store(path: path, access: .read, migrations: second)
    #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM note_text") } == 8)
  }
}
