import Foundation
import Testing

/// A source file, the target it belongs to, and its lines.
private struct SourceFile {
  var target: String
  var path: String
  var lines: [Substring]

  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index <= 2, words.count > index + 1 else { return nil }
      let isImport = words[..<index].allSatisfy { ["public", "package", "internal", "@preconcurrency"].contains($0) }
      return isImport ? String(words[words.count - 1].split(separator: ".")[0]) : nil
    }
  }
}

@Suite struct ArchitectureTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// All Swift files under Sources; a target is `Sources/Group/Target`, or `Sources/Target` without a group.
  private func sourceFiles() throws -> [SourceFile] {
    let sources = root.appending(path: "Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    return try paths.filter { $0.hasSuffix(".swift") }.map { path in
      let parts = path.split(separator: "/").map(String.init)
      let groups = ["Engine", "Domain", "Delivery", "System"]
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      return SourceFile(
        target: groups.contains(parts[0]) ? parts[1] : parts[0],
        path: path,
        lines: text.split(separator: "\n")
      )
    }
  }

  @Test("every target imports only what the table allows")
  func imports() throws {
    let files = try sourceFiles()
    #expect(files.count >= 40)
    for file in files {
      let allowed = try #require(importTable[file.target], "no row for \(file.target) in ImportTable.swift")
      for module in file.imports where !systemModules.contains(module) {
        #expect(allowed.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  @Test("each C library is imported by its owner only")
  func owners() throws {
    for file in try sourceFiles() {
      for module in file.imports {
        guard let owners = ownersOfC[module] else { continue }
        #expect(owners.contains(file.target), "\(file.path) imports \(module), which belongs to \(owners)")
      }
    }
  }

  @Test("Package.swift declares for each target what the table allows, and no more")
  func packageRows() throws {
    let manifest = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    let pattern = #/room\(\s*"([^"]+)"(?:,\s*\.c)?(?:,\s*uses:\s*\[([^\]]*)\])?/#
    let names = ["yams": "Yams", "grdb": "GRDB", "arguments": "ArgumentParser"]
    var count = 0
    for match in manifest.matches(of: pattern) {
      let target = String(match.1.split(separator: "/").last ?? "")
      let allowed = try #require(importTable[target], "no row for \(target) in ImportTable.swift")
      let uses = (match.2 ?? "").split(whereSeparator: { ", \n\"".contains($0) }).map(String.init)
      for use in uses { #expect(allowed.contains(names[use] ?? use), "\(target) uses \(use) in Package.swift") }
      count += 1
    }
    #expect(count >= 9)
  }

  @Test("no C object stands in a public or package declaration")
  func pointers() throws {
    for file in try sourceFiles() {
      for line in file.lines where line.contains("OpaquePointer") {
        let declaration = line.drop { $0 == " " }
        #expect(!declaration.hasPrefix("public") && !declaration.hasPrefix("package"), "\(file.path): \(line)")
      }
    }
  }
}
