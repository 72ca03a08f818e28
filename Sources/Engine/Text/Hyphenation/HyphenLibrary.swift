import Glibc

/// libhyphen, opened while the program runs: linking it would cost every start half a millisecond.
///
/// Never closed: its functions are used as long as the process lives.
final class HyphenLibrary {
  typealias Load = @convention(c) (UnsafePointer<CChar>) -> OpaquePointer?
  typealias Free = @convention(c) (OpaquePointer) -> Void
  typealias Strings = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  typealias Hyphenate =
    @convention(c) (
      OpaquePointer, UnsafePointer<CChar>, CInt, UnsafeMutablePointer<CChar>, UnsafeMutablePointer<CChar>?,
      UnsafeMutablePointer<Strings?>, UnsafeMutablePointer<UnsafeMutablePointer<CInt>?>,
      UnsafeMutablePointer<UnsafeMutablePointer<CInt>?>
    ) -> CInt

  let load: Load
  let free: Free
  let hyphenate: Hyphenate

  /// The library; `nil` where it is not installed.
  init?() {
    guard let handle = dlopen("libhyphen.so.0", RTLD_NOW | RTLD_LOCAL),
      let load = dlsym(handle, "hnj_hyphen_load"), let free = dlsym(handle, "hnj_hyphen_free"),
      let hyphenate = dlsym(handle, "hnj_hyphen_hyphenate2")
    else { return nil }
    self.load = unsafeBitCast(load, to: Load.self)
    self.free = unsafeBitCast(free, to: Free.self)
    self.hyphenate = unsafeBitCast(hyphenate, to: Hyphenate.self)
  }
}

/// Owns the patterns of one language.
final class HyphenDictionary {
  private let library: HyphenLibrary
  private let raw: OpaquePointer
  private var word: [CChar] = []
  private var values: [CChar] = []

  init?(path: String, library: HyphenLibrary) {
    guard let raw = library.load(path) else { return nil }
    self.library = library
    self.raw = raw
  }

  deinit { library.free(raw) }

  /// Longer words are left as they are: no language has them, and libhyphen is quadratic in them.
  static let longestWord = 100

  /// Calls `body` with each place where a word may be hyphenated: the number of its characters before.
  ///
  /// Places where the spelling would change (old German `ck`) are left out. `lowercased` is UTF-8.
  func points(in lowercased: [UInt8], _ body: (Int) -> Void) {
    guard lowercased.count <= Self.longestWord else { return }
    word.removeAll(keepingCapacity: true)
    word.append(contentsOf: lowercased.lazy.map { CChar(bitPattern: $0) })
    word.append(0)
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: repeatElement(0, count: lowercased.count + 5))
    var replacements: HyphenLibrary.Strings?
    var positions: UnsafeMutablePointer<CInt>?
    var cuts: UnsafeMutablePointer<CInt>?
    let status = library.hyphenate(
      raw,
      word,
      CInt(lowercased.count),
      &values,
      nil,
      &replacements,
      &positions,
      &cuts
    )
    defer {
      if let replacements {
        for index in lowercased.indices { Glibc.free(replacements[index]) }
      }
      Glibc.free(replacements)
      Glibc.free(positions)
      Glibc.free(cuts)
    }
    guard status == 0 else { return }
    for index in 0..<max(0, lowercased.count - 1) where values[index] & 1 == 1 {
      if let replacements, replacements[index] != nil { continue }
      body(index + 1)
    }
  }
}
