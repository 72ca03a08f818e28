import CCairo

/// Why a page could not be painted.
package enum RenderingError: Error, Sendable, Equatable {
  /// Cairo reported a status; the text is its own.
  case cairo(status: Int32, text: String)
  /// A font file could not be opened.
  case font(path: String)
  /// A picture's bytes cannot be decoded; says why.
  case picture(reason: String)
  /// The picture with this number cannot be decoded; says why.
  case damagedPicture(number: Int32, reason: String)
  /// A library that is loaded on first use is not there.
  case library(String)
  /// The sink refused bytes: the disk is full, the pipe is closed.
  case sink(errno: Int32)
}

/// Throws where a Cairo status is not success.
func check(_ status: cairo_status_t) throws(RenderingError) {
  guard status == CAIRO_STATUS_SUCCESS else {
    throw .cairo(status: Int32(bitPattern: status.rawValue), text: String(cString: cairo_status_to_string(status)))
  }
}
