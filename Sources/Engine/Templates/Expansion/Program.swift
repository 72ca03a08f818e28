import Diagnostics
import Markup

/// What is to be done with a node that is not simply copied.
struct Plan {
  enum Condition {
    case always
    case when(Expression)
    case otherwiseWhen(Expression)
    case otherwise
    /// The condition could not be read, which has been reported: the element is left out, and so is the rest of the chain.
    case broken
  }

  /// An attribute that stays, by its index in the tree; with a template where it has expressions.
  struct KeptAttribute {
    var index: Int
    var template: TextTemplate?
  }

  var each: EachPlan?
  var condition: Condition = .always
  /// The values of `vb:let`, in order.
  var lets: [Expression] = []
  /// What is known inside the element: the part that an include puts in sees it all.
  var scope = Scope()
  var attributes: [KeptAttribute] = []
  /// A text's pieces.
  var text: TextTemplate?
}

/// What `vb:each` repeats its element over.
struct EachPlan {
  var source: Expression
  /// One name, or two for key and value.
  var names: [String]
}

/// A template file whose expressions have been parsed.
///
/// A class, so that a frame of the expansion does not copy it. Never changed after `init`.
final class Program {
  let tree: ElementTree
  let file: TemplateFile
  private var plans: [Plan] = []
  /// The index of each node's plan, or -1 for a node that is copied.
  private var planIndices: [Int32]

  /// Parses every expression of a tree; mistakes are reported and their elements left out.
  init(tree: ElementTree, file: TemplateFile, scope: Scope, diagnostics: inout DiagnosticList) {
    self.tree = tree
    self.file = file
    planIndices = [Int32](repeating: -1, count: tree.nodes.count)
    var planner = Planner(tree: tree, bytes: file.bytes)
    planner.plan(0, scope: scope)
    plans = planner.plans
    for (node, plan) in planner.planned { planIndices[Int(node)] = plan }
    diagnostics.report(contentsOf: planner.diagnostics)
  }

  /// The plan of a node, or `nil` for one that is copied.
  func plan(of node: Int32) -> Plan? {
    let index = planIndices[Int(node)]
    return index < 0 ? nil : plans[Int(index)]
  }

  /// The children of a node, in order.
  func children(of node: Int32) -> [Int32] {
    var children: [Int32] = []
    var child = tree.nodes[Int(node)].firstChild
    while child >= 0 {
      children.append(child)
      child = tree.nodes[Int(child)].nextSibling
    }
    return children
  }

  /// The names of the slots of a part; "" is the unnamed one.
  var slotNames: [String] {
    tree.nodes.indices.filter { tree.nodes[$0].kind == .vbSlot }.map { tree.attribute("name", of: NodeID($0)) ?? "" }
  }

  /// What is wrong with directives on a document's root: it stands exactly once.
  var directiveOfRoot: Diagnostic? {
    let names = ["vb:each", "vb:if", "vb:else-if", "vb:else"]
    guard let wrong = tree.attributes(of: NodeID(0)).first(where: { names.contains($0.name) }) else { return nil }
    return Diagnostic(
      code: TemplateDiagnostic.badDirective,
      message: "'\(wrong.name)' cannot stand on the root: a document has exactly one",
      span: wrong.span,
      help: "put it on an element inside"
    )
  }

  /// Whether a text node is only white space.
  func isBlank(_ node: Int32) -> Bool {
    guard tree.nodes[Int(node)].kind == .text else { return false }
    return tree.text[tree.textRange(of: NodeID(index: node))].allSatisfy { $0 <= 0x20 }
  }
}

/// A file of templates: where it stands, and its bytes.
struct TemplateFile {
  var path: String
  var source: SourceID
  /// Where the files that it names are looked for first.
  var folder: String
  var bytes: [UInt8]
}
