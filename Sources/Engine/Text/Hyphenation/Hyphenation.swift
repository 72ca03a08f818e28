import Glibc

/// Marks where the words of a paragraph may be hyphenated: at U+00AD, and where a dictionary says (CSS Text 3, 5.4).
struct Hyphenation {
  private let content: InlineContent
  private let hyphenator: Hyphenator
  /// Languages that were to be hyphenated and have no dictionary, with a byte where that was wanted.
  private(set) var missing: [(language: String, byte: Int32)] = []
  /// Whether the text has a place where a hyphen may appear.
  private(set) var hasPlaces = false

  init(content: InlineContent, hyphenator: Hyphenator) {
    self.content = content
    self.hyphenator = hyphenator
  }

  mutating func mark(_ marks: inout [BreakMark]) {
    markSoftHyphens(&marks)
    for index in content.runs.indices {
      let style = content.styles[Int(content.runs[index].style)]
      guard style.hyphens == .auto, style.wraps, Hyphenator.hyphenates(style.language) else { continue }
      guard let dictionary = hyphenator.dictionary(of: style.language) else {
        noteMissing(style.language, at: content.runs[index].start)
        continue
      }
      hyphenate(content.runs[index], style, dictionary, &marks)
    }
  }

  private mutating func noteMissing(_ language: String, at byte: Int32) {
    if !missing.contains(where: { $0.language == language }) { missing.append((language, byte)) }
  }

  /// UAX 14 allows a break after U+00AD (class BA); it shows a hyphen, or is none where `hyphens` says so.
  private mutating func markSoftHyphens(_ marks: inout [BreakMark]) {
    var run = 0
    for byte in softHyphens(in: content.text) where marks[byte + 2] == .allowed {
      while run < content.runs.count - 1, Int(content.runs[run].end) <= byte { run += 1 }
      let isShown = content.styles[Int(content.runs[run].style)].hyphens != .none
      marks[byte + 2] = isShown ? .hyphen : .none
      if isShown { hasPlaces = true }
    }
  }

  /// Looks up each word that stands in one run; words with digits, signs or U+00AD inside are left as they are.
  private mutating func hyphenate(
    _ run: StyledRun,
    _ style: TextStyle,
    _ dictionary: HyphenDictionary,
    _ marks: inout [BreakMark]
  ) {
    var places: [Int] = []
    content.text.withUnsafeBufferPointer { text in
      var word = Word()
      var byte = startOfWord(in: text, run)
      let end = endOfWord(in: text, run)
      while byte < end {
        let (scalar, length) = decodeScalar(text, at: byte)
        if word.takes(scalar, at: byte, length: length) {
          byte += length
          continue
        }
        byte += length
        word.places(dictionary, style.hyphenLimits, &places)
      }
      word.places(dictionary, style.hyphenLimits, &places)
    }
    for place in places where marks[place] == .none {
      marks[place] = .hyphen
      hasPlaces = true
    }
  }

  /// The run's first byte, or that after its first word where the word began in the run before.
  private func startOfWord(in text: UnsafeBufferPointer<UInt8>, _ run: StyledRun) -> Int {
    var byte = Int(run.start)
    guard byte > 0, Word.isWordByte(text[byte - 1]) else { return byte }
    while byte < Int(run.end), Word.isWordByte(text[byte]) { byte += 1 }
    return byte
  }

  /// The byte after the run's last, or the start of its last word where the word goes on in the next run.
  private func endOfWord(in text: UnsafeBufferPointer<UInt8>, _ run: StyledRun) -> Int {
    var byte = Int(run.end)
    guard byte < text.count, Word.isWordByte(text[byte]) else { return byte }
    while byte > Int(run.start), Word.isWordByte(text[byte - 1]) { byte -= 1 }
    return byte
  }
}

extension Hyphenation {
  /// The letters between two spaces or hyphens, read one after the other.
  private struct Word {
    private var lowercased: [UInt8] = []
    private var starts: [Int] = []
    /// Whether something else than letters is in it.
    private var isOther = false

    /// What a word is made of: letters, apostrophes, and what spoils it as one (digits, `@`, `_`, `/`, `.`).
    static func isWordByte(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xDF, 0x80...0xBF: true
      case UInt8(ascii: "'"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "/"): true
      default: false
      }
    }

    mutating func takes(_ scalar: Unicode.Scalar, at byte: Int, length: Int) -> Bool {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A:
        starts.append(byte)
        lowercased.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
      case 0xC0...0x24F where scalar.properties.isAlphabetic:
        let lower = scalar.properties.lowercaseMapping
        // One character must stay one, or the places would be off.
        if lower.unicodeScalars.count != 1 { isOther = true }
        starts.append(byte)
        lowercased.append(contentsOf: lower.utf8)
      case 0x27, 0x2019:
        starts.append(byte)
        lowercased.append(UInt8(ascii: "'"))
      case 0x30...0x39, 0xAD, 0x40, 0x5F, 0x2F:
        isOther = true
      default: return false
      }
      return true
    }

    /// Ends the word: appends the bytes before which it may be broken.
    mutating func places(_ dictionary: HyphenDictionary, _ limits: HyphenLimits, _ places: inout [Int]) {
      defer {
        lowercased.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        isOther = false
      }
      while lowercased.last == UInt8(ascii: "'") {
        lowercased.removeLast()
        starts.removeLast()
      }
      guard !isOther, starts.count >= max(2, Int(limits.word)) else { return }
      dictionary.points(in: lowercased) { characters in
        let after = starts.count - characters
        guard characters >= max(1, Int(limits.before)), after >= max(1, Int(limits.after)) else { return }
        places.append(starts[characters])
      }
    }
  }
}

/// The bytes where U+00AD stands; its lead byte is rare, so that the search is quick.
func softHyphens(in text: [UInt8]) -> [Int] {
  var found: [Int] = []
  text.withUnsafeBytes { bytes in
    guard let start = bytes.baseAddress else { return }
    var byte = 0
    while byte < bytes.count, let hit = memchr(start + byte, 0xC2, bytes.count - byte) {
      byte = start.distance(to: UnsafeRawPointer(hit))
      if byte + 1 < bytes.count, bytes[byte + 1] == 0xAD { found.append(byte) }
      byte += 1
    }
  }
  return found
}
