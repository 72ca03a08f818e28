import Foundation
import Layout
import Text
import Testing

@Suite("Nothing is lost")
struct NothingLostTests {
  /// 40 documents, or as many as `VANBAN_RANDOM_DOCUMENTS` says.
  static let seeds = 0..<(ProcessInfo.processInfo.environment["VANBAN_RANDOM_DOCUMENTS"].flatMap { Int($0) } ?? 40)

  @Test("pages hold every word of the source once, those of a flow in order", arguments: seeds)
  func words(seed: Int) throws {
    let document = RandomDocument(seed: seed, blocks: 4)
    // Content that overflows a box of a given height goes on beside what follows the box: every second document has none.
    let keepsOrder = seed % 2 == 0
    let body = keepsOrder ? document.body.replacing(/([;"])height: [0-9]+pt;/) { $0.output.1 } : document.body
    let result = try LaidOut(body, css: "td { padding: 1pt }", page: document.page)
    let placed = result.words
    var counts: [String: Int] = [:]
    for word in document.flows.joined() + document.elsewhere { counts[word, default: 0] -= 1 }
    for word in placed { counts[word, default: 0] += 1 }
    let wrong = counts.filter { $0.value != 0 }.map { "\($0.key) \($0.value)" }.sorted()
    if wrong != [] { Attachment.record(body, named: "seed-\(seed).xhtml") }
    #expect(wrong == [], "words too few (-) or too many")
    for flow in document.flows where keepsOrder {
      let words = Set(flow)
      #expect(placed.filter { words.contains($0) }.elementsEqual(flow), "out of order")
    }
    // Every page made progress: none but those that a forced break leaves blank holds nothing at all.
    #expect(result.pages.count <= 40 + 6 * placed.count)
  }
}

extension LaidOut {
  /// The words of all pages in the order of fragments; furniture and repeated heads do not count.
  var words: [String] {
    pages.flatMap { page in
      page.fragments.filter { $0.kind == .text && $0.contentPaint >= 0 && $0.role != .artifact }.flatMap { fragment in
        let paint = page.texts[Int(fragment.contentPaint)]
        let bytes = page.placed.utf8[Int(paint.utf8.lowerBound)..<Int(paint.utf8.upperBound)]
        return syllables(of: String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  /// The pieces of a text that are "w" with digits: soft hyphens, spaces and markers lie between them.
  private func syllables(of text: String) -> [String] {
    text.matches(of: /w[0-9]+/).map { String($0.output) }
  }
}
