/// Images of backgrounds.
let backgroundProperties: [Property] = [
  layered("background-image", \.background.images, "<image> | none", initial: ("none", .none)) { $0.imageSource() },
  layered("background-position", \.background.positions, "<position>", initial: ("0% 0%", .zero)) {
    $0.relativePosition()
  },
  layered(
    "background-size",
    \.background.sizes,
    "cover | contain | [ auto | <length-percentage [0,∞]> ]{1,2}",
    initial: ("auto", .automatic)
  ) { $0.backgroundSize() },
  layered(
    "background-repeat",
    \.background.repeats,
    "repeat-x | repeat-y | [ repeat | space | round | no-repeat ]{1,2}",
    initial: ("repeat", BackgroundRepeat())
  ) { $0.constant { $0.backgroundRepeat() } },
  layered(
    "background-origin",
    \.background.origins,
    keywords(of: BackgroundBox.self),
    initial: ("padding-box", .padding)
  ) {
    $0.constant { $0.keyword(of: BackgroundBox.self) }
  },
  layered("background-clip", \.background.clips, keywords(of: BackgroundBox.self), initial: ("border-box", .border)) {
    $0.constant { $0.keyword(of: BackgroundBox.self) }
  },
  layered(
    "background-attachment",
    \.background.attachments,
    keywords(of: BackgroundAttachment.self),
    initial: ("scroll", .scroll)
  ) { $0.constant { $0.keyword(of: BackgroundAttachment.self) } },
]

let backgroundShorthand = Shorthand(
  "background",
  "[ <image> | none || <position> [ / <'background-size'> ]? || <'background-repeat'> || <'background-attachment'> "
    + "|| <'background-origin'> || <'background-clip'> ]# || <color>",
  [
    "background-image", "background-position", "background-size", "background-repeat", "background-origin",
    "background-clip", "background-attachment", "background-color",
  ]
) { $0.background() }

/// A list with a value for each layer; the initial value alone is stored as an empty list.
private func layered<Value: Sendable & Equatable>(
  _ name: String,
  _ field: StylePath<[Value]>,
  _ grammar: String,
  initial: (text: String, value: Value),
  read: @escaping @Sendable (inout ValueReader) -> Computation<Value>?
) -> Property {
  let value = initial.value
  return Property(
    name,
    field,
    Definition("[ \(grammar) ]#", initial: initial.text),
    computed: { reader in
      var layers: [Computation<Value>] = []
      repeat {
        guard let layer = read(&reader) else { return nil }
        layers.append(layer)
      } while reader.takeComma()
      return normalized(layers, initial: value)
    }
  )
}

private func normalized<Value: Sendable & Equatable>(
  _ layers: [Computation<Value>],
  initial: Value
) -> Computation<[Value]> {
  { style, context in
    let values = layers.map { $0(style, context) }
    return values == [initial] ? [] : values
  }
}

/// One layer of the shorthand.
private struct LayerReading {
  var image: Computation<ImageSource>?
  var position: Computation<RelativePosition>?
  var size: Computation<BackgroundSize>?
  var tiling: BackgroundRepeat?
  var attachment: BackgroundAttachment?
  var origin: BackgroundBox?
  var clip: BackgroundBox?
}

extension ValueReader {
  fileprivate mutating func constant<Value: Sendable>(_ read: (inout ValueReader) -> Value?) -> Computation<Value>? {
    guard let value = read(&self) else { return nil }
    return { _, _ in value }
  }

  fileprivate mutating func backgroundSize() -> Computation<BackgroundSize>? {
    if let word = keyword(["cover": BackgroundSize.cover, "contain": .contain]) { return { _, _ in word } }
    guard let width = backgroundExtent() else { return nil }
    let height = backgroundExtent() ?? { _, _ in nil }
    return { .size(width: width($0, $1), height: height($0, $1)) }
  }

  private mutating func backgroundExtent() -> Computation<LengthPercentage?>? {
    if take("auto") { return { _, _ in nil } }
    guard let next, [.dimension, .percentage, .number, .function].contains(next.kind),
      let length = length(.allowed, .nonNegative)
    else { return nil }
    return { length.lengthPercentage($0, $1).clamped }
  }

  fileprivate mutating func backgroundRepeat() -> BackgroundRepeat? {
    var result = BackgroundRepeat()
    if take("repeat-x") {
      result.y = .noRepeat
      return result
    }
    if take("repeat-y") {
      result.x = .noRepeat
      return result
    }
    guard let x = keyword(of: BackgroundRepeat.Axis.self) else { return nil }
    result.x = x
    result.y = keyword(of: BackgroundRepeat.Axis.self) ?? x
    return result
  }

  fileprivate mutating func background() -> [LonghandValue]? {
    var layers: [LayerReading] = []
    var color: LonghandValue?
    repeat {
      guard color == nil, let layer = backgroundLayer(&color) else { return nil }
      layers.append(layer)
    } while takeComma()
    let values: [LonghandValue] = [
      .of("background-image", \.background.images, layers.map { $0.image ?? { _, _ in .none } }, .none),
      .of("background-position", \.background.positions, layers.map { $0.position ?? { _, _ in .zero } }, .zero),
      .of("background-size", \.background.sizes, layers.map { $0.size ?? { _, _ in .automatic } }, .automatic),
      .of("background-repeat", \.background.repeats, layers.map { fixed($0.tiling ?? .init()) }, .init()),
      .of("background-origin", \.background.origins, layers.map { fixed($0.origin ?? .padding) }, .padding),
      .of("background-clip", \.background.clips, layers.map { fixed($0.clip ?? .border) }, .border),
      .of("background-attachment", \.background.attachments, layers.map { fixed($0.attachment ?? .scroll) }, .scroll),
    ]
    return color.map { values + [$0] } ?? values
  }

  /// One layer; a colour may stand in the last one only.
  private mutating func backgroundLayer(_ color: inout LonghandValue?) -> LayerReading? {
    var layer = LayerReading()
    let start = position
    while let next, next.kind != .comma {
      if layer.image == nil, let image = imageSource() {
        layer.image = image
      } else if layer.tiling == nil, let tiling = backgroundRepeat() {
        layer.tiling = tiling
      } else if layer.attachment == nil, let attachment = keyword(of: BackgroundAttachment.self) {
        layer.attachment = attachment
      } else if layer.origin == nil, let box = keyword(of: BackgroundBox.self) {
        // One box is both; of two the first is the origin.
        layer.origin = box
        layer.clip = box
        if let second = keyword(of: BackgroundBox.self) { layer.clip = second }
      } else if layer.position == nil, let position = relativePosition() {
        layer.position = position
        if takeSlash() {
          guard let size = backgroundSize() else { return nil }
          layer.size = size
        }
      } else if color == nil, let value = longhand("background-color") {
        color = value
      } else {
        return nil
      }
    }
    return position > start ? layer : nil
  }
}

private func fixed<Value: Sendable>(_ value: Value) -> Computation<Value> {
  { _, _ in value }
}

extension LonghandValue {
  /// The layers of a list, as `layered` stores them.
  fileprivate static func of<Value: Sendable & Equatable>(
    _ longhand: String,
    _ field: StylePath<[Value]>,
    _ layers: [Computation<Value>],
    _ initial: Value
  ) -> LonghandValue {
    let list = normalized(layers, initial: initial)
    return LonghandValue(index: PropertyTable.index(longhand)) { style, context in
      style[keyPath: field] = list(style, context)
    }
  }
}
