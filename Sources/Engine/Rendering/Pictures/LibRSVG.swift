import Geometry
import Glibc

/// librsvg, loaded when the first SVG is painted: it would cost every run 4 ms.
struct LibRSVG: Sendable {
  /// The library; `nil` where it is not installed.
  static let shared = LibRSVG()

  fileprivate typealias New =
    @convention(c) @Sendable (UnsafePointer<UInt8>?, UInt, UnsafeMutablePointer<UnsafeMutableRawPointer?>?) ->
    OpaquePointer?
  fileprivate typealias Render =
    @convention(c) @Sendable (
      OpaquePointer?, OpaquePointer?, UnsafePointer<Double>?, UnsafeMutablePointer<UnsafeMutableRawPointer?>?
    ) -> Int32
  fileprivate typealias SetResolution = @convention(c) @Sendable (OpaquePointer?, Double) -> Void
  fileprivate typealias Unref = @convention(c) @Sendable (OpaquePointer?) -> Void
  fileprivate typealias FreeError = @convention(c) @Sendable (UnsafeMutableRawPointer?) -> Void

  fileprivate let new: New
  fileprivate let render: Render
  fileprivate let setResolution: SetResolution
  fileprivate let unref: Unref
  fileprivate let freeError: FreeError

  private init?() {
    // Its own libraries, GObject and GLib, are found through it.
    guard let library = dlopen("librsvg-2.so.2", RTLD_NOW), let new = dlsym(library, "rsvg_handle_new_from_data"),
      let render = dlsym(library, "rsvg_handle_render_document"),
      let setResolution = dlsym(library, "rsvg_handle_set_dpi"), let unref = dlsym(library, "g_object_unref"),
      let freeError = dlsym(library, "g_error_free")
    else { return nil }
    self.new = unsafeBitCast(new, to: New.self)
    self.render = unsafeBitCast(render, to: Render.self)
    self.setResolution = unsafeBitCast(setResolution, to: SetResolution.self)
    self.unref = unsafeBitCast(unref, to: Unref.self)
    self.freeError = unsafeBitCast(freeError, to: FreeError.self)
  }

  /// The text of a `GError`, which is freed: domain and code, four bytes each, then the message's pointer.
  fileprivate func take(_ error: UnsafeMutableRawPointer?) -> String {
    guard let error else { return "" }
    defer { freeError(error) }
    guard let message = error.load(fromByteOffset: 8, as: UnsafePointer<CChar>?.self) else { return "" }
    return String(cString: message)
  }
}

/// Owns the `RsvgHandle` of a drawing.
///
/// It has no base address, so that librsvg reads no file and no URL that the drawing names; `data:` works.
final class Drawing {
  private let library: LibRSVG
  private let handle: OpaquePointer

  init(svg bytes: [UInt8]) throws(RenderingError) {
    guard let library = LibRSVG.shared else { throw .library("librsvg-2.so.2") }
    var error: UnsafeMutableRawPointer?
    let handle = bytes.withUnsafeBufferPointer { library.new($0.baseAddress, UInt($0.count), &error) }
    guard let handle else { throw .picture(reason: library.take(error)) }
    library.setResolution(handle, 96)
    self.library = library
    self.handle = handle
  }

  deinit { library.unref(handle) }

  /// Draws into a rectangle of the context's user space, which is in points: the drawing's own units are CSS px.
  func draw(in rect: Rect, on context: OpaquePointer) throws(RenderingError) {
    let viewport = [rect.left, rect.top, rect.size.width, rect.size.height].map { $0 / 0.75 }
    var error: UnsafeMutableRawPointer?
    guard library.render(handle, context, viewport, &error) != 0 else {
      throw .picture(reason: library.take(error))
    }
  }
}
