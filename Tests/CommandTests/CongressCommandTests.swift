import Foundation
import Testing

/// `vanban congress` and templates with congress data, from the built program.
@Suite struct CongressCommandTests {
  private let command: TestCommand

  init() throws {
    command = try TestCommand()
    try command.write(
      """
      Đại hội: {Đảng bộ: Đảng bộ Sở Mẫu, ngày: 12/6/2025}
      Thành phần: {triệu tập: 3, có mặt: 3}
      Bầu cử:
        - chức danh: Bí thư
          số lượng cần bầu: 1
          danh sách: [Trần Mẫu An]
          các lần bầu:
            - phiếu: {phát ra: 3, thu về: 3, hợp lệ: 3, không hợp lệ: 0}
              kết quả: {Trần Mẫu An: 3}
      """,
      to: "congress.yaml"
    )
    try command.write(
      """
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
      <body><p>{{ election_list[0].elected[0].percent | number(2) }}%</p></body></html>
      """,
      to: "paper/template.xhtml"
    )
    try command.write("title: Thử\ndata: congress\n", to: "paper/template.yaml")
  }

  @Test("data in order is told with what was checked")
  func valid() throws {
    let result = try command.run(["congress", "validate", "congress.yaml"])
    #expect(result.errors == "")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("no errors; "))
    #expect(result.output.hasSuffix("by 190-QĐ/TW: 1 election, 1 round\n"))
    let json = try command.run(["congress", "validate", "congress.yaml", "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["valid"] as? Bool == true)
    #expect(object?["rounds"] as? Int == 1)
  }

  @Test("every broken rule is told with file, line and column, and the status is 1")
  func broken() throws {
    let settings = ["--set", "elections=x"]
    let text = try command.read("congress.yaml").replacingOccurrences(of: "hợp lệ: 3,", with: "hợp lệ: 2,")
    try command.write(text, to: "congress.yaml")
    let result = try command.run(["congress", "validate", "congress.yaml"])
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(
      result.errors.contains("congress.yaml:8:48: error: 2 valid and 0 invalid ballots are 2, not the 3 collected")
    )
    #expect(result.errors.contains("congress.yaml:9:32: error: Trần Mẫu An has 3 votes, and 2 ballots are valid"))
    let json = try command.run(["congress", "validate", "congress.yaml", "--json"])
    #expect(json.errors.contains("\"code\":\"congress-ballots-valid\""))
    #expect(try command.run(["congress", "validate", "congress.yaml"] + settings).status == 1)
    #expect(try command.run(["congress", "validate", "gone.yaml"]).status == 1)
    #expect(try command.run(["congress", "validate"]).status == 64)
    #expect(try command.run(["explain", "congress-ballots-valid"]).output.contains("Source: "))
  }

  @Test("a template with congress data sees figures, and is not set while a rule is broken")
  func render() throws {
    let made = try command.run(["render", "paper", "congress.yaml", "-o", "a.pdf"])
    #expect(made.errors == "")
    #expect(made.status == 0)
    let broken = try command.run(["render", "paper", "congress.yaml", "--set", "attendance.present=4", "-o", "b.pdf"])
    #expect(broken.status == 1)
    #expect(broken.errors.contains("4 are present of 3 convened"))
    #expect(try command.files().contains("a.pdf"))
    #expect(try !command.files().contains("b.pdf"))
  }

  @Test("a manifest with a wrong model or key is refused")
  func manifest() throws {
    try command.write("titel: Thử\ndata: congres\n", to: "paper/template.yaml")
    let result = try command.run(["render", "paper", "congress.yaml", "-o", "a.pdf"])
    #expect(result.status == 1)
    #expect(result.errors.contains("paper/template.yaml:1:1: error: template.yaml has no key 'titel'"))
    #expect(result.errors.contains("paper/template.yaml:2:7: error: 'congres' is no model of data"))
    #expect(result.errors.contains("help: did you mean 'congress'?"))
  }
}
