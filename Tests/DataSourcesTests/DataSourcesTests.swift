import DataSources
import Diagnostics
import Files
import Glibc
import Testing
import Values

@Suite struct DataSourcesTests {
  /// Files of one test: names and texts.
  private func run(_ files: [(String, String)], _ arguments: [String], _ settings: [String] = []) throws
    -> (dump: String, found: [String])
  {
    var template = Array("/tmp/vanban-data-XXXXXX".utf8CString)
    let folder = String(cString: try #require(mkdtemp(&template)))
    defer {
      for (name, _) in files { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    for (name, text) in files {
      let file = try #require(fopen("\(folder)/\(name)", "w"))
      fputs(text, file)
      fclose(file)
    }
    let loader = FileLoader()
    var diagnostics = DiagnosticList()
    let data = arguments.map { argument in
      let parts = argument.split(separator: "=").map(String.init)
      return DataArgument(parts.count == 2 ? "\(parts[0])=\(folder)/\(parts[1])" : "\(folder)/\(argument)")
    }
    let value = readData(data, settings: settings, loader: loader, diagnostics: &diagnostics)
    return (value.dump, described(diagnostics, loader.sources))
  }

  @Test("files are merged in order, named ones under their name, settings last")
  func merging() throws {
    let files = [("a.yaml", "x: {p: 1, q: 2}\n"), ("b.json", "{\"x\": {\"q\": 3}}"), ("c.csv", "n\n1\n")]
    let result = try run(files, ["a.yaml", "b.json", "rows=c.csv"], ["x.r=a: b", "rows[0].n='5'", "k=[1, 2]", "d=01"])
    #expect(result.dump == "{x: {p: 1, q: 3, r: 'a: b'}, rows: [{n: '5'}], k: [1, 2], d: '01'}")
    #expect(result.found == [])
  }

  @Test("a list needs a name, a setting a path, a file to exist")
  func mistakes() throws {
    let result = try run([("c.csv", "n\n1\n")], ["c.csv", "no.yaml"], ["x", "c[5]=1"])
    #expect(result.found == ["data-root 1:1", "file-not-found -", "data-path 1:1", "data-path 1:1"])
  }

  @Test("an empty file adds nothing")
  func empty() throws {
    let result = try run([("a.yaml", "# nothing\n")], ["a.yaml"])
    #expect(result.dump == "{}")
    #expect(result.found == [])
  }

  @Test(
    "what is no UTF-8 text is told so",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0], "a.yaml", "data-encoding 1:1"),
      ([0x61, 0x3A, 0x0A, 0x62, 0xE1], "a.yaml", "data-encoding 2:2"),
      ([0x50, 0x4B, 3, 4], "a.csv", "data-format 1:1"), ([0x61], "a.xlsx", "data-format 1:1"),
      ([0x61], "a.txt", "data-format 1:1"), ([0x61, 0, 0x62, 0], "a.json", "data-encoding 1:2"),
      ([0x61, 0xED, 0xA0, 0x80], "a.csv", "data-encoding 1:2"), ([0xC0, 0x80], "a.csv", "data-encoding 1:1"),
    ] as [([UInt8], String, String)]
  )
  func encodings(bytes: [UInt8], path: String, found: String) {
    let result = read(bytes: bytes, as: path)
    #expect(result.value == nil)
    #expect(result.found == [found])
  }

  @Test("100,000 rows on one line of JSON or in YAML take time that grows with their number only")
  func large() {
    let json = "[" + (0..<100_000).map { "{\"a\":\($0)}" }.joined(separator: ",") + "]"
    #expect(read(json, as: "a.json").value?.list?.count == 100_000)
    #expect(read(json, as: "a.yaml").value?.list?.last?.dump == "{a: 99999}")
  }
}
