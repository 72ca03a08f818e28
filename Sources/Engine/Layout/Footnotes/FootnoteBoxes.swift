import Diagnostics
import Markup
import Styles

extension BoxBuilder {
  /// Adds the call of a footnote to the text, makes the box of its body, and notes which body the call is for
  /// (CSS GCPM 3, 2.1).
  mutating func collectFootnote(_ node: Int32, into flow: inout Flow, building buildBody: (inout BoxBuilder) -> Int32) {
    tree.hasFootnotes = true
    collectPseudo(.footnoteCall, of: node, into: &flow)
    let body = buildBody(&self)
    tree[body].outOfFlow = .footnote
    // The anchor sticks to the call before it: both are on one line.
    flow.inline.addAnchor(box: body)
  }

  /// Adds the marker at the beginning of a footnote's body (CSS GCPM 3, 2.6).
  mutating func collectFootnoteMarker(of container: Int32, into flow: inout Flow) {
    let node = tree[container].node
    guard styles[tree[container].style].outOfFlow == .footnote, tree[container].pseudo == nil else { return }
    collectPseudo(.footnoteMarker, of: node, into: &flow)
  }

  /// Makes the counter `footnote` at the root, so that it counts all notes of the document (CSS GCPM 3, 2.5).
  mutating func startFootnoteCounter() {
    guard styles.styles.contains(where: { $0.outOfFlow == .footnote }) else { return }
    counters.set("footnote", to: 0)
  }

  /// Gives a note its number on its page, where pages number their notes and an earlier pass has found the page.
  mutating func numberFootnote(_ node: Int32) {
    guard document.pages.resetsFootnotes else { return }
    tree.usesPageReferences = true
    if let number = references.footnotes[node] { counters.set("footnote", to: number) }
  }
}
