import Diagnostics
import Geometry
import Graphics
import Testing

/// Codes are compared with what the standard says of every code: its finder patterns, its size, its quiet zone.
@Suite struct QRCodeTests {
  private func element(_ attributes: [String: String]) -> GraphicElement {
    var element = GraphicElement(name: "vb:qr")
    element.attributes = attributes.sorted { $0.key < $1.key }.map { GraphicAttribute(name: $0.key, value: $0.value) }
    return element
  }

  private func code(_ attributes: [String: String], _ found: inout DiagnosticList) throws -> QRCode {
    let graphic = try #require(readGraphic(element(attributes), diagnostics: &found))
    guard case .code(let code) = graphic else { throw NoCode() }
    return code
  }

  private struct NoCode: Error {}

  @Test("a short text makes the smallest code, with a finder pattern in three corners")
  func finders() throws {
    var found = DiagnosticList()
    let code = try code(["text": "VB", "level": "L"], &found)
    #expect(found.all.isEmpty)
    #expect(code.side == 21)  // version 1
    #expect(code.modules.count == 21 * 21)
    let ring = "1111111100000110111011011101101110110000011111111"  // 7 rows of 7 (ISO/IEC 18004, 6.3.3.1)
    for (x, y) in [(0, 0), (14, 0), (0, 14)] {
      var seen = ""
      for row in 0..<7 {
        for column in 0..<7 { seen += code.modules[(y + row) * 21 + x + column] ? "1" : "0" }
      }
      #expect(seen == ring)
    }
  }

  @Test("more error correction makes a larger code", arguments: [("L", 25), ("M", 29), ("Q", 29), ("H", 33)])
  func levels(level: String, side: Int) throws {
    var found = DiagnosticList()
    // 32 bytes: versions 2 (L holds 32), 3 (M holds 42), 3 (Q holds 32), 4 (H holds 34); ISO/IEC 18004, table 7.
    let code = try code(["text": String(repeating: "a", count: 32), "level": level], &found)
    #expect(code.side == side)
    #expect(found.all.isEmpty)
  }

  @Test("the drawn rectangles cover the dark modules, each once, inside the quiet zone")
  func rectangles() throws {
    var found = DiagnosticList()
    let code = try code(["text": "Nghị quyết Đại hội"], &found)
    let modules = Double(code.side + 8)
    let drawing = try draw(.code(code), size: Size(width: modules, height: modules))
    var covered = Array(repeating: 0, count: code.side * code.side)
    for rect in boxes(of: drawing) {
      for row in Int(rect.top) - 4..<Int(rect.bottom) - 4 {
        for column in Int(rect.left) - 4..<Int(rect.right) - 4 { covered[row * code.side + column] += 1 }
      }
    }
    #expect(covered == code.modules.map { $0 ? 1 : 0 })
    #expect(boxes(of: drawing).count * 2 < code.modules.count { $0 })
  }

  @Test("a code stands in the middle of a box that is not square")
  func centred() throws {
    var found = DiagnosticList()
    let code = try code(["text": "VB"], &found)
    // 21 modules and 2 quiet zones of 4 take the 29 pt of the height: modules of 1 pt, (49 - 21) / 2 = 14 at the left.
    let drawing = try draw(.code(code), size: Size(width: 49, height: 29))
    let rects = boxes(of: drawing)
    #expect(rects.map(\.left).min() == 14)
    #expect(rects.map(\.right).max() == 35)
    #expect(rects.map(\.top).min() == 4)
  }

  @Test("what makes no code is reported")
  func mistakes() {
    let long = String(repeating: "đ", count: 1200)  // 2400 bytes; level M holds 2331
    for (attributes, code) in [
      (["text": ""], "graphics-empty-code"), ([:], "graphics-empty-code"),
      (["text": "a", "level": "X"], "graphics-unknown-word"), (["text": long], "graphics-code-too-long"),
    ] {
      var found = DiagnosticList()
      #expect(readGraphic(element(attributes), diagnostics: &found) == nil)
      #expect(found.all.map(\.code) == [code])
    }
    var found = DiagnosticList()
    #expect(readGraphic(element(["text": long, "level": "L"]), diagnostics: &found) != nil)
    #expect(found.all.isEmpty)
  }
}
