import Glibc

/// libqpdf, opened when a PDF file is first looked into: few runs do.
///
/// Never closed: its functions are used as long as the process lives. `@unchecked`: the fields are addresses of functions,
/// written once. Handles (`qpdf_oh`) are numbers.
struct QPDFLibrary: @unchecked Sendable {
  /// The library; `nil` where it is not installed.
  static let shared = QPDFLibrary()

  typealias Data = OpaquePointer
  let initialize: @convention(c) () -> Data?
  let cleanup: @convention(c) (UnsafeMutablePointer<Data?>) -> Void
  let silenceErrors: @convention(c) (Data) -> Void
  let suppressWarnings: @convention(c) (Data, CInt) -> Void
  let read: @convention(c) (Data, UnsafePointer<CChar>, UnsafePointer<CChar>?) -> CInt
  let getError: @convention(c) (Data) -> OpaquePointer?
  let errorCode: @convention(c) (Data, OpaquePointer) -> CInt
  let errorText: @convention(c) (Data, OpaquePointer) -> UnsafePointer<CChar>?
  let inheritPageAttributes: @convention(c) (Data) -> CInt
  let pageCount: @convention(c) (Data) -> CInt
  let page: @convention(c) (Data, Int) -> CUnsignedInt
  let key: @convention(c) (Data, CUnsignedInt, UnsafePointer<CChar>) -> CUnsignedInt
  let arrayCount: @convention(c) (Data, CUnsignedInt) -> CInt
  let arrayItem: @convention(c) (Data, CUnsignedInt, CInt) -> CUnsignedInt
  let number: @convention(c) (Data, CUnsignedInt) -> Double
  let releaseAll: @convention(c) (Data) -> Void

  private init?() {
    guard let handle = dlopen("libqpdf.so.29", RTLD_NOW | RTLD_LOCAL) else { return nil }
    do {
      let library = Symbols(handle: handle)
      initialize = try library.function("qpdf_init")
      cleanup = try library.function("qpdf_cleanup")
      silenceErrors = try library.function("qpdf_silence_errors")
      suppressWarnings = try library.function("qpdf_set_suppress_warnings")
      read = try library.function("qpdf_read")
      getError = try library.function("qpdf_get_error")
      errorCode = try library.function("qpdf_get_error_code")
      errorText = try library.function("qpdf_get_error_message_detail")
      inheritPageAttributes = try library.function("qpdf_push_inherited_attributes_to_page")
      pageCount = try library.function("qpdf_get_num_pages")
      page = try library.function("qpdf_get_page_n")
      key = try library.function("qpdf_oh_get_key")
      arrayCount = try library.function("qpdf_oh_get_array_n_items")
      arrayItem = try library.function("qpdf_oh_get_array_item")
      number = try library.function("qpdf_oh_get_numeric_value")
      releaseAll = try library.function("qpdf_oh_release_all")
    } catch {
      return nil
    }
  }
}

private struct Symbols {
  let handle: UnsafeMutableRawPointer

  struct Missing: Error {}

  func function<Function>(_ name: String) throws -> Function {
    guard let address = dlsym(handle, name) else { throw Missing() }
    return unsafeBitCast(address, to: Function.self)
  }
}
