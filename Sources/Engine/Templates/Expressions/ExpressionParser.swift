import Diagnostics
import Values

/// A mistake that ends the reading or the evaluation of one expression.
struct Mistake: Error {
  var diagnostic: Diagnostic
  /// Whether a name or field was not there, which `default` and `exists` tolerate.
  var isMissing = false

  init(
    _ code: TemplateDiagnostic,
    _ message: String,
    at span: SourceSpan,
    help: String,
    isMissing: Bool = false
  ) {
    diagnostic = Diagnostic(code: code, message: message, span: span, help: help)
    self.isMissing = isMissing
  }
}

/// Reads one expression by recursive descent, weakest binding first:
/// filters, choice, or, and, not, comparison, `~`, sum, product, sign, path.
struct ExpressionParser {
  /// Deeper nesting is refused: an expression is read and evaluated by recursion.
  private static let maxDepth = 60

  private var lexer: Lexer
  private(set) var token: Token
  private var previousEnd: Int
  private var depth = 0
  private let scope: Scope
  private let place: (Range<Int>) -> SourceSpan

  /// A parser of `bytes`; `place` finds a range of them in the source.
  init(_ bytes: ArraySlice<UInt8>, scope: Scope, place: @escaping (Range<Int>) -> SourceSpan) {
    lexer = Lexer(bytes)
    self.scope = scope
    self.place = place
    previousEnd = bytes.startIndex
    token = lexer.next()
  }

  /// Reads an expression with its filters.
  mutating func parse() throws(Mistake) -> Expression {
    var expression = try parseChoice()
    var filters = 0
    while skip("|") {
      filters += 1
      guard filters <= Self.maxDepth else { throw tooLong() }
      let name = token
      guard case .name(let filterName) = name.kind else { throw unexpected("the name of a filter") }
      advance()
      let filter = try findFilter(filterName, at: name)
      let arguments = skip("(") ? try parseItems(until: ")") : []
      try checkCount(of: arguments, for: filter, at: name)
      let use = FilterUse(filter: filter, arguments: arguments, span: place(name.range))
      expression = try make(.filtered(expression, use), from: expression)
    }
    return expression
  }

  /// Reads `name in expression` or `key, value in expression` up to the end.
  mutating func parseEach() throws(Mistake) -> (names: [String], source: Expression) {
    var names = [try parseName()]
    if skip(",") { names.append(try parseName()) }
    guard case .name("in") = token.kind else { throw unexpected("'in', as in vb:each=\"d in delegates\"") }
    advance()
    let source = try parse()
    try expectEnd()
    return (names, source)
  }

  /// Reads the name and the sign of `name = expression`.
  mutating func parseLetName() throws(Mistake) -> String {
    let name = try parseName()
    guard skip("=") else { throw unexpected("'=', as in vb:let=\"total = a + b\"") }
    return name
  }

  /// Fails unless everything has been read.
  func expectEnd() throws(Mistake) {
    guard token.kind == .end else { throw unexpected("the end of the expression") }
  }

  /// Steps over a sign if it comes next.
  mutating func skip(_ sign: String) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    advance()
    return true
  }

  /// What to say when something else was expected.
  func unexpected(_ wanted: String) -> Mistake {
    let found: String
    var help = "\(wanted) comes here"
    switch token.kind {
    case .end: found = "the end"
    case .name(let name): found = "'\(name)'"
    case .text(let text): found = "the text '\(text)'"
    case .number(let number): found = "the number \(number)"
    case .openText:
      found = "a text without its closing quote"
      help = "close the text with the quote it begins with"
    case .stray(let character):
      found = "'\(character)'"
      if character == "!" { help = "write not in front of what is denied" }
    case .sign(let sign):
      found = "'\(sign)'"
      if sign == "&&" { help = "write and" }
      if sign == "||" { help = "write or" }
      if sign == "=" { help = "write == to compare" }
    }
    return Mistake(.badExpression, "found \(found) where \(wanted) is wanted", at: place(token.range), help: help)
  }

  private mutating func advance() {
    previousEnd = token.range.upperBound
    token = lexer.next()
  }

  private mutating func parseName() throws(Mistake) -> String {
    guard case .name(let name) = token.kind, !reservedWords.contains(name) else { throw unexpected("a name") }
    advance()
    return name
  }
}

