import Diagnostics
import Markup
import Values

/// Elements that stay, their attributes and texts.
extension Expander {
  mutating func expandElement(_ node: Int32, _ plan: Plan?) {
    let tree = frames[current].program.tree
    let element = tree.nodes[Int(node)]
    output.openElement(element.kind, unknownName: tree.unknownNames[node], span: element.span)
    if let plan {
      let isGraphic = ElementTable.isGraphic(element.kind)
      for kept in plan.attributes {
        addAttribute(tree.attributes[kept.index], kept.template, keepsPlace: isGraphic && kept.template?.whole != nil)
      }
    } else {
      for attribute in tree.attributes(of: NodeID(index: node)) { output.add(attribute) }
    }
    expandChildren(of: node)
    output.closeElement()
  }

  /// `keepsPlace` asks for the place of the value in the data: the values of charts are judged after the expansion.
  private mutating func addAttribute(_ attribute: Attribute, _ template: TextTemplate?, keepsPlace: Bool) {
    guard let template else {
      output.add(attribute)
      return
    }
    if let value = attributeValue(attribute, template) {
      var attribute = attribute
      attribute.value = value
      let source = keepsPlace ? template.whole.flatMap { try? evaluate($0, in: frames[current].environment) } : nil
      output.add(attribute, data: source?.place?.pointer)
    }
  }

  /// What null, true and false make of an attribute of which they are the whole value.
  ///
  /// True gives the attribute's own name, as in HTML; null and false leave it out (`.some(nil)`). `nil` for other values.
  private func wholeValue(_ attribute: Attribute, _ value: Value) -> String?? {
    switch value.kind {
    case .null, .bool(false): .some(nil)
    case .bool(true): .some(attribute.name)
    default: nil
    }
  }

  /// The value with its expressions computed; `nil` where the attribute is to be left out.
  mutating func attributeValue(_ attribute: Attribute, _ template: TextTemplate) -> String? {
    if let whole = template.whole {
      guard let value = attempt(whole, evaluate) else { return nil }
      if let special = wholeValue(attribute, value) { return special }
      return print(value, of: whole)
    }
    let bytes = Array(attribute.value.utf8)
    var result = ""
    for piece in template.pieces {
      switch piece {
      case .literal(let range, _): result += String(decoding: bytes[range], as: UTF8.self)
      case .expression(let expression):
        guard let value = attempt(expression, evaluate), let text = print(value, of: expression) else { return nil }
        result += text
      }
    }
    return result
  }

  private mutating func print(_ value: Value, of expression: Expression) -> String? {
    do throws(Mistake) {
      return try printed(value, at: expression.span)
    } catch {
      diagnostics.report(error.diagnostic)
      return nil
    }
  }

  mutating func expandText(_ node: Int32, _ template: TextTemplate?) {
    let tree = frames[current].program.tree
    guard let template else {
      copyText(node, of: tree)
      return
    }
    for piece in template.pieces {
      switch piece {
      case .literal(let range, let span): output.addText(tree.text[range], span: span)
      case .expression(let expression):
        guard let value = attempt(expression, evaluate), let text = print(value, of: expression) else { continue }
        output.addText(text.utf8, span: expression.span, data: value.place?.pointer, isComputed: true)
      }
    }
  }

  /// A text without expressions, piece by piece where it differs from its source.
  private mutating func copyText(_ node: Int32, of tree: ElementTree) {
    let id = NodeID(index: node)
    let range = tree.textRange(of: id)
    guard let pieces = tree.textPieces[node] else {
      output.addText(tree.text[range], span: tree[id].span)
      return
    }
    for (index, piece) in pieces.enumerated() {
      let end = index + 1 < pieces.count ? Int(pieces[index + 1].offset) : range.count
      let span = tree.span(ofText: Int(piece.offset)..<end, in: id)
      output.addText(tree.text[(range.lowerBound + Int(piece.offset))..<(range.lowerBound + end)], span: span)
    }
  }

  mutating func reportTooDeep(_ span: SourceSpan) {
    guard reported.insert(span).inserted else { return }
    diagnostics.report(
      Diagnostic(
        code: TemplateDiagnostic.tooDeep,
        message: "elements and directives stand more than \(configuration.maxDepth) deep here",
        span: span,
        help: "close the elements around it earlier, or include fewer parts inside each other"
      )
    )
  }

  mutating func reportNotRepeatable(_ value: Value, _ each: EachPlan) {
    let help: String
    switch value.kind {
    case .map: help = "write vb:each=\"key, value in ...\" for a map"
    case .list: help = "write one name for a list; loop.index counts its items"
    case .null: help = "write | default([]) where the list may be absent"
    default: help = "name a list or a map of the data"
    }
    let message = "vb:each with \(each.names.count == 1 ? "one name" : "two names") cannot go through \(value.kindName)"
    diagnostics.report(mistake(.wrongType, message, about: value, at: each.source.span, help: help).diagnostic)
  }
}
