import Styles

/// Texts that name a pseudo-element's text: outline entries and named strings with `content(before)` and its kin
/// (CSS Content 3, 3.1).
///
/// An element is entered before its pseudo-elements generate their text, with their own counters and quotes; so the text is
/// noted where it is generated and put in when the walk is over.
struct DeferredTexts {
  /// What waits for a text.
  enum Receiver {
    case bookmark(node: Int32)
    case string(node: Int32, index: Int)

    var node: Int32 {
      switch self {
      case .bookmark(let node), .string(let node, _): node
      }
    }
  }

  /// A text whose pieces are literals and pseudo-elements.
  struct Entry {
    var receiver: Receiver
    var items: [ContentItem]
  }

  private(set) var entries: [Entry] = []
  private var texts: [PseudoKey: String] = [:]
  /// The nodes whose pseudo-elements are listened to.
  private var nodes: Set<Int32> = []
  /// The pseudo-element that generates text now.
  private var current: PseudoKey?

  /// Keeps the texts of a node's pseudo-elements for the next pass as well.
  mutating func listen(to node: Int32) {
    nodes.insert(node)
    targets.insert(node)
  }

  /// The texts that other elements ask for.
  var targetTexts: [PseudoKey: String] { targets.isEmpty ? [:] : texts.filter { targets.contains($0.key.node) } }

  /// The elements whose texts others ask for.
  private(set) var targets: Set<Int32> = []

  mutating func append(_ entry: Entry) {
    entries.append(entry)
    nodes.insert(entry.receiver.node)
  }

  /// What comes until ``end()`` is the text of this pseudo-element.
  mutating func begin(_ pseudo: PseudoElement, of node: Int32) {
    current = nodes.contains(node) ? PseudoKey(node: node, pseudo: pseudo) : nil
  }

  mutating func note(_ text: String) {
    guard let current else { return }
    texts[current, default: ""] += text
  }

  mutating func end() {
    current = nil
  }

  func text(of pseudo: PseudoElement, of node: Int32) -> String {
    texts[PseudoKey(node: node, pseudo: pseudo)] ?? ""
  }
}

extension BoxBuilder {
  /// Evaluates a content list of an element now, but for the texts of its pseudo-elements.
  mutating func settle(_ items: [ContentItem], for receiver: DeferredTexts.Receiver) {
    let node = receiver.node
    guard items.contains(where: { $0.pseudoElement != nil }) else {
      return put(text(of: items, node: node), into: receiver)
    }
    var known: [ContentItem] = []
    for item in items {
      switch item.pseudoElement {
      case nil: known.append(.text(text(of: [item], node: node)))
      case .firstLetter: known.append(.text(firstLetter(of: elementText(of: node))))
      default: known.append(item)
      }
    }
    deferred.append(DeferredTexts.Entry(receiver: receiver, items: known))
  }

  /// Puts in the texts of pseudo-elements, once all are known.
  mutating func settleDeferredTexts() {
    for entry in deferred.entries {
      var text = ""
      for item in entry.items {
        if let pseudo = item.pseudoElement {
          text += deferred.text(of: pseudo, of: entry.receiver.node)
        } else if case .text(let known) = item {
          text += known
        }
      }
      put(text, into: entry.receiver)
    }
  }

  private mutating func put(_ text: String, into receiver: DeferredTexts.Receiver) {
    switch receiver {
    // An outline entry is one line: `\A` in a `::before` is a space there.
    case .bookmark(let node):
      tree.bookmarkLabels[node] = text.withSpacesCollapsed
    case .string(let node, let index):
      tree.namedStrings[node]?[index].value = text
      if let name = tree.namedStrings[node]?[index].name { stringsSoFar[name] = text }
    }
  }

  func firstLetter(of text: String) -> String {
    let bytes = Array(text.utf8)
    return firstLetterRange(in: bytes[...]).map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
  }
}

extension ContentItem {
  fileprivate var pseudoElement: PseudoElement? {
    if case .pseudoText(let pseudo) = self { pseudo } else { nil }
  }
}