/// The levels between the filters and the operands.
extension ExpressionParser {
  private mutating func parseChoice() throws(Mistake) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maxDepth else { throw tooLong() }
    let condition = try parseBinary(level: 0)
    guard skip("?") else { return condition }
    let then = try parseChoice()
    guard skip(":") else { throw unexpected("':' and what holds otherwise") }
    let otherwise = try parseChoice()
    return try make(.choice(condition, then: then, otherwise: otherwise), from: condition)
  }

  private func tooLong() -> Mistake {
    Mistake(
      .badExpression,
      "the expression is nested more than \(Self.maxDepth) deep",
      at: place(token.range),
      help: "compute parts of it with vb:let"
    )
  }

  /// Levels: or, and, not with comparison, `~`, sum, product.
  private mutating func parseBinary(level: Int) throws(Mistake) -> Expression {
    if level == 2 { return try parseNot() }
    if level == 6 { return try parseSign() }
    var left = try parseBinary(level: level + 1)
    // A long chain is a deep tree to the left, and is evaluated by recursion.
    var length = 0
    while let found = binaryOperator(at: level) {
      length += 1
      guard length <= Self.maxDepth else { throw tooLong() }
      advance()
      let right = try parseBinary(level: level + 1)
      left = try make(.binary(found, left, right), from: left)
    }
    return left
  }

  private mutating func parseNot() throws(Mistake) -> Expression {
    guard case .name("not") = token.kind else { return try parseComparison() }
    let start = token
    advance()
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maxDepth else { throw tooLong() }
    let operand = try parseNot()
    return try make(.not(operand), fromByte: start.range.lowerBound)
  }

  private mutating func parseComparison() throws(Mistake) -> Expression {
    let left = try parseBinary(level: 3)
    guard let found = comparison else { return left }
    advance()
    if found == .notWithin { advance() }
    let right = try parseBinary(level: 3)
    if comparison != nil { throw unexpected("'and' between two comparisons") }
    return try make(.binary(found, left, right), from: left)
  }

  private var comparison: BinaryOperator? {
    switch token.kind {
    case .sign(let sign) where ["==", "!=", "<", "<=", ">", ">="].contains(sign): return BinaryOperator(rawValue: sign)
    case .name("in"): return .within
    case .name("not"):
      var ahead = lexer
      return ahead.next().kind == .name("in") ? .notWithin : nil
    default: return nil
    }
  }

  private func binaryOperator(at level: Int) -> BinaryOperator? {
    switch (level, token.kind) {
    case (0, .name("or")): .or
    case (1, .name("and")): .and
    case (3, .sign("~")): .joined
    case (4, .sign("+")): .plus
    case (4, .sign("-")): .minus
    case (5, .sign("*")): .times
    case (5, .sign("/")): .divided
    case (5, .sign("%")): .remainder
    default: nil
    }
  }

  private mutating func parseSign() throws(Mistake) -> Expression {
    let start = token
    guard skip("-") else { return try parsePath() }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maxDepth else { throw tooLong() }
    let operand = try parseSign()
    return try make(.negation(operand), fromByte: start.range.lowerBound)
  }

  private mutating func parsePath() throws(Mistake) -> Expression {
    let start = token.range.lowerBound
    var path = try parseOperand()
    var steps = 0
    while steps < Self.maxDepth {
      if skip(".") {
        guard case .name(let field) = token.kind else { throw unexpected("the name of a field") }
        advance()
        path = try make(.field(path, field), fromByte: start)
      } else if skip("[") {
        let index = try parse()
        guard skip("]") else { throw unexpected("']'") }
        path = try make(.element(path, index), fromByte: start)
      } else {
        return path
      }
      steps += 1
    }
    throw tooLong()
  }

  private mutating func parseOperand() throws(Mistake) -> Expression {
    let start = token
    switch start.kind {
    case .text(let text):
      advance()
      return try make(.literal(Value(.text(text))), fromByte: start.range.lowerBound)
    case .number(let digits):
      guard let number = Decimal(digits) else {
        let help = "numbers have at most 38 digits, 18 of them after the point"
        throw Mistake(.badExpression, "the number \(digits) has too many digits", at: place(start.range), help: help)
      }
      advance()
      return try make(.literal(Value(.number(number))), fromByte: start.range.lowerBound)
    case .sign("("):
      advance()
      let inner = try parse()
      guard skip(")") else { throw unexpected("')'") }
      return inner
    case .sign("["):
      advance()
      return try make(.list(try parseItems(until: "]")), fromByte: start.range.lowerBound)
    case .name(let name): return try parseWord(name)
    default: throw unexpected("a name, a text or a number")
    }
  }

  private mutating func parseItems(until closing: String) throws(Mistake) -> [Expression] {
    var items: [Expression] = []
    if skip(closing) { return items }
    repeat { items.append(try parse()) } while skip(",")
    guard skip(closing) else { throw unexpected("',' or '\(closing)'") }
    return items
  }

  private mutating func parseWord(_ name: String) throws(Mistake) -> Expression {
    let start = token.range.lowerBound
    switch name {
    case "true", "false", "null":
      advance()
      let kind: Value.Kind = name == "null" ? .null : .bool(name == "true")
      return try make(.literal(Value(kind)), fromByte: start)
    case _ where reservedWords.contains(name): throw unexpected("a name, a text or a number")
    case "loop" where scope.loops > 0: return try parseLoop()
    default:
      advance()
      if let index = scope.locals.lastIndex(of: name) { return try make(.local(index, name: name), fromByte: start) }
      return try make(.data(name, locals: scope.locals), fromByte: start)
    }
  }

  private mutating func parseLoop() throws(Mistake) -> Expression {
    let start = token.range.lowerBound
    advance()
    guard skip("."), case .name(let name) = token.kind else { throw unexpected(".index, .first, .last or .length") }
    guard let field = LoopField(rawValue: name) else {
      let help = "loop has index, first, last and length"
      throw Mistake(.unknownName, "loop has no '\(name)'", at: place(token.range), help: help)
    }
    advance()
    return try make(.loop(scope.loops - 1, field), fromByte: start)
  }
}

