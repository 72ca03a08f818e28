import Diagnostics
import Markup
import Testing
import Values

@testable import Templates

@Suite struct ExpressionTests {
  private let data = placed(
    map([
      "n": number("1234.5"), "họ_tên": text("Nguyễn Văn A"), "note": Value(.null), "yes": Value(.bool(true)),
      "items": list(number("3"), number("1")), "person": map(["name": text("An"), "năm sinh": number("1990")]),
      "delegates": list(
        map(["name": text("Nguyễn Văn A"), "unit": text("Hà Nội"), "votes": number("10")]),
        map(["name": text("Trần Thị B"), "unit": text("Huế"), "votes": number("5.5")])
      ),
    ])
  )

  @Test(
    "expressions print their value",
    arguments: [
      ("n", "1234,5"), ("họ_tên", "Nguyễn Văn A"), ("items[0]", "3"), ("person['năm sinh']", "1990"),
      ("person.name ~ ' ' ~ 1.50", "An 1,50"), ("1 + 2 * 3 - 4 / 8", "6,5"), ("-(7 % 4) + 10", "7"),
      ("0.1 + 0.2 == 0.3 ? 'đúng' : 'sai'", "đúng"), ("not (1 > 2) and yes ? 1 : 0", "1"),
      ("1 in items and 2 not in items ? 'a' : 'b'", "a"), ("'An' in họ_tên ? 1 : 2", "2"),
      ("note == null ? 1 : 2", "1"), ("'Ánh' < 'Ân' ? 1 : 2", "1"), ("[1, 2, 3][2]", "3"), ("'{{'", "{{"),
      ("'}}' ~ \"'\"", "}}'"), ("\u{A0}1 / 3", "0,333333333333333333"), ("missing.a.b | default('?')", "?"),
      ("note | default(0)", "0"), ("note | exists | choose('có', 'không')", "không"),
      ("n | default(missing)", "1234,5"),
    ]
  )
  func print(_ expression: String, _ wanted: String) throws {
    let result = try expanding("{{ \(expression.split(separator: "<").joined(separator: "&lt;")) }}", with: data)
    #expect(result.mistakes == [])
    #expect(result.markup == wanted)
  }

  @Test("every filter prints its own example", arguments: filterTable.map(\.name))
  func examples(_ name: String) throws {
    let filter = try #require(filterTable.first { $0.name == name })
    let data = map([
      "delegates": list(
        map(["name": text("Nguyễn Văn A"), "unit": text("Hà Nội")]),
        map(["name": text("Trần Thị B"), "unit": text("Huế")])
      )
    ])
    let expression = filter.example.expression.split(separator: "<").joined(separator: "&lt;")
    let result = try expanding("{{ \(expression) }}", with: data)
    #expect(result.mistakes == [])
    #expect(result.markup == filter.example.result)
    #expect(filterReference().contains("| `\(filter.usage)` | "))
  }

  @Test(
    "filters take their arguments",
    arguments: [
      ("1234567.891 | number", "1.234.567,891"), ("1234.5 | number(0)", "1.235"), ("1234 | number(0, false)", "1234"),
      ("-1234 | number", "-1.234"), ("-123 | number", "-123"), ("95 | percent", "95%"),
      ("24 | words('bốn')", "hai mươi bốn"),
      ("1105 | words('đồng', 'lẻ', 'ngàn')", "một ngàn một trăm lẻ năm đồng"),
      ("'2026-01-09' | date", "ngày 09 tháng 01 năm 2026"), ("'29/5/2020' | date('ngắn')", "29/5/2020"),
      ("'2020-05-29' | date('dd-MM-yyyy')", "29-05-2020"), ("delegates | sum('votes')", "15,5"),
      ("delegates | sort('votes') | pluck('name') | first", "Trần Thị B"), ("delegates | max('votes')", "10"),
      ("[] | first | default('không')", "không"), ("['Ước', 'Đức', 'Dung'] | sort | join(' ')", "Dung Đức Ước"),
      ("['b', 'a'] | last", "a"), ("-7 | pad(3)", "-007"), ("45 | ordinal", "thứ bốn mươi lăm"),
    ]
  )
  func filters(_ expression: String, _ wanted: String) throws {
    let result = try expanding("{{ \(expression) }}", with: data)
    #expect(result.mistakes == [])
    #expect(result.markup == wanted)
  }

