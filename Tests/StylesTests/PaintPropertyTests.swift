import Diagnostics
import Files
import Geometry
import Styles
import Testing

/// Backgrounds, gradients, transforms, outlines, shadows and pictures.
@Suite struct PaintPropertyTests {
  @Test("layers are put together, shorter lists repeated (CSS Backgrounds 3, 2.1)")
  func layers() throws {
    let css = """
      #x { background-image: url(a.png), none, url('b.svg'); background-repeat: repeat-x, space round;
        background-size: cover, 10pt auto; background-origin: content-box; background-position: right top, 25%;
        background-clip: padding-box, content-box; background-attachment: fixed }
      """
    let result = styled(css: css, body: "<p id=\"x\">a</p><p id=\"y\">b</p>")
    #expect(result.report == [])
    let background = try #require(result.style("x")?.background)
    let layers = background.layers
    #expect(layers.count == 3)
    #expect(layers.map { Self.url($0.image) } == ["a.png", nil, "b.svg"])
    #expect(layers.map(\.tiling.x) == [.repeat, .space, .repeat])
    #expect(layers.map(\.tiling.y) == [.noRepeat, .round, .noRepeat])
    let wide = BackgroundSize.size(width: LengthPercentage(points: 10), height: nil)
    #expect(layers.map(\.size) == [.cover, wide, .cover])
    #expect(layers.allSatisfy { $0.origin == .content && $0.attachment == .fixed })
    #expect(layers[0].position == RelativePosition(x: LengthPercentage(percent: 100), y: .zero))
    #expect(layers[1].position == RelativePosition(x: LengthPercentage(percent: 25), y: LengthPercentage(percent: 50)))
    #expect(background.colorClip == .padding)  // the third layer's: the list of two begins again
    #expect(result.style("y")?.background == BackgroundStyle())
    #expect(result.style("y")?.background.hasNoImages == true)
  }

  @Test("background sets all layers and the colour of the last")
  func shorthand() throws {
    let css = "#x { background: url(a.png) no-repeat right 5pt top / contain fixed, border-box padding-box red }"
    let result = styled(css: css)
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    let layers = style.background.layers
    #expect(layers.count == 2)
    #expect(layers[0].position == RelativePosition(x: LengthPercentage(points: -5, percent: 100), y: .zero))
    #expect(layers[0].size == .contain)
    #expect(layers[0].tiling.x == .noRepeat)
    #expect(layers[0].attachment == .fixed)
    #expect(layers[1].image == .none)
    #expect(layers[1].origin == .border)
    #expect(layers[1].clip == .padding)
    #expect(style.backgroundColor == Color(red: 1, green: 0, blue: 0))
    #expect(styled(css: "#x { background: none }").style("x")?.background == BackgroundStyle())
  }

  @Test("names of files are seen from the style sheet's folder, also through var()")
  func folders() throws {
    let css = ":root { --p: url(a.png) } #x { background-image: url(a.png) } #y { background: var(--p) }"
    let text =
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title><style>\(css)</style></head>"
      + "<body><p id=\"x\">a</p><p id=\"y\">a</p><p id=\"z\" style=\"list-style-image: url(b.png)\">a</p></body></html>"
    let result = styled(text, configuration: StyleConfiguration(folder: "parts"))
    #expect(result.report == [])
    for id in ["x", "y"] {
      guard case .file(let file)? = result.style(id)?.background.layers.first?.image else {
        Issue.record("no file")
        return
      }
      #expect(file.url == "a.png")
      #expect(file.folder == "parts")
    }
    guard case .file(let marker)? = result.style("z")?.listStyleImage, let span = marker.span else {
      Issue.record("no file")
      return
    }
    #expect(marker.folder == "parts")
    // The place is that of url(b.png) inside the attribute.
    let start = text.utf8.index(text.startIndex, offsetBy: Int(span.offset))
    #expect(text[start...].hasPrefix("url(b.png)"))
  }

