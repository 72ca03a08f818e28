import GRDB
import KPI
import Store
import TestSupport
import Testing

@Suite struct KPIMigrationTests {
  @Test("the tables are made once, and what was recorded can be neither changed nor taken away")
  func appendOnly() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("store.sqlite")
    let store = try Store(path: path, access: .write, migrations: .kpi)
    try store.write { database in
      try database.execute(sql: "INSERT INTO kpi_organisation (code, ordinal, name) VALUES ('A', 1, 'Sở A')")
      try database.execute(
        sql: "INSERT INTO kpi_indicator VALUES ('I', 1, 'Thu ngân sách', 'tỷ đồng', 'up', 1, 'sum', 'linear', 0)"
      )
      try database.execute(
        sql: "INSERT INTO kpi_value VALUES (1, 'A', 'I', '2025-06', '95.50', '2025-06-20T00:00:00Z', 'Lan', NULL)"
      )
    }
    let again = try Store(path: path, access: .write, migrations: .kpi)
    for statement in ["UPDATE kpi_value SET value = '1'", "DELETE FROM kpi_value"] {
      #expect(throws: StoreError.failed(path: path, reason: "values are only added to")) {
        try again.write { try $0.execute(sql: statement) }
      }
    }
    #expect(try again.read { try String.fetchOne($0, sql: "SELECT value FROM kpi_value") } == "95.50")
  }
}
