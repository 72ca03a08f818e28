import Geometry
import Markup
import Styles
import Text
import Vietnamese

/// A term of an index: `vb-index` of an element.
struct IndexEntry: Equatable {
  /// The index's name.
  var index: String
  var term: String
  /// The element; its page is the term's.
  var node: Int32
}

extension BoxBuilder {
  /// Notes what an element gives to indexes.
  mutating func noteIndexEntries(of node: Int32, style: Int32) {
    for entry in styles[style].indexEntries {
      let term = text(of: entry.value, node: node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !term.isEmpty else { continue }
      tree.indexEntries.append(IndexEntry(index: entry.name, term: term, node: node))
      tree.nodesAskingPage.insert(node)
    }
  }

  /// Adds the sorted terms of an index, as the last pass gathered them: a heading a letter, a block a term.
  mutating func collectIndex(_ name: String, of node: Int32, into flow: inout Flow) {
    tree.usesPageReferences = true
    let terms = IndexTerms(name, in: references)
    let parent = document.styleIndices[Int(node)]
    let heading = styles.shared(headingStyle(in: styles[parent]))
    let line = styles.shared(termStyle(in: styles[parent]))
    for group in terms.groups {
      addBlock(style: heading, node: node, into: &flow) { builder, inner in
        builder.addText(Array(group.letter.utf8)[...], style: heading, span: nil, into: &inner)
      }
      for term in group.terms {
        addBlock(style: line, node: node, into: &flow) { $0.add(term, style: line, into: &$1) }
      }
    }
  }

  private mutating func add(_ term: IndexTerms.Term, style: Int32, into flow: inout Flow) {
    addText(normalized(Array(term.text.utf8))[...], style: style, span: nil, into: &flow)
    for range in term.ranges {
      addText(Array(", ".utf8)[...], style: style, span: nil, into: &flow)
      let plain = styles.anonymous(display: .inline, parent: style)
      var box = InlineBox(node: range.node, pseudo: nil, style: plain, parent: -1)
      box.linkTarget = range.node
      flow.inline.openBox(box, showsEdge: true)
      let text = range.first == range.last ? "\(range.first)" : "\(range.first)–\(range.last)"
      addText(Array(text.utf8)[...], style: style, span: nil, into: &flow)
      flow.inline.closeBox(showsEdge: true)
    }
  }

  private mutating func addBlock(
    style: Int32,
    node: Int32,
    into flow: inout Flow,
    fill: (inout BoxBuilder, inout Flow) -> Void
  ) {
    interrupt(&flow)
    var box = Box(kind: .block, node: node, style: style)
    box.isAnonymous = true
    let index = tree.append(box, to: flow.container)
    var inner = Flow(container: index, node: node)
    fill(&self, &inner)
    finish(&inner)
    resume(&flow)
  }

  private func headingStyle(in parent: ComputedStyle) -> ComputedStyle {
    var style = ComputedStyle(inheriting: parent)
    style.display = .block
    style.fontWeight = 700
    style.breakAfter = .avoid
    return style
  }

  /// Lines of one term after the first are set in (a hanging indent of 1.5em).
  private func termStyle(in parent: ComputedStyle) -> ComputedStyle {
    var style = ComputedStyle(inheriting: parent)
    style.display = .block
    style.padding.left = LengthPercentage(points: 1.5 * style.fontSize)
    style.textIndent = TextIndent(LengthPercentage(points: -1.5 * style.fontSize))
    return style
  }
}

/// The terms of one index in Vietnamese order, with their pages.
struct IndexTerms {
  /// Pages that follow each other, as `3–5`.
  struct PageRange: Equatable {
    var first: Int
    var last: Int
    /// The first page's element.
    var node: Int32
  }

  struct Term: Equatable {
    var text: String
    var ranges: [PageRange]
  }

  struct Group: Equatable {
    /// The letter without its tone, as a capital; `#` for what begins with none.
    var letter: String
    var terms: [Term]
  }

  private(set) var groups: [Group] = []

  init(_ name: String, in references: References) {
    var places: [String: [(page: Int, node: Int32)]] = [:]
    for entry in references.index where entry.index == name {
      places[entry.term, default: []].append((references.pageCounter(of: entry.node), entry.node))
    }
    let sorted = places.keys.map { (key: SortKey(text: $0), text: $0) }.sorted {
      $0.key == $1.key ? $0.text < $1.text : $0.key < $1.key
    }
    for (_, text) in sorted {
      let term = Term(text: text, ranges: ranges(of: places[text] ?? []))
      let first = groupLetter(of: text)
      if groups.last?.letter == first {
        groups[groups.count - 1].terms.append(term)
      } else {
        groups.append(Group(letter: first, terms: [term]))
      }
    }
  }

  /// Pages once each, in order; those that follow each other become one range.
  private func ranges(of places: [(page: Int, node: Int32)]) -> [PageRange] {
    var result: [PageRange] = []
    for place in places.sorted(by: { ($0.page, $0.node) < ($1.page, $1.node) }) {
      guard let last = result.last, place.page <= last.last &+ 1 else {
        result.append(PageRange(first: place.page, last: place.page, node: place.node))
        continue
      }
      result[result.count - 1].last = place.page
    }
    return result
  }
}

private func groupLetter(of text: String) -> String {
  guard let scalar = text.unicodeScalars.first else { return "#" }
  if let known = letter(scalar) { return String(Character(known.base)).uppercased() }
  return scalar.properties.isAlphabetic ? String(Character(scalar)).uppercased() : "#"
}
