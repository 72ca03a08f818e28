import Files
import Foundation
import Schedule
import Testing
import VanBan

@Suite struct FolderTests {
  private let folder: TestFolder
  private let destination: FolderDestination
  private let bytes = Array("nội dung".utf8)

  init() throws {
    folder = try TestFolder()
    try FileManager.default.createDirectory(atPath: "\(folder.path)/out", withIntermediateDirectories: true)
    destination = FolderDestination(folder: "\(folder.path)/out")
  }

  private func document(_ name: String = "a.pdf", retry: Bool = false) -> FinishedDocument {
    FinishedDocument(name: name, sha256: SHA256.hexadecimal(of: bytes), token: "0123456789abcdef", isRetry: retry)
  }

  @Test("a document appears as a file, and is found again by its checksum")
  func delivers() throws {
    #expect(try !destination.holds(document()))
    try destination.deliver(document(), bytes: bytes)
    #expect(folder.files("out") == ["a.pdf"])
    #expect(try destination.holds(document()))
  }

  @Test("a file of the name with another content is left alone, and said to be there")
  func occupied() throws {
    try Data("của người khác".utf8).write(to: URL(filePath: "\(folder.path)/out/a.pdf"))
    let error = #expect(throws: RenderError.self) { try destination.holds(document()) }
    #expect(error?.kind == .surroundings)
    #expect(error?.message.contains("with another content") == true)
    #expect(try String(contentsOfFile: "\(folder.path)/out/a.pdf", encoding: .utf8) == "của người khác")
  }

  @Test("what a killed run left is cleared away by the next attempt, and nothing else")
  func leftovers() throws {
    for name in [".vanban-0123456789abcdef.77.part", ".vanban-ffffffffffffffff.77.part", "b.pdf"] {
      try Data([1]).write(to: URL(filePath: "\(folder.path)/out/\(name)"))
    }
    try destination.deliver(document(retry: true), bytes: bytes)
    #expect(folder.files("out") == [".vanban-ffffffffffffffff.77.part", "a.pdf", "b.pdf"])
  }

  @Test("a name as long as file systems allow is written")
  func longName() throws {
    let name = String(repeating: "a", count: 251) + ".pdf"
    try destination.deliver(document(name), bytes: bytes)
    #expect(folder.files("out") == [name])
  }

  @Test("a folder that is gone, or no folder, is said to be")
  func missing() throws {
    let gone = FolderDestination(folder: "\(folder.path)/ou")
    #expect(throws: RenderError.self) { try gone.check() }
    let error = #expect(throws: RenderError.self) { try gone.holds(document()) }
    #expect(error?.help == "did you mean '\(folder.path)/out'?")
    try destination.deliver(document(), bytes: bytes)
    #expect(throws: RenderError.self) { try FolderDestination(folder: "\(folder.path)/out/a.pdf").check() }
  }

  @Test("a device that is full leaves no file", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func full() throws {
    // The name leads to a device that takes nothing: the temporary file is not it, so only looking at it can fail.
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/out/a.pdf", withDestinationPath: "/dev/full")
    #expect(throws: RenderError.self) { try destination.holds(document()) }
  }
}
