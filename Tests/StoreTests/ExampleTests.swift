import GRDB
import Store
import TestSupport
import Testing

/// The example of the target's catalogue: `Store.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("store.sqlite")
    let migrations = StoreMigrations(
      subject: "note",
      steps: [("1-create", "CREATE TABLE note_text (text TEXT NOT NULL) STRICT")]
    )
    let store = try Store(path: path, access: .write, migrations: migrations)
    try store.write { try $0.execute(sql: "INSERT INTO note_text VALUES ('tháng 6')") }
    let again = try Store(path: path, access: .read, migrations: migrations)
    let text = try again.read { try String.fetchOne($0, sql: "SELECT text FROM note_text") }
    #expect(text == "tháng 6")
  }
}
