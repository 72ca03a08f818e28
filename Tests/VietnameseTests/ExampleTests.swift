import Testing
import Vietnamese

/// The example of the target's catalogue: `Vietnamese.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    #expect(numberWords(1005) == "một nghìn không trăm linh năm")
    #expect(numberWords(24, style: NumberStyle(four: .bốn)) == "hai mươi bốn")
    #expect(upperCased("Nghị quyết") == "NGHỊ QUYẾT")
    let names = ["Trần Văn Bình", "Lê Thị Ánh", "Nguyễn Văn An"]
    let sorted = names.sorted { SortKey(personName: $0) < SortKey(personName: $1) }
    #expect(sorted == ["Nguyễn Văn An", "Lê Thị Ánh", "Trần Văn Bình"])
  }
}
