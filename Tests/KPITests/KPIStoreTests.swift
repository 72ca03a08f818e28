import Diagnostics
import KPI
import Store
import TestSupport
import Testing
import Values

@Suite struct KPIStoreTests {
  private let folder: TemporaryFolder
  private let path: String
  private let store: KPIStore

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("kpi.sqlite")
    store = try KPIStore(path: path, access: .write)
    var files = Files()
    files.add("d.yaml", definitions)
    #expect(try files.record(in: store)?.definitions == KPIOutcome.Counts(added: 5, changed: 0, unchanged: 0))
  }

  private func record(_ text: String, why reason: String? = nil, at time: String = "2026-01-20T08:00:00Z") throws
    -> (outcome: KPIOutcome?, reports: [String])
  {
    var files = Files()
    files.add("a.csv", "organisation,indicator,period,value\n" + text)
    let outcome = try files.record(in: store, why: reason, at: time)
    return (outcome, files.reports)
  }

  private func value(_ indicator: String, _ text: String) throws -> Decimal? {
    try store.load().recorded("A", indicator, period(text))
  }

  @Test("what is recorded is kept exactly, and the same file again changes nothing")
  func idempotent() throws {
    let rows = "A,HS,2025-06,5\nA,NS,2025-06,\"0,10\"\nA,NS,2025-07,123456789012345678.25\nB,HS,2025-06,\n"
    let first = try record(rows)
    #expect(first.reports == [])
    #expect(first.outcome?.values == KPIOutcome.Counts(added: 3, changed: 0, unchanged: 0))
    #expect(first.outcome?.missing == 1)
    #expect(try value("NS", "2025-07")?.description == "123456789012345678.25")
    #expect(try value("NS", "2025-06")?.description == "0.10")
    let bytes = try store.history(.value, at: RevisionFilter(organisation: nil, indicator: nil, period: nil))
    let again = try record(rows, at: "2026-02-01T00:00:00Z")
    #expect(again.outcome?.values == KPIOutcome.Counts(added: 0, changed: 0, unchanged: 3))
    #expect(again.outcome?.changesNothing == true)
    #expect(try store.history(.value, at: RevisionFilter(organisation: nil, indicator: nil, period: nil)) == bytes)
  }

  @Test("one bad row keeps all others out")
  func allOrNothing() throws {
    let outcome = try record("A,HS,2025-06,5\nA,HS,2025-07,x\n")
    #expect(outcome.outcome == nil)
    #expect(outcome.reports == ["a.csv:3:14: 'x' is no number"])
    #expect(try value("HS", "2025-06") == nil)
  }

  @Test("a change without a reason is refused, all of it; with one the old value stays in the history")
  func corrections() throws {
    _ = try record("A,HS,2025-06,5\n")
    let refused = try record("A,HS,2025-07,1\nA,HS,2025-06,6\n")
    #expect(refused.outcome == nil)
    #expect(refused.reports == ["a.csv:3:14: the value of HS, A, 2025-06 is '5' in the store, and '6' here"])
    #expect(try value("HS", "2025-07") == nil)
    let corrected = try record("A,HS,2025-06,6\n", why: "đếm lại", at: "2026-02-01T00:00:00Z")
    #expect(corrected.outcome?.values == KPIOutcome.Counts(added: 0, changed: 1, unchanged: 0))
    let withdrawn = try record("A,HS,2025-06,\n", why: "chưa chốt", at: "2026-03-01T00:00:00Z")
    #expect(withdrawn.outcome?.values.changed == 1)
    #expect(try value("HS", "2025-06") == nil)
    let filter = RevisionFilter(organisation: "A", indicator: "HS", period: period("2025-06"))
    let history = try store.history(.value, at: filter)
    #expect(history.map(\.text) == ["5", "6", nil])
    #expect(history.map { $0.note.reason } == [nil, "đếm lại", "chưa chốt"])
    #expect(history.map(\.note.author) == ["Lan", "Lan", "Lan"])
    #expect(history.map(\.note.recorded).last == "2026-03-01T00:00:00Z")
  }

  @Test("the same number with other noughts is no change")
  func sameNumber() throws {
    _ = try record("A,TL,2025-06,95.5\n")
    #expect(try record("A,TL,2025-06,\"95,50\"\n").outcome?.changesNothing == true)
  }

  @Test("many rows are compared as a whole, few one by one: with the same result")
  func manyRows() throws {
    let rows = (1...300).map { "A,HS,\(1700 + $0)-01,\($0)\n" }.joined()
    #expect(try record(rows).outcome?.values.added == 300)
    #expect(try record(rows).outcome?.values.unchanged == 300)
    #expect(try record(rows.replacing("A,HS,1701-01,1\n", with: "A,HS,1701-01,2\n")).reports.count == 1)
  }

  @Test("writers at once lose nothing, and wait for each other")
  func writers() async throws {
    let path = path
    let failures = await withTaskGroup(of: String?.self) { group in
      for writer in 1...6 {
        group.addTask {
          do {
            let store = try KPIStore(path: path, access: .write)
            for month in 1...6 {
              var files = Files()
              files.add("w.csv", "organisation,indicator,period,value\nA,HS,\(2000 + writer)-0\(month),\(month)\n")
              guard try files.record(in: store) != nil else { return "\(files.reports)" }
            }
            return nil
          } catch {
            return "\(error)"
          }
        }
      }
      return await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(failures.compactMap(\.self) == [])
    #expect(try store.load().values.count == 36)
  }

  @Test("two corrections at once of one value: the second sees the first, and both stay")
  func twoCorrections() async throws {
    _ = try record("A,HS,2025-06,5\n")
    let path = path
    await withTaskGroup(of: Void.self) { group in
      for value in 6...9 {
        group.addTask {
          var files = Files()
          files.add("w.csv", "organisation,indicator,period,value\nA,HS,2025-06,\(value)\n")
          if let store = try? KPIStore(path: path, access: .write) { _ = try? files.record(in: store, why: "\(value)") }
        }
      }
    }
    let filter = RevisionFilter(organisation: "A", indicator: "HS", period: period("2025-06"))
    let history = try store.history(.value, at: filter)
    #expect(Set(history.map(\.text)) == ["5", "6", "7", "8", "9"])
    #expect(try value("HS", "2025-06")?.description == history.last?.text)
  }

  @Test("definitions that change are written over, and new ones come last")
  func definitionsChange() throws {
    var files = Files()
    files.add(
      "d.yaml",
      "indicators:\n  - {code: XX, name: Mới}\n  - {code: HS, name: Hồ sơ tiếp nhận}\nsettings: {met: 95}\n"
    )
    #expect(try files.record(in: store)?.definitions == KPIOutcome.Counts(added: 1, changed: 2, unchanged: 0))
    let data = try store.load()
    #expect(data.indicators.map(\.code) == ["HS", "TL", "NS", "XX"])
    #expect(data.indicators.first?.name == "Hồ sơ tiếp nhận")
    #expect(data.indicators.first?.unit == "hồ sơ")  // what a file does not say stays
    #expect(data.settings.met == decimal("95"))
  }

  @Test("what is exported imports as the same, in each format", arguments: ["csv", "json", "yaml"])
  func export(format: String) throws {
    _ = try record("A,HS,2025-06,5\nA,NS,2025-06,\"1,2340\"\nB,TL,2025-Q2,95.55\n")
    var more = Files()
    more.add(
      "m.yaml",
      """
      settings: {window: 1, tolerance: 2.5}
      targets:
        - {indicator: TL, period: 2025, target: từ 90 trở lên}
        - {organisation: A, indicator: NS, period: 2025, target: "6,6-6,825"}
      comments:
        - {organisation: A, period: 2025-06, text: "Hai dòng:\\n\\"một\\", hai; ba"}
      """
    )
    #expect(try more.record(in: store) != nil)
    #expect(more.reports == [])
    let tables = try store.load().exported()
    let text =
      switch format {
      case "csv": writtenCSV(tables)
      case "json": writtenJSON(tables)
      default: writtenYAML(tables)
      }
    let copy = try KPIStore(path: folder.path("copy.sqlite"), access: .write)
    var files = Files()
    files.add("e.\(format)", text, numbers: format == "json" ? .plain : .careful)
    #expect(try files.record(in: copy) != nil)
    #expect(!files.diagnostics.hasErrors)
    #expect(try copy.load().exported() == tables)
    #expect(try files.record(in: copy)?.changesNothing == true)
  }

  @Test("of one organisation only its own values are read, and the targets of all")
  func scope() throws {
    _ = try record("A,HS,2025-06,5\nB,HS,2025-06,6\n")
    var more = Files()
    more.add(
      "m.yaml",
      "targets:\n  - {indicator: HS, period: 2025, target: 9}\n  - {organisation: B, indicator: HS, period: 2025, target: 8}\n"
    )
    #expect(try more.record(in: store) != nil)
    let data = try store.load(organisation: "A")
    #expect(data.values.count == 1)
    #expect(data.target("A", "HS", period("2025")) == .number(decimal("9")))
    #expect(data.target("B", "HS", period("2025")) == .number(decimal("9")))
  }
}