  @Test(
    "gradients in every form (CSS Images 3, 3)",
    arguments: [
      ("linear-gradient(red, blue)", Gradient.Shape.linear(.angle(180)), false, [nil, nil]),
      ("linear-gradient(to left, red 10%, 30%, blue)", .linear(.angle(270)), false, [10, 30, nil]),
      (
        "linear-gradient(to top right, red, blue)", .linear(.corner(isRight: true, isBottom: false)), false, [nil, nil]
      ),
      ("linear-gradient(0.25turn, red 0% 50%, blue 50%)", .linear(.angle(90)), false, [0, 50, 50]),
      ("linear-gradient(0, red, blue)", .linear(.angle(0)), false, [nil, nil]),
      (
        "repeating-radial-gradient(circle, red, blue 20%)",
        .radial(RadialShape(isCircle: true, extent: .farthestCorner, center: .center)), true, [nil, 20]
      ),
      (
        "radial-gradient(closest-side at 0% 100%, red, blue)",
        .radial(
          RadialShape(
            isCircle: false,
            extent: .closestSide,
            center: RelativePosition(x: .zero, y: LengthPercentage(percent: 100))
          )
        ), false, [nil, nil]
      ),
      (
        "radial-gradient(10pt, red, blue)",
        .radial(
          RadialShape(
            isCircle: true,
            extent: .radii(LengthPercentage(points: 10), LengthPercentage(points: 10)),
            center: .center
          )
        ), false, [nil, nil]
      ),
      (
        "radial-gradient(10pt 20% at center, red, blue)",
        .radial(
          RadialShape(
            isCircle: false,
            extent: .radii(LengthPercentage(points: 10), LengthPercentage(percent: 20)),
            center: .center
          )
        ), false, [nil, nil]
      ),
    ] as [(String, Gradient.Shape, Bool, [Double?])]
  )
  func gradients(value: String, shape: Gradient.Shape, isRepeating: Bool, stops: [Double?]) throws {
    let result = styled(css: "#x { background-image: \(value) }")
    #expect(result.report == [])
    guard case .gradient(let gradient)? = result.style("x")?.background.layers.first?.image else {
      Issue.record("no gradient")
      return
    }
    #expect(gradient.shape == shape)
    #expect(gradient.isRepeating == isRepeating)
    #expect(gradient.stops.map { $0.position?.percent } == stops)
    #expect(gradient.stops.first?.color == Color(red: 1, green: 0, blue: 0))
    #expect(gradient.stops.last?.color == Color(red: 0, green: 0, blue: 1))
  }

