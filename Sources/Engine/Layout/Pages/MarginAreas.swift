import Geometry
import Styles

/// Where margin boxes stand: the page's margins, cut into corners and sides (CSS Paged Media 3, 5.3.1).
struct MarginAreas {
  /// The page box.
  var size: Size
  var margin: Edges

  /// The containing blocks of the four corner boxes.
  var corners: [(MarginBoxName, Rect)] {
    let inner = inner
    return [
      (.topLeftCorner, Rect(x: 0, y: 0, width: margin.left, height: margin.top)),
      (.topRightCorner, Rect(x: inner.right, y: 0, width: margin.right, height: margin.top)),
      (.bottomRightCorner, Rect(x: inner.right, y: inner.bottom, width: margin.right, height: margin.bottom)),
      (.bottomLeftCorner, Rect(x: 0, y: inner.bottom, width: margin.left, height: margin.bottom)),
    ]
  }

  /// The four sides, clockwise from the top.
  var sides: [MarginSide] {
    let inner = inner
    let width = inner.size.width
    let height = inner.size.height
    return [
      MarginSide(
        names: [.topLeft, .topCenter, .topRight],
        area: Rect(x: inner.left, y: 0, width: width, height: margin.top),
        isHorizontal: true
      ),
      MarginSide(
        names: [.rightTop, .rightMiddle, .rightBottom],
        area: Rect(x: inner.right, y: inner.top, width: margin.right, height: height),
        isHorizontal: false
      ),
      MarginSide(
        names: [.bottomLeft, .bottomCenter, .bottomRight],
        area: Rect(x: inner.left, y: inner.bottom, width: width, height: margin.bottom),
        isHorizontal: true
      ),
      MarginSide(
        names: [.leftTop, .leftMiddle, .leftBottom],
        area: Rect(x: 0, y: inner.top, width: margin.left, height: height),
        isHorizontal: false
      ),
    ]
  }

  /// The page box without its margins: from border edge to border edge.
  private var inner: Rect {
    Rect(
      x: margin.left,
      y: margin.top,
      width: size.width - margin.horizontal,
      height: size.height - margin.vertical
    )
  }
}

/// The three boxes of one side of the page, in order; the corners are not among them.
struct MarginSide {
  var names: [MarginBoxName]
  /// Their containing block.
  var area: Rect
  var isHorizontal: Bool
}

extension MarginBoxName {
  /// Whether the box stands above the page area.
  var isTop: Bool {
    switch self {
    case .topLeftCorner, .topLeft, .topCenter, .topRight, .topRightCorner: true
    default: false
    }
  }

  /// Whether the box stands left of the page area.
  var isLeft: Bool {
    switch self {
    case .topLeftCorner, .leftTop, .leftMiddle, .leftBottom, .bottomLeftCorner: true
    default: false
    }
  }
}
