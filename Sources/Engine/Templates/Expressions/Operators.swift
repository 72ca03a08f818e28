import Diagnostics
import Values
import Vietnamese

/// The value of two operands; `and` and `or` look at the second only where it matters.
func combine(
  _ sign: BinaryOperator,
  _ left: Expression,
  _ right: Expression,
  in environment: Environment,
  at span: SourceSpan
) throws(Mistake) -> Value {
  switch sign {
  case .or: return Value(.bool(try isTrue(left, in: environment) ? true : try isTrue(right, in: environment)))
  case .and: return Value(.bool(try isTrue(left, in: environment) ? try isTrue(right, in: environment) : false))
  case .plus, .minus, .times, .divided, .remainder:
    let (first, second) = (try number(of: left, in: environment), try number(of: right, in: environment))
    return Value(.number(try compute(sign, first, second, at: span)))
  case .joined:
    let (first, second) = (try evaluate(left, in: environment), try evaluate(right, in: environment))
    return Value(.text(try printed(first, at: left.span) + printed(second, at: right.span)))
  default:
    let (first, second) = (try evaluate(left, in: environment), try evaluate(right, in: environment))
    return Value(.bool(try compare(sign, first, second, at: span)))
  }
}

private func compute(
  _ sign: BinaryOperator,
  _ left: Decimal,
  _ right: Decimal,
  at span: SourceSpan
) throws(Mistake) -> Decimal {
  let isDivision = sign == .divided || sign == .remainder
  if isDivision, right == .zero {
    throw Mistake(.arithmetic, "a division by zero", at: span, help: "ask first, as in n == 0 ? 0 : a / n")
  }
  let result: Decimal? =
    switch sign {
    case .plus: left.adding(right)
    case .minus: left.subtracting(right)
    case .times: left.multiplied(by: right)
    case .divided: left.divided(by: right)
    default: left.remainder(dividingBy: right)
    }
  guard let result else { throw tooLarge(span) }
  return result
}

private func compare(
  _ sign: BinaryOperator,
  _ left: Value,
  _ right: Value,
  at span: SourceSpan
) throws(Mistake) -> Bool {
  switch sign {
  case .equal: return try isEqual(left, right, at: span)
  case .notEqual: return !(try isEqual(left, right, at: span))
  case .within: return try contains(right, left, at: span)
  case .notWithin: return !(try contains(right, left, at: span))
  default: break
  }
  if let first = left.number, let second = right.number { return holds(sign, first, second) }
  if let first = left.text, let second = right.text { return holds(sign, SortKey(text: first), SortKey(text: second)) }
  throw unlike(left, right, at: span, help: "two numbers have an order, and two texts (that of Vietnamese)")
}

private func holds<T: Comparable>(_ sign: BinaryOperator, _ left: T, _ right: T) -> Bool {
  switch sign {
  case .less: left < right
  case .lessOrEqual: left <= right
  case .greater: left > right
  default: left >= right
  }
}

/// Null may be compared to everything; other kinds only to their like, as "5" == 5 is never what was meant.
private func isEqual(_ left: Value, _ right: Value, at span: SourceSpan) throws(Mistake) -> Bool {
  if left.isNull || right.isNull { return left.isNull && right.isNull }
  guard left.kindName == right.kindName else {
    throw unlike(left, right, at: span, help: "compare values of one type; texts stand in quotes")
  }
  return left == right
}

private func unlike(_ left: Value, _ right: Value, at span: SourceSpan, help: String) -> Mistake {
  let message = "\(left.kindName) is compared with \(right.kindName)"
  return mistake(.wrongType, message, about: left.place == nil ? right : left, at: span, help: help)
}

private func contains(_ whole: Value, _ part: Value, at span: SourceSpan) throws(Mistake) -> Bool {
  switch (whole.kind, part.kind) {
  case (.list(let items), _): return items.contains(part)
  case (.map(let map), .text(let key)): return map[key] != nil
  case (.text(let text), .text(let word)): return word.isEmpty || holdsText(text, word)
  default:
    throw mistake(
      .wrongType,
      "\(part.kindName) is looked for in \(whole.kindName)",
      about: whole,
      at: span,
      help: "'in' looks for a value in a list, for a key in a map, for a text in a text"
    )
  }
}

private func holdsText(_ text: String, _ word: String) -> Bool {
  let wanted = Array(word)
  var rest = text[...]
  while rest.count >= wanted.count {
    if rest.starts(with: wanted) { return true }
    rest = rest.dropFirst()
  }
  return false
}
