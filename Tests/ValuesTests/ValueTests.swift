import Testing
import Values

@Suite struct ValueTests {
  private func map(_ pairs: KeyValuePairs<String, Value>) -> Value {
    var map = ValueMap()
    for (key, value) in pairs { map[key] = value }
    return Value(.map(map))
  }

  private func number(_ integer: Int) -> Value { Value(.number(Decimal(integer))) }

  @Test(
    "paths are read and written back",
    arguments: [("a", "/a"), ("a.b[0].c", "/a/b/0/c"), ("['họ tên']", "/họ tên"), ("a['x/y'][12]", "/a/x~1y/12")]
  )
  func paths(text: String, pointer: String) throws {
    let path = try #require(ValuePath(text))
    #expect(path.pointer == pointer)
    #expect(ValuePath(path.description) == path)
  }

  @Test("what is no path is refused", arguments: ["", ".", "a.", "a..b", "a[", "a[-1]", "a[x]", "[]", "a[0]b"])
  func notPaths(text: String) {
    #expect(ValuePath(text) == nil)
  }

  @Test("merging keeps both sides' keys, and the later value of a shared one")
  func merging() {
    let first = map(["a": map(["x": number(1), "y": number(2)]), "b": Value(.list([number(1)]))])
    let later = map(["a": map(["y": number(3)]), "b": Value(.list([])), "c": Value(.null)])
    let expected = map(["a": map(["x": number(1), "y": number(3)]), "b": Value(.list([])), "c": Value(.null)])
    #expect(first.merged(with: later) == expected)
    #expect(first.merged(with: later).map?.keys == ["a", "b", "c"])
  }

  @Test("composed and decomposed keys are one key")
  func canonicalKeys() {
    var map = ValueMap()
    map["t\u{1EC9}nh"] = number(1)
    map["ti\u{309}nh"] = number(2)
    #expect(map.count == 1)
  }

  @Test("a value is set at a path, and what is missing on the way is made")
  func setting() throws {
    var value = map([:])
    try value.set(number(5), at: #require(ValuePath("a.b[0].c")))
    #expect(value == map(["a": map(["b": Value(.list([map(["c": number(5)])]))])]))
  }

  @Test("a path through a number, or beyond a list's end, is refused")
  func settingRefused() throws {
    var value = map(["a": number(1), "l": Value(.list([]))])
    let intoNumber = try #require(ValuePath("a.b"))
    let beyond = try #require(ValuePath("l[1]"))
    #expect(throws: ValuePathError.notAMap(ValuePath([.key("a")]), kindName: "a number")) {
      try value.set(Value(.null), at: intoNumber)
    }
    #expect(throws: ValuePathError.indexBeyondEnd(ValuePath([.key("l")]), index: 1, count: 0)) {
      try value.set(Value(.null), at: beyond)
    }
  }
}
