import Diagnostics
import Files
import Glibc
import Testing

/// A folder of its own for one test, removed with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/vanban-files-XXXXXX".utf8CString)
    path = String(cString: try #require(mkdtemp(&template)))
  }

  deinit { remove(path) }

  func write(_ name: String, _ text: String) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    guard let file = fopen("\(path)/\(name)", "w") else { return }
    fputs(text, file)
    fclose(file)
  }

  private func remove(_ path: String) {
    for name in fileNames(in: path) {
      var facts = stat()
      lstat("\(path)/\(name)", &facts)
      if facts.st_mode & S_IFMT == S_IFDIR { remove("\(path)/\(name)") } else { unlink("\(path)/\(name)") }
    }
    rmdir(path)
  }
}

@Suite struct FileLoaderTests {
  let folder: TemporaryFolder
  let root: String
  let loader: FileLoader

  init() throws {
    folder = try TemporaryFolder()
    folder.write("root/a/style.css", "css")
    folder.write("root/parts/head.xhtml", "head")
    folder.write("secret.txt", "secret")
    root = folder.path + "/root"
    loader = FileLoader(roots: [root], limits: FileLimits(maxInput: 10))
  }

  @Test("a reference is read from the document's folder, else from a root")
  func lookUp() throws {
    let style = try loader.load("style.css", from: root + "/a")
    #expect(style.bytes == Array("css".utf8))
    #expect(style.path == root + "/a/style.css")
    #expect(style.folder == root + "/a")
    #expect(try loader.load("../parts/head.xhtml", from: root + "/a").path == root + "/parts/head.xhtml")
    #expect(try loader.load("parts/head.xhtml", from: root + "/a").folder == root + "/parts")
  }

  @Test("a file is read once, whatever names it")
  func cache() throws {
    let first = try loader.load("style.css", from: root + "/a")
    let second = try loader.load("../a/./style.css", from: root + "/a")
    #expect(first.source == second.source)
    #expect(loader.filesRead == [root + "/a/style.css"])
  }

  @Test("a missing file names the nearest one")
  func missing() {
    let expected = FileError.notFound(path: root + "/a/stlye.css", nearest: root + "/a/style.css")
    #expect(throws: expected) { try loader.load("stlye.css", from: root + "/a") }
    #expect(expected.diagnostic().help == "did you mean '\(root)/a/style.css'?")
    #expect(expected.diagnostic().code == "file-not-found")
  }

  @Test(
    "nothing outside the roots is read",
    arguments: ["../../secret.txt", "ABSOLUTE", "link.txt", "linked/secret.txt"]
  )
  func outside(reference: String) throws {
    symlink(folder.path + "/secret.txt", root + "/a/link.txt")
    symlink(folder.path, root + "/a/linked")
    let reference = reference == "ABSOLUTE" ? folder.path + "/secret.txt" : reference
    let error = try #require(throws: FileError.self) { try loader.load(reference, from: root + "/a") }
    #expect(error.diagnostic().code == "file-outside-roots")
    #expect(loader.filesRead.isEmpty)
  }

  @Test("a link that stays inside is followed")
  func linkInside() throws {
    symlink("style.css", root + "/a/again.css")
    #expect(try loader.load("again.css", from: root + "/a").bytes == Array("css".utf8))
  }

  @Test("a folder whose name only begins like a root's is outside")
  func sibling() {
    folder.write("root2/x.txt", "x")
    #expect(throws: FileError.outsideRoots(path: folder.path + "/root2/x.txt", roots: [root])) {
      try loader.load("../root2/x.txt", from: root)
    }
  }

  @Test(
    "nothing is fetched",
    arguments: ["http://a/b.css", "https://a/b.css", "file:///etc/passwd", "//a/b", "data:x"]
  )
  func urls(reference: String) {
    #expect(throws: FileError.url(reference)) { try loader.load(reference, from: root) }
  }

  @Test("folders, pipes and files that are too large are refused")
  func kinds() {
    mkfifo(root + "/pipe", 0o600)
    folder.write("root/large.txt", "more than ten bytes")
    #expect(throws: FileError.isFolder(path: root + "/a")) { try loader.load("a", from: root) }
    #expect(throws: FileError.notAFile(path: root + "/pipe")) { try loader.load("pipe", from: root) }
    #expect(throws: FileError.tooLarge(path: root + "/large.txt", limit: 10)) {
      try loader.load("large.txt", from: root)
    }
  }

  @Test("a file that the user names is read anywhere")
  func named() throws {
    #expect(try loader.loadNamed(folder.path + "/secret.txt").bytes == Array("secret".utf8))
  }
}
