import Diagnostics
import Values
import Vietnamese

/// What expressions of a file can see.
struct Environment {
  /// One turn of a `vb:each`.
  struct Loop {
    /// From 1.
    var index: Int
    var length: Int
  }

  var data: Value
  var locals: [Value] = []
  var loops: [Loop] = []
}

/// The value of an expression.
func evaluate(_ expression: Expression, in environment: Environment) throws(Mistake) -> Value {
  switch expression.form {
  case .literal(let value): return value
  case .local(let index, _): return environment.locals[index]
  case .data(let name, let locals): return try dataField(name, locals, expression.span, environment.data)
  case .loop(let depth, let field): return loopField(field, of: environment.loops[depth])
  case .field(let object, let name):
    return try field(name, of: try evaluate(object, in: environment), object.span, at: expression.span)
  case .element(let list, let index):
    let (list, place) = (try evaluate(list, in: environment), list.span)
    return try element(try evaluate(index, in: environment), of: list, place, at: expression.span)
  case .list(let items):
    var values: [Value] = []
    for item in items { values.append(try evaluate(item, in: environment)) }
    return Value(.list(values))
  case .negation(let operand):
    let number = try number(of: operand, in: environment)
    guard let negated = number.negated else { throw tooLarge(expression.span) }
    return Value(.number(negated))
  case .not(let operand): return Value(.bool(!(try isTrue(operand, in: environment))))
  case .binary(let sign, let left, let right):
    return try combine(sign, left, right, in: environment, at: expression.span)
  case .choice(let condition, let then, let otherwise):
    return try evaluate(try isTrue(condition, in: environment) ? then : otherwise, in: environment)
  case .filtered(let input, let use): return try apply(use, to: input, in: environment)
  }
}

/// Whether a condition holds: true or false, and null counts as false.
func isTrue(_ condition: Expression, in environment: Environment) throws(Mistake) -> Bool {
  let value = try evaluate(condition, in: environment)
  switch value.kind {
  case .bool(let bool): return bool
  case .null: return false
  default:
    throw mistake(
      .wrongType,
      "a condition is true or false, and this is \(value.kindName)",
      about: value,
      at: condition.span,
      help: "compare it, as in x > 0 or x == 'có', or ask for it with x | exists"
    )
  }
}

/// A mistake about a value of the data, with the value's place.
func mistake(
  _ code: TemplateDiagnostic,
  _ message: String,
  about value: Value,
  at span: SourceSpan,
  help: String
) -> Mistake {
  var mistake = Mistake(code, message, at: span, help: help)
  mistake.diagnostic.data = value.place?.pointer
  mistake.diagnostic.related = value.place?.span
  return mistake
}

func tooLarge(_ span: SourceSpan) -> Mistake {
  Mistake(
    .arithmetic,
    "the result has more digits than a number holds",
    at: span,
    help: "numbers have at most 38 digits"
  )
}

private func dataField(
  _ name: String,
  _ locals: [String],
  _ span: SourceSpan,
  _ data: Value
) throws(Mistake) -> Value {
  if let value = data.map?[name] { return value }
  let known = locals + (data.map?.keys ?? [])
  let nearest = nearestName(to: name, in: known)
  let all = known.prefix(12).joined(separator: ", ")
  var mistake = Mistake(
    .unknownName,
    "the data has no '\(name)'",
    at: span,
    help: nearest.map { "did you mean '\($0)'?" } ?? (known.isEmpty ? "no data was given" : "known here: \(all)"),
    isMissing: true
  )
  mistake.diagnostic.data = jsonPointer("", name)
  throw mistake
}

private func loopField(_ field: LoopField, of loop: Environment.Loop) -> Value {
  switch field {
  case .index: Value(.number(Decimal(loop.index)))
  case .length: Value(.number(Decimal(loop.length)))
  case .first: Value(.bool(loop.index == 1))
  case .last: Value(.bool(loop.index == loop.length))
  }
}

private func field(_ name: String, of object: Value, _ objectSpan: SourceSpan, at span: SourceSpan) throws(Mistake)
  -> Value
{
  guard case .map(let map) = object.kind else {
    var wrong = mistake(
      object.isNull ? .missingField : .wrongType,
      "'.\(name)' is asked of \(object.kindName), which has no fields",
      about: object,
      at: span,
      help: object.isNull ? "give the data a value there, or write | default(...)" : "only maps have fields"
    )
    wrong.isMissing = object.isNull
    throw wrong
  }
  if let value = map[name] { return value }
  throw missing(name, in: map, of: object, at: span)
}

private func missing(_ name: String, in map: ValueMap, of object: Value, at span: SourceSpan) -> Mistake {
  let pointer = object.place?.pointer
  let holder = pointer.map { $0.isEmpty ? "the data" : $0 } ?? "the value"
  let nearest = nearestName(to: name, in: map.keys)
  var missing = mistake(
    .missingField,
    "\(holder) has no field '\(name)'",
    about: object,
    at: span,
    help: nearest.map { "did you mean '\($0)'?" } ?? "add it to the data, or write | default(...)"
  )
  missing.diagnostic.data = pointer.map { jsonPointer($0, name) }
  missing.isMissing = true
  return missing
}

private func element(
  _ index: Value,
  of list: Value,
  _ listSpan: SourceSpan,
  at span: SourceSpan
) throws(Mistake) -> Value {
  if case .text(let key) = index.kind { return try field(key, of: list, listSpan, at: span) }
  guard case .list(let items) = list.kind, let position = index.number?.integer else {
    throw mistake(
      .wrongType,
      "\(list.kindName) is asked for the item at \(index.kindName)",
      about: list,
      at: span,
      help: "write list[0] for a list's first item, map['key'] for a map's value"
    )
  }
  if items.indices.contains(position) { return items[position] }
  let help = items.isEmpty ? "the list is empty" : "its items are 0 to \(items.count - 1)"
  var missing = mistake(.missingField, "the list has no item \(position)", about: list, at: span, help: help)
  missing.isMissing = true
  throw missing
}

/// The number an operand is.
func number(of operand: Expression, in environment: Environment) throws(Mistake) -> Decimal {
  let value = try evaluate(operand, in: environment)
  if let number = value.number { return number }
  throw mistake(
    .wrongType,
    "arithmetic is done with numbers, and this is \(value.kindName)",
    about: value,
    at: operand.span,
    help: value.text == nil ? "write | default(0) where a number may be absent" : "write ~ to join texts"
  )
}

private func apply(_ use: FilterUse, to input: Expression, in environment: Environment) throws(Mistake) -> Value {
  var value: Value
  do throws(Mistake) {
    value = try evaluate(input, in: environment)
  } catch {
    guard use.filter.role != .plain, error.isMissing else { throw error }
    value = Value(.null)
  }
  // The fallback is not computed where it is not needed: it may be missing itself.
  if use.filter.role == .fallback, !value.isNull { return value }
  var arguments: [Value] = []
  for argument in use.arguments { arguments.append(try evaluate(argument, in: environment)) }
  let call = FilterCall(input: value, inputSpan: input.span, arguments: arguments, use: use)
  try call.checkTypes()
  return try use.filter.apply(call)
}
