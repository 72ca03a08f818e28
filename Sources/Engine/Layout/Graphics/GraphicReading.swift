import Diagnostics
import Geometry
import Graphics
import Markup
import Styles

extension BoxBuilder {
  /// Adds the box of a chart or a code, and reads what it is to show; its content makes no boxes.
  mutating func collectGraphic(_ node: Int32, style: Int32, into flow: inout Flow) {
    if let graphic = readGraphic(graphicElement(node), diagnostics: &diagnostics) { tree.graphics[node] = graphic }
    collectReplaced(node, style: style, into: &flow)
  }

  /// Reports a part of a chart that stands outside one: it would show nothing.
  mutating func reportLoosePart(_ node: Int32) {
    let id = NodeID(index: node)
    diagnostics.report(.looseChartPart(document.tree.localName(of: id), span: document.tree[id].span))
  }

  /// What an element says, with all inside.
  private func graphicElement(_ node: Int32) -> GraphicElement {
    let id = NodeID(index: node)
    var element = GraphicElement(name: document.tree.localName(of: id), span: document.tree[id].span)
    let start = Int(document.tree[id].first)
    element.attributes = document.tree.attributes(of: id).enumerated().map { offset, attribute in
      GraphicAttribute(
        name: attribute.name,
        value: attribute.value,
        span: attribute.valueSpan,
        data: document.tree.attributeOrigins[Int32(start + offset)]
      )
    }
    let background = styles[document.styleIndices[Int(node)]].backgroundColor
    if background.alpha > 0 { element.color = background }
    var child = document.tree[id].firstChild
    while child >= 0 {
      let inner = document.tree.nodes[Int(child)]
      if inner.kind != .text {
        element.children.append(graphicElement(child))
      } else if element.strayText == nil, !isBlankText(child) {
        element.strayText = inner.span
      }
      child = inner.nextSibling
    }
    return element
  }
}
