import Diagnostics
import Values

/// A parsed expression with its place in the template.
struct Expression: Sendable {
  /// The forms of expressions; names are resolved to where their values will be.
  indirect enum Form: Sendable {
    case literal(Value)
    case list([Expression])
    /// A field of the data's root; the variables are for the help line of an unknown name.
    case data(String, locals: [String])
    /// A variable of `vb:each` or `vb:let`, by its place in the frame.
    case local(Int, name: String)
    /// A field of the loop at a depth of the frame.
    case loop(Int, LoopField)
    case field(Expression, String)
    case element(Expression, Expression)
    case negation(Expression)
    case not(Expression)
    case binary(BinaryOperator, Expression, Expression)
    case choice(Expression, then: Expression, otherwise: Expression)
    case filtered(Expression, FilterUse)
  }

  var form: Form
  var span: SourceSpan
}

/// What `loop` knows inside `vb:each`.
enum LoopField: String, Sendable, CaseIterable {
  case index, first, last, length
}

/// The operators between two operands.
enum BinaryOperator: String, Sendable {
  case or, and
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case within = "in"
  case notWithin = "not in"
  case joined = "~"
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
  case remainder = "%"
}

/// A filter with the arguments given to it.
struct FilterUse: Sendable {
  var filter: Filter
  var arguments: [Expression]
  /// The filter's name in the template.
  var span: SourceSpan
}

/// Which names an expression may use besides the data's.
struct Scope: Sendable {
  /// The variables in the order in which they are pushed; the last of a name holds.
  var locals: [String] = []
  /// How many loops stand around the expression.
  var loops = 0
}
