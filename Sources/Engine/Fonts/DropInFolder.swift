import Glibc

/// Finds font files that users put beside `fonts.yaml`, and asks each for its names.
enum DropInFolder {
  /// The families of the font files in `folder` and in its direct subfolders, in the order of their paths.
  static func families(in folder: String, failures: inout [FontError]) -> [FontFamily] {
    var families: [FontFamily] = []
    for path in files(in: folder) {
      do throws(FontError) {
        for (name, file) in try Face.describe(path: path) {
          if let index = families.firstIndex(where: { FontLibrary.isSameName($0.name, name) }) {
            families[index].faces.append(file)
          } else {
            families.append(FontFamily(name: name, faces: [file]))
          }
        }
      } catch {
        failures.append(error)
      }
    }
    return families
  }

  /// Whether the file can be opened for reading.
  static func isReadable(_ path: String) -> Bool {
    access(path, R_OK) == 0
  }

  private static func files(in folder: String) -> [String] {
    var paths: [String] = []
    for name in entries(of: folder) {
      let path = "\(folder)/\(name)"
      if isFont(name) {
        paths.append(path)
      } else if isFolder(path) {
        paths += entries(of: path).filter(isFont).map { "\(path)/\($0)" }
      }
    }
    return paths
  }

  /// Sorted by bytes: which of two equal faces is used must not depend on the file system.
  private static func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func isFont(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return [".ttf", ".otf", ".ttc", ".otc"].contains { lowered.hasSuffix($0) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
