import Diagnostics
import Files
import Markup
import Values

/// Walks a program and writes the expanded tree.
struct Expander {
  /// A file at work.
  ///
  /// Frames stay in place while a part fills its slots: the content is expanded in the frame it was written in.
  struct Frame {
    var program: Program
    var environment: Environment
    /// What the including file gave for the slots, and the frame it belongs to.
    var slots: [String: [Int32]] = [:]
    var slotFrame = 0
    /// The frame of the including file; -1 for the template itself.
    var includedBy = -1
  }

  let configuration: TemplateConfiguration
  let loader: FileLoader
  let data: Value
  var frames: [Frame]
  var current = 0
  var output = TreeBuilder()
  var diagnostics = DiagnosticList()
  /// Included files whose expressions have been parsed, by source and the names known at the include.
  var programs: [String: Program] = [:]
  /// Places of mistakes that do not depend on data: they are reported once, however often an element is repeated.
  var reported: Set<SourceSpan> = []
  private var depth = 0

  init(program: Program, data: Value, configuration: TemplateConfiguration, loader: FileLoader) {
    self.configuration = configuration
    self.loader = loader
    self.data = data
    frames = [Frame(program: program, environment: Environment(data: data))]
  }

  mutating func expandRoot() {
    var isTaken = true
    expandNode(0, chainIsTaken: &isTaken)
  }

  mutating func expandChildren(of node: Int32) {
    let program = frames[current].program
    var child = program.tree.nodes[Int(node)].firstChild
    var isTaken = true
    while child >= 0 {
      expandNode(child, chainIsTaken: &isTaken)
      child = program.tree.nodes[Int(child)].nextSibling
    }
  }

  mutating func expandNodes(_ nodes: [Int32]) {
    var isTaken = true
    for node in nodes { expandNode(node, chainIsTaken: &isTaken) }
  }

  /// Expands a node with its siblings' conditions in mind: whether a branch of the current chain has been taken.
  private mutating func expandNode(_ node: Int32, chainIsTaken: inout Bool) {
    let program = frames[current].program
    let plan = program.plan(of: node)
    guard program.tree.nodes[Int(node)].kind != .text else {
      expandText(node, plan?.text)
      return
    }
    guard depth < configuration.maxDepth else {
      reportTooDeep(program.tree.nodes[Int(node)].span)
      return
    }
    depth += 1
    defer { depth -= 1 }
    guard let plan else {
      expandElement(node, nil)
      return
    }
    if let each = plan.each {
      repeatElement(node, plan, each)
      chainIsTaken = true
    } else if holds(plan.condition, chainIsTaken: &chainIsTaken) {
      expandOnce(node, plan)
    }
  }

  private mutating func holds(_ condition: Plan.Condition, chainIsTaken: inout Bool) -> Bool {
    switch condition {
    case .always: return true
    case .broken:
      chainIsTaken = true
      return false
    case .otherwise:
      defer { chainIsTaken = true }
      return !chainIsTaken
    case .when(let expression):
      guard let value = attempt(expression, isTrue) else {
        chainIsTaken = true
        return false
      }
      chainIsTaken = value
      return value
    case .otherwiseWhen(let expression):
      guard !chainIsTaken else { return false }
      let value = attempt(expression, isTrue)
      // A condition that failed ends the chain: no other branch may stand for it.
      chainIsTaken = value ?? true
      return value ?? false
    }
  }

  private mutating func repeatElement(_ node: Int32, _ plan: Plan, _ each: EachPlan) {
    guard let source = attempt(each.source, evaluate) else { return }
    switch (source.kind, each.names.count) {
    case (.list(let items), 1):
      for (index, item) in items.enumerated() { turn(node, plan, [item], index: index, length: items.count) }
    case (.map(let map), 2):
      for (index, key) in map.keys.enumerated() {
        guard let value = map[key] else { continue }
        turn(node, plan, [Value(.text(key)), value], index: index, length: map.count)
      }
    default: reportNotRepeatable(source, each)
    }
  }

  private mutating func turn(_ node: Int32, _ plan: Plan, _ values: [Value], index: Int, length: Int) {
    frames[current].environment.locals.append(contentsOf: values)
    frames[current].environment.loops.append(.init(index: index + 1, length: length))
    var isTaken = true
    if holds(plan.condition, chainIsTaken: &isTaken) { expandOnce(node, plan) }
    frames[current].environment.loops.removeLast()
    frames[current].environment.locals.removeLast(values.count)
  }

  /// Computes `vb:let` and expands the element; a value that cannot be computed leaves the element out.
  private mutating func expandOnce(_ node: Int32, _ plan: Plan) {
    var count = 0
    defer { frames[current].environment.locals.removeLast(count) }
    for expression in plan.lets {
      guard let value = attempt(expression, evaluate) else { return }
      frames[current].environment.locals.append(value)
      count += 1
    }
    switch frames[current].program.tree.nodes[Int(node)].kind {
    case .vbBlock: expandChildren(of: node)
    case .vbInclude: expandInclude(node, plan)
    case .vbSlot: expandSlot(node)
    default: expandElement(node, plan)
    }
  }

  /// The result of evaluating in the current frame, or `nil` where that failed, which is then reported.
  mutating func attempt<T>(
    _ expression: Expression,
    _ evaluate: (Expression, Environment) throws(Mistake) -> T
  ) -> T? {
    do throws(Mistake) {
      return try evaluate(expression, frames[current].environment)
    } catch {
      diagnostics.report(error.diagnostic)
      return nil
    }
  }
}
