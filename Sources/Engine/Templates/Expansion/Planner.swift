import Diagnostics
import Markup

/// Parses the directives and expressions of a tree, node by node.
struct Planner {
  private let tree: ElementTree
  private let bytes: [UInt8]
  private(set) var plans: [Plan] = []
  private(set) var planned: [(node: Int32, plan: Int32)] = []
  private(set) var diagnostics = DiagnosticList()

  init(tree: ElementTree, bytes: [UInt8]) {
    self.tree = tree
    self.bytes = bytes
  }

  mutating func plan(_ node: Int32, scope: Scope) {
    guard tree.nodes[Int(node)].kind != .text else {
      planText(node, scope: scope)
      return
    }
    let inner = planElement(node, scope: scope)
    var child = tree.nodes[Int(node)].firstChild
    var chain = Chain.none
    while child >= 0 {
      checkChain(child, &chain)
      plan(child, scope: inner)
      child = tree.nodes[Int(child)].nextSibling
    }
  }

  private mutating func planText(_ node: Int32, scope: Scope) {
    let (tree, id) = (tree, NodeID(index: node))
    let range = tree.textRange(of: id)
    let template = parseText(
      tree.text[range],
      scope: scope,
      place: { tree.span(ofText: ($0.lowerBound - range.lowerBound)..<($0.upperBound - range.lowerBound), in: id) },
      diagnostics: &diagnostics
    )
    if let template { add(Plan(text: template), to: node) }
  }

  private mutating func add(_ plan: Plan, to node: Int32) {
    planned.append((node, Int32(plans.count)))
    plans.append(plan)
  }

  /// Plans an element and returns what its children may name.
  private mutating func planElement(_ node: Int32, scope: Scope) -> Scope {
    let attributes = tree.attributes(of: NodeID(index: node))
    checkRequired(node, attributes)
    var plan = Plan()
    var inner = scope
    if let each = attributes.first(where: { $0.name == "vb:each" }) { planEach(each, &plan, &inner) }
    for attribute in attributes { planCondition(attribute, &plan, scope: inner) }
    if let found = attributes.first(where: { $0.name == "vb:let" }) { planLet(found, &plan, &inner) }
    plan.scope = inner
    for (index, attribute) in zip(attributes.indices, attributes) where isKept(attribute, of: node) {
      let template = parseValue(attribute, scope: inner)
      plan.attributes.append(Plan.KeptAttribute(index: index, template: template))
    }
    let isCopied =
      plan.attributes.count == attributes.count && plan.attributes.allSatisfy { $0.template == nil }
      && !ElementTable.isDirective(tree.nodes[Int(node)].kind)
    if !isCopied { add(plan, to: node) }
    return inner
  }

  private func isKept(_ attribute: Attribute, of node: Int32) -> Bool {
    if attribute.name.hasPrefix("vb:") || attribute.name == "xmlns:vb" { return false }
    let parent = tree.nodes[Int(node)].parent
    return !(attribute.name == "slot" && parent >= 0 && tree.nodes[Int(parent)].kind == .vbInclude)
  }

  private mutating func parseValue(_ attribute: Attribute, scope: Scope) -> TextTemplate? {
    let bytes = bytes
    return parseText(
      Array(attribute.value.utf8)[...],
      scope: scope,
      place: { attribute.span(ofValue: $0, source: bytes) },
      diagnostics: &diagnostics
    )
  }

  private func parser(_ attribute: Attribute, scope: Scope, from start: Int = 0) -> ExpressionParser {
    let bytes = bytes
    let value = Array(attribute.value.utf8)
    return ExpressionParser(value[start...], scope: scope) { attribute.span(ofValue: $0, source: bytes) }
  }

