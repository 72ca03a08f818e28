import Styles

extension LayoutSession {
  /// The spanning box before which a column ended, if it did.
  func spanner(at token: BreakToken) -> Int32? {
    guard case .child(let child, let inner) = token.position, child >= 0 else { return nil }
    if let deeper = inner.first { return tree[child].isContextRoot ? nil : spanner(at: deeper) }
    return isSpanner(child) ? child : nil
  }

  /// Whether a box in the columns' flow spans all of them (CSS Multi-column Layout 1, 6.1).
  func isSpanner(_ box: Int32) -> Bool {
    tree[box].outOfFlow == .none && !tree[box].isAnonymous && style(box).columns.spansAll
  }

  /// Where the flow goes on after the spanning box before which it stopped.
  func afterSpanner(_ token: BreakToken) -> BreakToken {
    guard case .child(let child, let inner) = token.position else { return token }
    var result = token
    if let deeper = inner.first {
      result.position = .child(child, inner: [afterSpanner(deeper)])
    } else {
      // Floats and the places of positioned boxes come first, and where nothing follows in the flow too.
      result.position = .child(tree[child].nextSibling, inner: [])
    }
    return result
  }
}
