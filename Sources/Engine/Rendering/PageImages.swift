import CCairo
package import Fonts
import Geometry
package import Layout

/// A page as a PNG file on white ground.
///
/// - Parameters:
///   - page: the page.
///   - resolution: pixels an inch.
///   - fonts: where each face is found.
/// - Returns: the file's bytes.
/// - Throws: ``RenderingError``.
package func renderPNG(
  _ page: Page,
  resolution: Double,
  fonts: @escaping (FaceID) -> FaceFile
) throws(RenderingError) -> [UInt8] {
  let scale = resolution / 72
  let width = max(1, Int((page.size.width * scale).rounded()))
  let height = max(1, Int((page.size.height * scale).rounded()))
  let surface = try Surface.image(width: width, height: height)
  surface.withContext { context in
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
  }
  let canvas = Canvas(surface: surface, faces: FaceCache(file: fonts), pictures: PictureCache(for: .pixels))
  try PagePainter(canvas: canvas, page: page).paint()
  return try surface.png()
}

/// A page as an SVG file; glyphs are outlines.
///
/// - Parameters:
///   - page: the page.
///   - fonts: where each face is found.
/// - Returns: the file's bytes.
/// - Throws: ``RenderingError``.
package func renderSVG(_ page: Page, fonts: @escaping (FaceID) -> FaceFile) throws(RenderingError) -> [UInt8] {
  var bytes: [UInt8] = []
  let sink = ByteSink { buffer in
    bytes.append(contentsOf: buffer)
    return 0
  }
  let surface = try Surface.svg(size: page.size, sink: sink)
  let canvas = Canvas(surface: surface, faces: FaceCache(file: fonts), pictures: PictureCache(for: .svg))
  try PagePainter(canvas: canvas, page: page).paint()
  try surface.finish()
  return bytes
}
