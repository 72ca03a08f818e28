import Geometry

/// Markers of lists.
let listProperties: [Property] = [
  Property(
    "list-style-type",
    \.listStyleType,
    Definition(
      "<counter-style> | <custom-ident> | symbols( ) | <string> | none",
      initial: "disc",
      .inherited,
      places: .element
    ),
    computed: { reader in
      guard let style = reader.listStyleType() else { return nil }
      return { style.resolved($1.counterStyles) }
    }
  ),
  Property(
    "list-style-image",
    \.listStyleImage,
    Definition("<image> | none", initial: "none", .inherited, places: .element),
    computed: { $0.imageSource() }
  ),
  Property(
    "list-style-position",
    \.isListMarkerInside,
    Definition("inside | outside", initial: "outside", .inherited, places: .element),
    value: { $0.keyword(["inside": true, "outside": false]) }
  ),
]

/// Borders, layout and captions of tables.
let tableProperties: [Property] = [
  Property(
    "border-collapse",
    \.collapsesBorders,
    Definition("collapse | separate", initial: "separate", .inherited, places: .element),
    value: { $0.keyword(["collapse": true, "separate": false]) }
  ),
  Property(
    "border-spacing",
    \.borderSpacing,
    Definition("<length [0,∞]>{1,2}", initial: "0", .inherited, places: .element),
    computed: { reader in
      guard let width = reader.length(.refused, .nonNegative) else { return nil }
      let height = reader.length(.refused, .nonNegative) ?? width
      return { Size(width: width.points($0, $1), height: height.points($0, $1)) }
    }
  ),
  Property(
    "table-layout",
    \.hasFixedTableLayout,
    Definition("auto | fixed", initial: "auto", places: .element),
    value: { $0.keyword(["auto": false, "fixed": true]) }
  ),
  Property(
    "empty-cells",
    \.hidesEmptyCells,
    Definition("show | hide", initial: "show", .inherited, places: .element),
    value: { $0.keyword(["show": false, "hide": true]) }
  ),
  Property(
    "caption-side",
    \.isCaptionBelow,
    Definition("top | bottom", initial: "top", .inherited, places: .element),
    value: { $0.keyword(["top": false, "bottom": true]) }
  ),
  // Our own: tables that are wider than their pages.
  Property("vb-table-split", \.tableSplit, initial: "none", places: .element),
  Property(
    "vb-key-columns",
    \.keyColumns,
    Definition("auto | <integer [0,∞]>", initial: "auto", places: .element),
    value: { reader in
      if reader.take("auto") { return .some(nil) }
      return reader.integer(atLeast: 0).map { .some($0) }
    }
  ),
]