  @Test("transforms are lists of functions; their lengths are points and their angles degrees")
  func transforms() throws {
    let css = """
      #x { transform: translate(10pt, 50%) rotate(0.5turn) scale(2) skewX(10deg) matrix(1, 0, 0, 1, 4, 8) scaleY(50%);
        transform-origin: right 2pt }
      """
    let result = styled(css: css)
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    #expect(
      style.transform == [
        .translate(x: LengthPercentage(points: 10), y: LengthPercentage(percent: 50)), .rotate(180),
        .scale(x: 2, y: 2), .skew(x: 10, y: 0),
        .matrix(a: 1, b: 0, c: 0, d: 1, e: 3, f: 6),  // 4 and 8 px
        .scale(x: 1, y: 0.5),
      ]
    )
    #expect(
      style.transformOrigin == RelativePosition(x: LengthPercentage(percent: 100), y: LengthPercentage(points: 2))
    )
  }

  @Test("outlines, shadows and corners")
  func edges() throws {
    let css = """
      #x { outline: auto 2pt red; outline-offset: -1pt; box-shadow: inset 1pt 2pt 3pt 4pt blue, 0 0;
        border-radius: 1pt 2pt / 3pt; border-bottom-left-radius: 5% 6pt }
      #y { outline-style: dotted } #z { outline-width: 3pt }
      """
    let result = styled(css: css, body: "<p id=\"x\">a</p><p id=\"y\">a</p><p id=\"z\">a</p>")
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    #expect(style.outline.style == .solid)
    #expect(style.outline.width == 2)
    #expect(style.outline.color == Color(red: 1, green: 0, blue: 0))
    #expect(style.outline.offset == -1)
    #expect(result.style("y")?.outline.width == 2.25)
    #expect(result.style("z")?.outline.width == 0)
    #expect(style.boxShadows.count == 2)
    #expect(style.boxShadows.first?.isInset == true)
    #expect(style.boxShadows.first?.blur == 3)
    #expect(style.boxShadows.first?.spread == 4)
    #expect(style.boxShadows.last?.color == nil)
    #expect(style.borderRadius.top == CornerRadius(x: LengthPercentage(points: 1), y: LengthPercentage(points: 3)))
    #expect(style.borderRadius.right == CornerRadius(x: LengthPercentage(points: 2), y: LengthPercentage(points: 3)))
    #expect(style.borderRadius.left == CornerRadius(x: LengthPercentage(percent: 5), y: LengthPercentage(points: 6)))
  }

  @Test("pictures and markers")
  func pictures() throws {
    let css = """
      #x { image-resolution: from-image 300dpi snap; image-orientation: none; image-rendering: pixelated;
        list-style: none url(a.png) inside }
      #y { list-style: none } #z { list-style: square none }
      """
    let result = styled(css: css, body: "<p id=\"x\">a</p><p id=\"y\">a</p><p id=\"z\">a</p>")
    #expect(result.report == [])
    let style = try #require(result.style("x"))
    #expect(style.imageResolution.usesOwn)
    #expect(style.imageResolution.snaps)
    #expect(style.imageResolution.dotsPerPixel == 3.125)  // 300 / 96
    #expect(style.ignoresImageOrientation)
    #expect(style.imageRendering == .pixelated)
    #expect(style.listStyleType == .none)
    #expect(Self.url(style.listStyleImage) == "a.png")
    #expect(result.style("y")?.listStyleType == ListStyleType.none)
    #expect(result.style("z")?.listStyleType == .square)
    #expect(result.style("z")?.listStyleImage == ImageSource.none)
  }

  @Test(
    "what is not of a grammar is reported",
    arguments: [
      ("background-image: conic-gradient(red, blue)", "css-later-value: conic-gradient() is not built yet"),
      ("background-image: linear-gradient(red)", "linear-gradient() cannot be read; write linear-gradient(to right"),
      ("background-image: linear-gradient(red, 10%, 20%, blue)", "linear-gradient() cannot be read"),
      ("background-image: linear-gradient(45, red, blue)", "css-unknown-unit: 45 is not an angle; write 90deg"),
      ("background-image: radial-gradient(circle 1pt 2pt, red, blue)", "radial-gradient() cannot be read"),
      ("background: red, url(a.png)", "css-wrong-value"), ("background: url(a.png) url(b.png)", "css-wrong-value"),
      ("transform: rotate3d(1)", "css-unknown-function: rotate3d() is not a function of transform"),
      ("transform: matrix(1, 2)", "matrix() cannot be read; write matrix(a, b, c, d, e, f)"),
      ("border-image: none", "css-later-property"), ("box-shadow: 1pt", "css-wrong-value"),
      ("list-style: none none none", "css-wrong-value"), ("image-resolution: 0dpi", "0dpi is no resolution"),
    ]
  )
  func mistakes(css: String, expected: String) {
    let result = styled(css: "#x { \(css) }")
    #expect(result.report.count == 1, "\(result.report)")
    #expect(result.report.first?.contains(expected) == true, "\(result.report)")
  }

  private static func url(_ image: ImageSource) -> String? {
    if case .file(let file) = image { return file.url }
    return nil
  }
}
