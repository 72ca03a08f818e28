import Diagnostics
import Testing
import Values

@Suite struct YAMLTests {
  @Test(
    "scalars mean what was written",
    arguments: [
      ("1", "1"), ("-12.50", "-12.50"), ("1e3", "1000"), ("0.1", "0.1"), ("01", "'01'"), ("0912345678", "'0912345678'"),
      ("+84", "'+84'"), ("2020-05-29", "'2020-05-29'"), ("95,5", "'95,5'"), ("true", "true"), ("no", "'no'"),
      ("~", "null"), ("", "null"), ("'5'", "'5'"), ("\"5\"", "'5'"), ("!!str 5", "'5'"), ("12:30", "'12:30'"),
      ("0x1F", "'0x1F'"), (".5", "'.5'"), ("123456789012345678901234567890", "123456789012345678901234567890"),
      ("0.123456789012345678", "0.123456789012345678"), ("1_000", "'1_000'"), (".inf", "'.inf'"),
    ]
  )
  func scalars(text: String, expected: String) {
    let result = read("a: \(text)\n", as: "a.yaml")
    #expect(result.value?.dump == "{a: \(expected)}")
    #expect(result.found == [])
  }

  @Test("maps, lists, block texts and merges")
  func structure() {
    let text = """
      base: &b {x: 1, y: 2}
      all:
        - <<: *b
          y: 3
        - *b
      text: |
        một
        hai
      họ tên: Nguyễn Văn A
      """
    let result = read(text, as: "a.yaml")
    #expect(
      result.value?.dump
        == "{base: {x: 1, y: 2}, all: [{y: 3, x: 1}, {x: 1, y: 2}], text: 'một\nhai\n', họ tên: 'Nguyễn Văn A'}"
    )
    #expect(result.found == [])
  }

  @Test("each value has its place and its pointer, in files with any line ends")
  func places() throws {
    let text = "\u{FEFF}đại hội:\r\n  - tên: |\r\n      a\r\n      b\r\n    số: 12\r\n"
    let result = read(text, as: "a.yaml")
    let path = try #require(ValuePath("['đại hội'][0].số"))
    let place = try #require(result.value?.value(at: path)?.place)
    #expect(place.pointer == "/đại hội/0/số")
    let bytes = Array(text.utf8)
    let (start, length) = (Int(place.span.offset), Int(place.span.length))
    #expect(String(decoding: bytes[start..<start + length], as: UTF8.self) == "12")
  }

  @Test(
    "mistakes are told with place and remedy",
    arguments: [
      ("a: 1\nb: 2\na: 3\n", "data-duplicate-key 3:1", "keep one of the two"),
      ("a:\n\tb: 1\n", "data-yaml-syntax 2:1", "indent with spaces"),
      ("a: b: c\n", "data-yaml-syntax 1:5", "quote a text that has ': '"),
      ("a: \"x\nb: 1\n", "data-yaml-syntax 3:1", "close it; a quote inside single quotes is doubled"),
      ("a: @x\n", "data-yaml-syntax 1:4", "put the text in quotes"),
      ("a: [1, 2\nb: 3\n", "data-yaml-syntax 2:2", "close the bracket, and quote texts that hold , [ ] { or }"),
      ("a: *x\n", "data-yaml-alias 1:4", "a text that begins with * needs quotes"),
      ("a: &abc 1\nb: *abd\n", "data-yaml-alias 2:4", "did you mean '*abc'?"),
      ("a: !!binary x\n", "data-yaml-tag 1:4", "remove it, or quote a text that begins with !"),
      ("{{ a }}: 1\n", "data-yaml-syntax 1:1", "a text in {{ }} or beginning with [ or { needs quotes"),
      ("a: 1\n---\nb: 1\n", "data-yaml-syntax 2:1", "keep one document a file: remove the line '---'"),
      (
        "a: 0.12345678901234567891\n", "data-number 1:4",
        "round it to 18 digits after the mark, or quote it to make it a text"
      ),
      ("- 1\n b: 2\n", "data-yaml-syntax 2:3", "quote a text that has ': '"),
    ]
  )
  func mistakes(text: String, found: String, help: String) {
    let result = read(text, as: "a.yaml")
    #expect(result.found == [found])
    #expect(result.helps == [help])
  }

  @Test("keys that differ only in composition are duplicates")
  func canonicalDuplicates() {
    #expect(read("t\u{1EC9}nh: 1\nti\u{309}nh: 2\n", as: "a.yaml").found == ["data-duplicate-key 2:1"])
  }

  @Test("aliases of aliases do not grow without bound")
  func laughs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      text +=
        "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    #expect(read(text, as: "a.yaml").found.map { $0.split(separator: " ").first } == ["data-yaml-alias"])
  }

  @Test("300 brackets are too deep")
  func depth() {
    #expect(read(String(repeating: "[", count: 300), as: "a.yaml").found == ["data-depth 1:257"])
  }
}
