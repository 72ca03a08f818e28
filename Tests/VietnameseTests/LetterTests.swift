import Testing
import Vietnamese

@Suite struct LetterTests {
  @Test("there are 134 letters beyond ASCII, each one composed scalar, half of them capitals")
  func letterTable() {
    #expect(letters.count == 134)
    #expect(Set(letters.map(\.scalar)).count == 134)
    #expect(letters.count { $0.isUpper } == 67)
    for small in letters where !small.isUpper {
      let capital = small.scalar.properties.uppercaseMapping.unicodeScalars.first
      #expect(capital.flatMap { letter($0) }?.base == small.base)
      // The decomposed spelling is canonically the same character.
      var spelled = String(small.base)
      if let mark = small.tone.mark { spelled.unicodeScalars.append(mark) }
      #expect(spelled == String(small.scalar))
    }
  }

  @Test("casing")
  func casing() {
    #expect(upperCased("nghị quyết đại hội") == "NGHỊ QUYẾT ĐẠI HỘI")
    #expect(lowerCased("ĐẢNG BỘ") == "đảng bộ")
    #expect(titleCased("nguyễn VĂN a - đỗ") == "Nguyễn Văn A - Đỗ")
    #expect(capitalized("«đồng chí»") == "«Đồng chí»")
    #expect(capitalized("45") == "45")
  }

  @Test("syllables sort by letters, then tones")
  func order() {
    let wanted = "Anh Ánh Ân Ấn Dung Dũng Đức Sang Son Sơn Sớn Uy Ước".split(separator: " ").map(String.init)
    #expect(wanted.reversed().sorted { SortKey(text: $0) < SortKey(text: $1) } == wanted)
    let tones = ["ma", "mà", "mả", "mã", "má", "mạ", "mã số", "man"]
    #expect(
      tones.reversed().sorted { SortKey(text: $0) < SortKey(text: $1) } == [
        "ma", "mà", "mả", "mã", "mã số", "má", "mạ", "man",
      ]
    )
  }

  @Test("spelling of tones and composition do not change the order")
  func equalKeys() {
    #expect(SortKey(text: "hòa") == SortKey(text: "hoà"))
    #expect(SortKey(text: "Ước") == SortKey(text: "U\u{31B}o\u{31B}\u{301}c"))
    #expect(SortKey(text: "a") < SortKey(text: "A"))
    #expect(SortKey(text: "A") < SortKey(text: "b"))
    #expect(SortKey(text: "9") < SortKey(text: "a"))
  }

  @Test("persons sort by given, middle, family name")
  func names() {
    let wanted = ["Lê An", "Trần Văn An", "Nguyễn Văn Hoa", "Trần Hòa", "Lê An Hòa", "Nguyễn An Hòa", "Đỗ Yên"]
    #expect(wanted.reversed().sorted { SortKey(personName: $0) < SortKey(personName: $1) } == wanted)
  }

  @Test(
    "the place of a tone is made one for comparing",
    arguments: [
      ("hòa", "hoà"), ("HỦY", "HUỶ"), ("khỏe", "khoẻ"), ("quý", "quý"), ("huỳnh", "huỳnh"), ("hoàn", "hoàn"),
      ("ủy ban Hòa Bình", "uỷ ban Hoà Bình"), ("ho\u{300}a", "hoà"),
    ]
  )
  func tonePlace(_ text: String, _ wanted: String) {
    #expect(normalizedTonePlace(text) == wanted)
  }
}
