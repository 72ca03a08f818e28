import Foundation
import Testing

@testable import VanBan

@Suite struct OutputTests {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "vanban-output-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  @Test("a file appears when it is committed, not before, and nothing else is left")
  func commit() throws {
    let file = try AtomicFile("\(folder)/a.pdf")
    try file.write(Array("new".utf8))
    #expect(try !names().contains("a.pdf"))
    try file.commit()
    #expect(try names() == ["a.pdf"])
    #expect(try text("a.pdf") == "new")
  }

  @Test("without a commit the old file stays as it was")
  func abandon() throws {
    try Data("old".utf8).write(to: URL(filePath: "\(folder)/a.pdf"))
    do {
      let file = try AtomicFile("\(folder)/a.pdf")
      try file.write(Array(repeating: 65, count: 1 << 20))
    }
    #expect(try names() == ["a.pdf"])
    #expect(try text("a.pdf") == "old")
  }

  @Test("the permissions of a file that is replaced stay")
  func permissions() throws {
    try Data("old".utf8).write(to: URL(filePath: "\(folder)/a.pdf"))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(folder)/a.pdf")
    let file = try AtomicFile("\(folder)/a.pdf")
    try file.commit()
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/a.pdf")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("a folder that does not exist is named, with the nearest one")
  func noFolder() throws {
    try FileManager.default.createDirectory(atPath: "\(folder)/reports", withIntermediateDirectories: true)
    let path = "\(folder)/report/a.pdf"
    let error = try #require(throws: OutputFailure.self) { _ = try AtomicFile(path) }
    #expect(error == .noFolder(path: path, nearest: "\(folder)/reports"))
    #expect(error.renderError.kind == .surroundings)
    #expect(error.renderError.help == "did you mean '\(folder)/reports'?")
  }

  @Test("a full disk is told, by a device that is always full")
  func fullDisk() throws {
    let file = try AtomicFile("/dev/full")
    try file.write([1])
    let error = try #require(throws: OutputFailure.self) { try file.commit() }
    #expect(error == .system(path: "/dev/full", reason: ENOSPC))
    #expect(error.renderError.help == "free some space; nothing was changed")
  }

  @Test("several pages need {page} in the name, and all of them appear at once")
  func pages() throws {
    let one = try OutputFiles(OutputName("\(folder)/a.png"))
    _ = try one.begin(page: 1)
    let error = try #require(throws: RenderError.self) { _ = try one.begin(page: 2) }
    #expect(error.kind == .input)
    #expect(error.help == "put {page} into the name, such as page-{page}.png")
    let many = try OutputFiles(OutputName("\(folder)/p-{page}.png"))
    for page in 1...2 { try many.begin(page: page).add([UInt8(page)]) }
    #expect(try many.commit() == ["\(folder)/p-1.png", "\(folder)/p-2.png"])
  }

  @Test(
    "the extension says the format",
    arguments: [("a.pdf", OutputFormat.pdf), ("a.b.PNG", .png), ("x/{page}.svg", .svg), ("a.txt", nil), ("pdf", nil)]
  )
  func formats(name: String, format: OutputFormat?) {
    #expect(OutputName(name).format == format)
  }
}
