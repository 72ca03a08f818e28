import Glibc

/// Finds where words of a language may be hyphenated, by libhyphen and the patterns under /usr/share/hyphen.
///
/// Both are loaded on first use: few documents hyphenate, and the English patterns take 14 ms to read. Not Sendable: one a render context, one
/// task.
package final class Hyphenator {
  private var library: HyphenLibrary?
  private var hasLookedForLibrary = false
  private var dictionaries: [(language: String, dictionary: HyphenDictionary?)] = []
  private let folder: String

  /// A hyphenator that has read nothing yet; patterns are looked for in `folder`.
  package init(folder: String = "/usr/share/hyphen") {
    self.folder = folder
  }

  /// Whether words of a BCP 47 language can be hyphenated.
  ///
  /// Vietnamese is written in syllables: its words are never hyphenated.
  static func hyphenates(_ language: String) -> Bool {
    !language.isEmpty && language != "vi" && !language.hasPrefix("vi-")
  }

  /// The patterns of a language; `nil` where this machine has none, or no libhyphen.
  func dictionary(of language: String) -> HyphenDictionary? {
    if let known = dictionaries.first(where: { $0.language == language }) { return known.dictionary }
    let made = load(language)
    dictionaries.append((language, made))
    return made
  }

  private func load(_ language: String) -> HyphenDictionary? {
    guard let path = Self.fileNames(of: language).map({ "\(folder)/\($0)" }).first(where: Self.isReadable) else {
      return nil
    }
    if !hasLookedForLibrary {
      hasLookedForLibrary = true
      library = HyphenLibrary()
    }
    return library.flatMap { HyphenDictionary(path: path, library: $0) }
  }

  private static func isReadable(_ path: String) -> Bool {
    access(path, R_OK) == 0
  }

  /// The files that may hold a language's patterns, best first: those of its region, of the language, of its usual region.
  static func fileNames(of language: String) -> [String] {
    let parts = language.split(separator: "-").map(String.init)
    guard let base = parts.first?.lowercased(), (2...3).contains(base.utf8.count),
      base.utf8.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 })
    else { return [] }
    var names: [String] = []
    // A region is two letters or three digits; what is between is a script.
    if let region = parts.dropFirst().first(where: { $0.utf8.count == 2 && $0.utf8.allSatisfy(isLetter) }) {
      names.append("hyph_\(base)_\(region.uppercased()).dic")
    }
    names.append("hyph_\(base).dic")
    names.append(base == "en" ? "hyph_en_US.dic" : "hyph_\(base)_\(base.uppercased()).dic")
    return names
  }
}

private func isLetter(_ byte: UInt8) -> Bool {
  UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
}
