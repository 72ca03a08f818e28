import CCairo

/// Takes the bytes that a surface writes.
///
/// Owned by its surface's wrapper, which outlives every callback.
final class ByteSink {
  private let write: (UnsafeBufferPointer<UInt8>) -> Int32
  /// The first error number that `write` gave; 0 if none.
  private(set) var failure: Int32 = 0

  /// A sink that hands bytes on; `write` gives 0 or an error number.
  init(write: @escaping (UnsafeBufferPointer<UInt8>) -> Int32) {
    self.write = write
  }

  /// The pointer that callbacks get; does not own.
  var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  fileprivate func take(_ data: UnsafePointer<UInt8>?, _ length: UInt32) -> cairo_status_t {
    guard failure == 0 else { return CAIRO_STATUS_WRITE_ERROR }
    failure = write(UnsafeBufferPointer(start: data, count: Int(length)))
    return failure == 0 ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR
  }
}

/// The callback for `cairo_write_func_t`; its closure is a ``ByteSink``.
func writeToSink(
  _ closure: UnsafeMutableRawPointer?,
  _ data: UnsafePointer<UInt8>?,
  _ length: UInt32
) -> cairo_status_t {
  guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
  return Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue().take(data, length)
}