  private mutating func planEach(_ attribute: Attribute, _ plan: inout Plan, _ scope: inout Scope) {
    var parser = parser(attribute, scope: scope)
    do throws(Mistake) {
      let (names, source) = try parser.parseEach()
      plan.each = EachPlan(source: source, names: names)
      scope.locals += names
      scope.loops += 1
    } catch {
      diagnostics.report(error.diagnostic)
      plan.condition = .broken
      // Names that could not be read would be reported once more at each use.
      scope.loops += 1
    }
  }

  private mutating func planCondition(_ attribute: Attribute, _ plan: inout Plan, scope: Scope) {
    guard ["vb:if", "vb:else-if", "vb:else"].contains(attribute.name) else { return }
    if case .broken = plan.condition { return }
    guard attribute.name != "vb:else" else {
      plan.condition = .otherwise
      return
    }
    var parser = parser(attribute, scope: scope)
    do throws(Mistake) {
      let condition = try parser.parse()
      try parser.expectEnd()
      plan.condition = attribute.name == "vb:if" ? .when(condition) : .otherwiseWhen(condition)
    } catch {
      diagnostics.report(error.diagnostic)
      plan.condition = .broken
    }
  }

  /// `vb:let` may give several names, parted by semicolons; each sees those before it.
  private mutating func planLet(_ attribute: Attribute, _ plan: inout Plan, _ scope: inout Scope) {
    var start = 0
    do throws(Mistake) {
      while true {
        var parser = parser(attribute, scope: scope, from: start)
        let name = try parser.parseLetName()
        plan.lets.append(try parser.parse())
        scope.locals.append(name)
        start = parser.token.range.upperBound
        guard parser.skip(";") else {
          try parser.expectEnd()
          return
        }
      }
    } catch {
      diagnostics.report(error.diagnostic)
      plan.condition = .broken
    }
  }
}

/// How siblings hang together by conditions.
private enum Chain {
  case none
  /// A `vb:if` or `vb:else-if` came last.
  case open
  /// A `vb:if` with `vb:each` came last: it may hold in one turn and not in the next.
  case repeated
}

extension Planner {
  private mutating func checkChain(_ node: Int32, _ chain: inout Chain) {
    let id = NodeID(index: node)
    guard tree[id].kind != .text else {
      let isBlank = tree.text[tree.textRange(of: id)].allSatisfy { $0 <= 0x20 }
      if !isBlank { chain = .none }
      return
    }
    let attributes = tree.attributes(of: id)
    let conditions = attributes.filter { ["vb:if", "vb:else-if", "vb:else"].contains($0.name) }
    let each = attributes.first { $0.name == "vb:each" }
    if conditions.count > 1 { refuse(conditions[1], "stands beside '\(conditions[0].name)'", "keep one of the two") }
    guard let condition = conditions.first else {
      chain = .none
      return
    }
    if condition.name != "vb:if" {
      if each != nil { refuse(condition, "cannot stand beside vb:each", "put vb:each on an element inside <vb:block>") }
      switch chain {
      case .open: break
      case .none: refuse(condition, "follows no vb:if", "put it on the next element after one with vb:if or vb:else-if")
      case .repeated:
        refuse(condition, "follows a vb:if that is repeated", "put vb:each on an element inside the vb:if")
      }
    }
    chain = condition.name == "vb:else" ? .none : each == nil ? .open : .repeated
  }

  private mutating func refuse(_ attribute: Attribute, _ reason: String, _ help: String) {
    let message = "'\(attribute.name)' \(reason)"
    diagnostics.report(
      Diagnostic(code: TemplateDiagnostic.badDirective, message: message, span: attribute.span, help: help)
    )
  }

  private mutating func checkRequired(_ node: Int32, _ attributes: ArraySlice<Attribute>) {
    let element = tree.nodes[Int(node)]
    guard element.kind == .vbInclude, !attributes.contains(where: { $0.name == "src" }) else { return }
    diagnostics.report(
      Diagnostic(
        code: TemplateDiagnostic.badDirective,
        message: "<vb:include> names no file",
        span: element.span,
        help: "write <vb:include src=\"parts/letterhead.xhtml\"/>"
      )
    )
  }
}
