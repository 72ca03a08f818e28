/// Groups a sheet's tokens into the pieces that rules are made of (CSS Syntax 3, section 5.4).
struct ComponentReader {
  enum Spaces { case kept, dropped }

  let tokens: [Component]
  var position = 0

  var isAtEnd: Bool { position >= tokens.count }

  var current: Component? { position < tokens.count ? tokens[position] : nil }

  init(_ bytes: [UInt8]) {
    var tokenizer = Tokenizer(bytes)
    tokens = tokenizer.tokens()
  }

  mutating func skipSpaces() {
    while position < tokens.count, tokens[position].kind == .whitespace { position += 1 }
  }

  /// One token, function or block.
  ///
  /// Nesting deeper than 64 ends the function: no style sheet needs it.
  mutating func component(_ spaces: Spaces, depth: Int = 0) -> Component {
    var result = tokens[position]
    position += 1
    let closing: Component.Kind
    switch result.kind {
    case .function: closing = .closeParenthesis
    case .openParenthesis: (closing, result.kind) = (.closeParenthesis, .parenthesisBlock)
    case .openSquare: (closing, result.kind) = (.closeSquare, .squareBlock)
    case .openBrace: (closing, result.kind) = (.closeBrace, .braceBlock)
    default: return result
    }
    guard depth < 64 else { return result }
    while let token = current {
      if token.kind == closing {
        position += 1
        result.end = token.end
        break
      }
      let child = component(spaces, depth: depth + 1)
      result.end = child.end
      if spaces == .kept || child.kind != .whitespace { result.children.append(child) }
    }
    return result
  }

  /// Passes over a block of braces, however deep; the current token is the opening one.
  mutating func skipBlock() {
    var depth = 0
    while let token = current {
      position += 1
      if token.kind == .openBrace { depth += 1 }
      if token.kind == .closeBrace { depth -= 1 }
      if depth == 0 { return }
    }
  }

  /// The components up to one of `ends`, which is not taken.
  mutating func components(until ends: KindSet, _ spaces: Spaces) -> [Component] {
    var result: [Component] = []
    while let token = current, !ends.contains(token.kind) {
      let next = component(spaces)
      if spaces == .kept || next.kind != .whitespace { result.append(next) }
    }
    return result
  }
}