/// What the levels share.
extension ExpressionParser {
  private func make(_ form: Expression.Form, fromByte start: Int) throws(Mistake) -> Expression {
    Expression(form: form, span: place(start..<max(start, previousEnd)))
  }

  private func make(_ form: Expression.Form, from first: Expression) throws(Mistake) -> Expression {
    let end = place(max(0, previousEnd - 1)..<previousEnd)
    let length = Int(end.offset + end.length - first.span.offset)
    return Expression(
      form: form,
      span: SourceSpan(source: first.span.source, offset: Int(first.span.offset), length: max(0, length))
    )
  }

  private func findFilter(_ name: String, at token: Token) throws(Mistake) -> Filter {
    if let filter = filterTable.first(where: { $0.name == name }) { return filter }
    let nearest = nearestName(to: name, in: filterTable.map(\.name))
    throw Mistake(
      .unknownFilter,
      "there is no filter '\(name)'",
      at: place(token.range),
      help: nearest.map { "did you mean '\($0)'?" } ?? "filters: \(filterTable.map(\.name).joined(separator: ", "))"
    )
  }

  private func checkCount(of arguments: [Expression], for filter: Filter, at token: Token) throws(Mistake) {
    guard !filter.allowedCounts.contains(arguments.count) else { return }
    throw Mistake(
      .wrongArgumentCount,
      "the filter '\(filter.name)' got \(arguments.count) \(arguments.count == 1 ? "argument" : "arguments")",
      at: place(token.range),
      help: "write \(filter.usage)"
    )
  }
}

private let reservedWords = ["and", "or", "not", "in", "true", "false", "null"]
