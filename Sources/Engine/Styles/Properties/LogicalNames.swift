/// Flow-relative names (CSS Logical Properties 1) and the physical ones that they are.
///
/// Lines run from left to right and blocks from top to bottom in every document, so that the two are one property: the
/// later declaration wins, whatever name it has.
let logicalNames: KeyValuePairs<String, String> = [
  "inline-size": "width", "block-size": "height",
  "min-inline-size": "min-width", "min-block-size": "min-height",
  "max-inline-size": "max-width", "max-block-size": "max-height",
  "margin-inline-start": "margin-left", "margin-inline-end": "margin-right",
  "margin-block-start": "margin-top", "margin-block-end": "margin-bottom",
  "padding-inline-start": "padding-left", "padding-inline-end": "padding-right",
  "padding-block-start": "padding-top", "padding-block-end": "padding-bottom",
  "inset-inline-start": "left", "inset-inline-end": "right",
  "inset-block-start": "top", "inset-block-end": "bottom",
  "border-inline-start-width": "border-left-width", "border-inline-end-width": "border-right-width",
  "border-block-start-width": "border-top-width", "border-block-end-width": "border-bottom-width",
  "border-inline-start-style": "border-left-style", "border-inline-end-style": "border-right-style",
  "border-block-start-style": "border-top-style", "border-block-end-style": "border-bottom-style",
  "border-inline-start-color": "border-left-color", "border-inline-end-color": "border-right-color",
  "border-block-start-color": "border-top-color", "border-block-end-color": "border-bottom-color",
  "border-inline-start": "border-left", "border-inline-end": "border-right",
  "border-block-start": "border-top", "border-block-end": "border-bottom",
  "border-start-start-radius": "border-top-left-radius", "border-start-end-radius": "border-top-right-radius",
  "border-end-start-radius": "border-bottom-left-radius", "border-end-end-radius": "border-bottom-right-radius",
  // CSS Text 3, 5.5: the old name.
  "word-wrap": "overflow-wrap",
]

let logicalShorthands: [Shorthand] = [
  .pair("margin-inline", "margin-left", "margin-right"),
  .pair("margin-block", "margin-top", "margin-bottom"),
  .pair("padding-inline", "padding-left", "padding-right"),
  .pair("padding-block", "padding-top", "padding-bottom"),
  .pair("inset-inline", "left", "right"),
  .pair("inset-block", "top", "bottom"),
  .pair("border-inline-width", "border-left-width", "border-right-width"),
  .pair("border-block-width", "border-top-width", "border-bottom-width"),
  .pair("border-inline-style", "border-left-style", "border-right-style"),
  .pair("border-block-style", "border-top-style", "border-bottom-style"),
  .pair("border-inline-color", "border-left-color", "border-right-color"),
  .pair("border-block-color", "border-top-color", "border-bottom-color"),
  borderPair("border-inline", ["left", "right"]),
  borderPair("border-block", ["top", "bottom"]),
]

private func borderPair(_ name: String, _ sides: [String]) -> Shorthand {
  let groups = ["width", "style", "color"].map { part in sides.map { "border-\($0)-\(part)" } }
  return Shorthand(name, "<line-width> || <line-style> || <color>", groups.flatMap { $0 }) { reader in
    reader.anyOrder(groups)
  }
}
