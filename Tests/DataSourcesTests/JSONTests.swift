import Diagnostics
import Testing
import Values

@Suite struct JSONTests {
  @Test("values of every kind, numbers exactly")
  func values() {
    let text = #"{"a": [1, -2.50, 1e2, 0.1], "b": {"x": true, "y": null}, "c": "\u0111\ud83d\ude00\n\"đ"}"#
    let result = read(text, as: "a.json")
    #expect(result.value?.dump == "{a: [1, -2.50, 100, 0.1], b: {x: true, y: null}, c: 'đ😀\n\"đ'}")
    #expect(result.found == [])
  }

  @Test("each value has its pointer and its bytes")
  func places() throws {
    let text = "{\"đ\": [1,\n {\"a/b\": 25}]}"
    let value = try #require(read(text, as: "a.json").value)
    let place = try #require(value.value(at: ValuePath([.key("đ"), .index(1), .key("a/b")]))?.place)
    #expect(place.pointer == "/đ/1/a~1b")
    #expect(place.span.offset == 20)  // {"đ": [1,\n is 11 bytes, then ` {"a/b": ` 9
    #expect(place.span.length == 2)
  }

  @Test(
    "mistakes are told with place and remedy",
    arguments: [
      ("{\"a\": 1,}", "data-json-syntax 1:9", "JSON allows no comma after the last member"),
      ("[1,]", "data-json-syntax 1:4", "JSON allows no comma after the last item"),
      ("{\n'a': 1}", "data-json-syntax 2:1", "JSON allows no comma after the last member"),
      ("{\"a\": 'x'}", "data-json-syntax 1:7", "JSON takes double quotes only"),
      ("{\"a\": 01}", "data-json-syntax 1:7", "quote codes and telephone numbers to keep them as texts"),
      ("{\"a\": // x\n1}", "data-json-syntax 1:7", "JSON has no comments"),
      ("{\"a\": \"x}", "data-json-syntax 1:7", "add the closing quote"),
      ("{\"a\" 1}", "data-json-syntax 1:6", "write \"key\": value"),
      ("{\"a\": 1, \"a\": 2}", "data-duplicate-key 1:10", "keep one of the two"),
      ("{} {}", "data-json-syntax 1:4", "keep one value a file"),
      ("[\"\\x\"]", "data-json-syntax 1:3", "a backslash is written \\\\"),
      ("[\"\\ud800\"]", "data-json-syntax 1:9", "write the character"),
      ("[nul]", "data-json-syntax 1:2", "did you mean null? texts stand in double quotes"),
      ("", "data-json-syntax 1:1", "was it cut off?"),
      ("{\"a\": 1", "data-json-syntax 1:8", "members are parted by commas"),
    ]
  )
  func mistakes(text: String, found: String, help: String) {
    let result = read(text, as: "a.json")
    #expect(result.found == [found])
    #expect(result.helps == [help])
  }

  @Test("300 brackets are too deep")
  func depth() {
    #expect(read(String(repeating: "[", count: 300), as: "a.json").found == ["data-depth 1:257"])
  }
}
