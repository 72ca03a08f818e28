import Foundation
import Geometry
import Glibc
import Layout
import Styles
import Testing

@testable import VanBan

/// Pages that are painted while the next ones are laid out.
@Suite struct PaintLaneTests {
  private func page(_ number: Int) -> Page {
    Page(number: number, name: "", side: .right, size: Size(width: 100, height: 100))
  }

  /// What a painter on another thread saw; it is read once that thread has ended.
  private final class Seen {
    var numbers: [Int] = []
  }

  @Test("every page arrives once and in order, on another thread or on the same one", arguments: [true, false])
  func order(isBeside: Bool) throws {
    let seen = Seen()
    let lane = PaintLane(isBeside: isBeside) { page throws(RenderError) in seen.numbers.append(page.number) }
    for number in 1...500 { try lane.add(page(number)) }
    try lane.end(isFailed: false)
    #expect(seen.numbers == Array(1...500))
  }

  @Test("what painting fails with is thrown to layout, and no later page is painted", arguments: [true, false])
  func failure(isBeside: Bool) {
    let seen = Seen()
    let lane = PaintLane(isBeside: isBeside) { page throws(RenderError) in
      if page.number == 5 { throw RenderError(.surroundings, "the disk is full") }
      seen.numbers.append(page.number)
    }
    #expect(throws: RenderError.self) {
      for number in 1...500 { try lane.add(page(number)) }
    }
    try? lane.end(isFailed: true)
    #expect(seen.numbers == [1, 2, 3, 4])
  }

  @Test("a failure of the last page is thrown at the end")
  func lastFailure() throws {
    let lane = PaintLane(isBeside: true) { page throws(RenderError) in
      usleep(20_000)
      throw RenderError(.surroundings, "the disk is full")
    }
    try lane.add(page(1))
    #expect(throws: RenderError.self) { try lane.end(isFailed: false) }
  }

  @Test("layout waits for a slow painter, and drops what waits once it has failed itself")
  func slow() throws {
    let seen = Seen()
    let lane = PaintLane(isBeside: true) { page throws(RenderError) in
      usleep(5_000)
      seen.numbers.append(page.number)
    }
    for number in 1...20 { try lane.add(page(number)) }
    try lane.end(isFailed: true)
    #expect(seen.numbers.count >= 20 - 9)
    #expect(seen.numbers.count < 20)
    #expect(seen.numbers == Array(1...seen.numbers.count))
    #expect(lane.waited > 0)
  }

  // Not SVG: Cairo numbers the parts of drawings through the whole process.
  @Test("the bytes are those of pages painted one after the other", arguments: ["pdf", "png"])
  func sameBytes(format: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vanban-lane-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let body = (1...40).map { "<h2>Mục \($0)</h2><p>\(String(repeating: "Nghị quyết của Đại hội. ", count: 40))</p>" }
    let text = """
      <html xmlns="http://www.w3.org/1999/xhtml" lang="vi"><head><title>Thử</title>
      <style>@page { size: A5; @bottom-center { content: counter(page) ' / ' counter(pages) } }</style></head>
      <body>\(body.joined())</body></html>
      """
    try Data(text.utf8).write(to: folder.appending(path: "t.xhtml"))
    let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    func bytes(isBeside: Bool) throws -> [Data] {
      let context = RenderContext(installation: Installation(home: home.path), settings: RenderSettings())
      context.paintsBeside = isBeside
      let name = OutputName("\(folder.path)/\(isBeside)\(format == "pdf" ? "" : "-{page}").\(format)")
      let template = try Template.find("\(folder.path)/t.xhtml", in: context.installation)
      let summary = try context.render(template, to: name, format: #require(name.format))
      return try #require(summary).outputs.map { try Data(contentsOf: URL(filePath: $0)) }
    }
    let beside = try bytes(isBeside: true)
    #expect(beside == (try bytes(isBeside: false)))
    #expect(format == "pdf" || beside.count > 5)
  }
}
