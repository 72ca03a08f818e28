import Fonts
import Glibc
import TestSupport
import Testing

@Suite("FontCatalog") struct FontCatalogTests {
  /// A folder with the square font in a subfolder and a text file that claims to be a font.
  private func dropInFolder() throws -> String {
    var template = Array("/tmp/vanban-fonts-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    mkdir("\(folder)/square", 0o755)
    symlink(try SquareFont.path.get(), "\(folder)/square/own.TTF")
    symlink("/etc/hostname", "\(folder)/broken.otf")
    return folder
  }

  private let manifest = FontManifest(
    folders: ["nowhere", "/usr/share/fonts/truetype/liberation2"],
    families: [
      FontManifest.Family(
        name: "Liberation Serif",
        substitutes: nil,
        faces: [FontManifest.Face(file: "LiberationSerif-Regular.ttf"), FontManifest.Face(file: "Missing.ttf")]
      ),
      FontManifest.Family(name: "Square", substitutes: ["Liberation Serif"], faces: nil),
    ],
    fallback: ["Liberation Serif"],
    generic: ["serif": "Square"]
  )

  @Test("dropped-in faces are known by their own names and make a substitute needless") func dropIn() throws {
    var failures: [FontError] = []
    let folder = try dropInFolder()
    let catalog = FontCatalog(manifest: manifest, folder: folder, failures: &failures)
    #expect(failures == [.unreadable(path: "\(folder)/broken.otf")])
    let library = try FontLibrary(catalog: catalog)
    let face = try #require(library.resolve(families: ["serif"], weight: 400, slant: .normal).first)
    #expect(library.file(of: face) == FaceFile(path: "\(folder)/square/own.TTF"))
    #expect(library.substitutions == [])
  }

  @Test("files are looked for in each folder; those not found are left out") func folders() {
    var failures: [FontError] = []
    let catalog = FontCatalog(manifest: manifest, folder: "/nowhere", failures: &failures)
    #expect(failures == [])
    let paths = catalog.families.map { $0.faces.map(\.path) }
    #expect(paths == [["/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"], []])
  }
}