  @Test(
    "a mistake says where it is and what would be right",
    arguments: [
      ("họ_ten", "1:4 template-unknown-name: the data has no 'họ_ten' | did you mean 'họ_tên'?"),
      ("person.nam", "1:4 template-missing-field: /person has no field 'nam' | did you mean 'name'?"),
      ("items[5]", "1:4 template-missing-field: the list has no item 5 | its items are 0 to 1"),
      ("n | numbr", "1:8 template-unknown-filter: there is no filter 'numbr' | did you mean 'number'?"),
      (
        "n | number(1, true, 3)",
        "1:8 template-wrong-argument-count: the filter 'number' got 3 arguments | write number(decimals?, group?)"
      ),
      (
        "họ_tên | number",
        "1:4 template-wrong-type: 'number' works on a number, and this is a text | write the number in the data without quotes or unit"
      ),
      (
        "n | number('2')",
        "1:15 template-wrong-type: 'decimals' of 'number' is a number, and this is a text | write number(decimals?, group?)"
      ),
      (
        "n | number(19)",
        "1:15 template-wrong-value: 'decimals' of 'number' is a whole number from 0 to 18 | write a number from 0 to 18"
      ),
      (
        "note",
        "1:4 template-not-printable: nothing at /note cannot be printed | write | default('...') for what to print instead"
      ),
      ("yes", "1:4 template-not-printable: true or false at /yes cannot be printed | write | choose('có', 'không')"),
      (
        "items",
        "1:4 template-not-printable: a list at /items cannot be printed | write | join(', '), or repeat an element with vb:each"
      ),
      (
        "person",
        "1:4 template-not-printable: a map at /person cannot be printed | name one of its fields, as in map.field"
      ),
      (
        "'a' + 1",
        "1:4 template-wrong-type: arithmetic is done with numbers, and this is a text | write ~ to join texts"
      ),
      ("n / 0", "1:4 template-arithmetic: a division by zero | ask first, as in n == 0 ? 0 : a / n"),
      (
        "n == 'a'",
        "1:4 template-wrong-type: a number is compared with a text | compare values of one type; texts stand in quotes"
      ),
      ("n = 1", "1:6 template-bad-expression: found '=' where '}}' or a filter is wanted | write == to compare"),
      ("(n", "1:7 template-bad-expression: found '}}' where ')' is wanted | ')' comes here"),
      (
        "'abc",
        "1:4 template-bad-expression: found a text without its closing quote where a name, a text or a number is wanted | close the text with the quote it begins with"
      ),
      ("n || 1", "1:6 template-bad-expression: found '||' where '}}' or a filter is wanted | write or"),
      (
        "'2020-02-30' | date",
        "1:4 template-wrong-value: '2020-02-30' is not a date | write dates as 2020-05-29 or 29/5/2020"
      ),
      ("'2020-02-28' | date('dai')", "1:24 template-wrong-value: 'dai' is no form of a date | did you mean 'dài'?"),
      ("0 | roman", "1:4 template-wrong-value: 0 has no Roman numeral | Roman numerals go from 1 to 3999"),
      (
        "1.5 | ordinal",
        "1:4 template-wrong-value: 'ordinal' works on whole numbers, and this is 1,5 | write | round(0) before it"
      ),
      (
        "5 | words('a', 'b')",
        "1:19 template-wrong-value: 'b' is no style of reading | write 'tư' or 'bốn', 'linh' or 'lẻ', 'nghìn' or 'ngàn'; the unit comes first"
      ),
      (
        "loop.index",
        "1:4 template-unknown-name: the data has no 'loop' | known here: n, họ_tên, note, yes, items, person, delegates"
      ),
    ]
  )
  func mistakes(_ expression: String, _ wanted: String) throws {
    let result = try expanding("{{ \(expression) }}", with: data)
    #expect(result.mistakes == ["t.xhtml:" + wanted])
  }

  @Test("a missing field names the data's path and the place of its object")
  func missingFieldPlaces() throws {
    let result = try expanding("<p vb:each=\"d in delegates\">{{ d.vote }}</p>", with: data)
    #expect(result.diagnostics.map(\.data) == ["/delegates/0/vote", "/delegates/1/vote"])
    #expect(result.diagnostics.allSatisfy { $0.related != nil })
  }

  @Test("places are right behind entities and line ends")
  func placesBehindEntities() throws {
    let result = try expanding("&nbsp;é\r\n&amp; {{ x }}<p title=\"&lt;&#273; {{ y }}\"/>", with: map([:]))
    #expect(
      result.mistakes == [
        "t.xhtml:2:10 template-unknown-name: the data has no 'x' | no data was given",
        "t.xhtml:2:38 template-unknown-name: the data has no 'y' | no data was given",
      ]
    )
  }

  @Test("an expression without end is reported where it begins")
  func unclosed() throws {
    #expect(
      try expanding("a {{ 1 ").mistakes == [
        "t.xhtml:1:3 template-bad-expression: the expression that begins here has no '}}' | close it with }}, or write {{ '{{' }} for the signs themselves"
      ]
    )
  }

  @Test(
    "nesting without measure is refused, not run into",
    arguments: [
      String(repeating: "(", count: 5000) + "1", String(repeating: "-", count: 5000) + "1",
      String(repeating: "not ", count: 5000) + "true", "1" + String(repeating: " + 1", count: 5000),
      "n" + String(repeating: ".a", count: 5000), "1" + String(repeating: " | exists", count: 5000),
    ]
  )
  func deepNesting(_ expression: String) throws {
    let result = try expanding("{{ \(expression) }}", with: data)
    #expect(result.diagnostics.map(\.code) == ["template-bad-expression"])
    #expect(result.diagnostics.first?.message == "the expression is nested more than 60 deep")
  }
}
