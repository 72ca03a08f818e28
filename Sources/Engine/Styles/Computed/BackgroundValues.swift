/// The lists of `background-*` besides the colour; an empty list is the property's initial value.
///
/// ``layers`` puts them together.
public struct BackgroundStyle: Sendable, Hashable {
  /// `background-image`.
  var images: [ImageSource] = []
  var positions: [RelativePosition] = []
  var sizes: [BackgroundSize] = []
  var repeats: [BackgroundRepeat] = []
  var origins: [BackgroundBox] = []
  var clips: [BackgroundBox] = []
  var attachments: [BackgroundAttachment] = []

  /// All at their initial values.
  public init() {}

  /// Whether there is nothing to paint but the colour.
  public var hasNoImages: Bool { images.allSatisfy { $0 == .none } }

  /// The layers from the topmost to the lowest, under which the colour is (CSS Backgrounds 3, 2.1).
  public var layers: [BackgroundLayer] {
    images.indices.map { layer($0) }
  }

  /// The box that the background colour fills: the lowest layer's `background-clip` (CSS Backgrounds 3, 2.2).
  public var colorClip: BackgroundBox {
    layer(max(0, images.count - 1)).clip
  }

  private func layer(_ index: Int) -> BackgroundLayer {
    func item<Value>(_ list: [Value], else initial: Value) -> Value {
      list.isEmpty ? initial : list[index % list.count]
    }
    var layer = BackgroundLayer(item(images, else: .none))
    layer.position = item(positions, else: layer.position)
    layer.size = item(sizes, else: layer.size)
    layer.tiling = item(repeats, else: layer.tiling)
    layer.origin = item(origins, else: layer.origin)
    layer.clip = item(clips, else: layer.clip)
    layer.attachment = item(attachments, else: layer.attachment)
    return layer
  }
}

/// One layer of a background.
public struct BackgroundLayer: Sendable, Hashable {
  /// `background-image`.
  public var image: ImageSource
  /// `background-position`.
  public var position: RelativePosition
  /// `background-size`.
  public var size: BackgroundSize
  /// `background-repeat`.
  public var tiling: BackgroundRepeat
  /// `background-origin`.
  public var origin: BackgroundBox
  /// `background-clip`.
  public var clip: BackgroundBox
  /// `background-attachment`.
  public var attachment: BackgroundAttachment

  /// A layer that shows `image` with the initial values of the other properties.
  public init(_ image: ImageSource) {
    self.image = image
    position = .zero
    size = .automatic
    tiling = BackgroundRepeat()
    origin = .padding
    clip = .border
    attachment = .scroll
  }
}

/// `background-size`.
public enum BackgroundSize: Sendable, Hashable {
  case cover, contain
  /// Width and height; `nil` is `auto`.
  case size(width: LengthPercentage?, height: LengthPercentage?)

  /// `auto`.
  public static let automatic = BackgroundSize.size(width: nil, height: nil)
}

/// `background-repeat`.
public struct BackgroundRepeat: Sendable, Hashable {
  /// What is done along one axis.
  public enum Axis: String, Sendable, CaseIterable {
    case `repeat`, space, round
    case noRepeat = "no-repeat"
  }

  /// Along the width.
  public var x = Axis.repeat
  /// Along the height.
  public var y = Axis.repeat

  /// `repeat`.
  public init() {}
}

/// A box of `background-origin` and `background-clip`.
public enum BackgroundBox: String, Sendable, CaseIterable {
  case border = "border-box"
  case padding = "padding-box"
  case content = "content-box"
}

/// `background-attachment`.
public enum BackgroundAttachment: String, Sendable, CaseIterable {
  case scroll, fixed, local
}
