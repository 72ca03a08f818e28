import CCUPS
import Glibc

/// libcups, opened when something is first printed: linking it would cost every start 3 ms.
///
/// Never closed: its functions are used as long as the process lives. `@unchecked`: the fields are addresses of functions,
/// written once; libcups keeps its own state by thread.
struct CUPSLibrary: @unchecked Sendable {
  /// The library; `nil` where it is not installed.
  static let shared = CUPSLibrary()

  let httpConnect2: httpConnect2_function
  let httpClose: httpClose_function
  let httpError: httpError_function
  let httpGetStatus: httpGetStatus_function
  let httpSetTimeout: httpSetTimeout_function
  let cupsSendRequest: cupsSendRequest_function
  let cupsWriteRequestData: cupsWriteRequestData_function
  let cupsGetResponse: cupsGetResponse_function
  let cupsGetDefault2: cupsGetDefault2_function
  let cupsSetPasswordCB2: cupsSetPasswordCB2_function
  let cupsLastErrorString: cupsLastErrorString_function
  let cupsServer: cupsServer_function
  let cupsEncryption: cupsEncryption_function
  let cupsUser: cupsUser_function
  let ippPort: ippPort_function
  let ippNewRequest: ippNewRequest_function
  let ippDelete: ippDelete_function
  let ippLength: ippLength_function
  let ippAddString: ippAddString_function
  let ippAddStrings: ippAddStrings_function
  let ippAddInteger: ippAddInteger_function
  let ippAddBoolean: ippAddBoolean_function
  let ippAddRanges: ippAddRanges_function
  let ippFirstAttribute: ippFirstAttribute_function
  let ippNextAttribute: ippNextAttribute_function
  let ippGetName: ippGetName_function
  let ippGetGroupTag: ippGetGroupTag_function
  let ippGetValueTag: ippGetValueTag_function
  let ippGetCount: ippGetCount_function
  let ippGetInteger: ippGetInteger_function
  let ippGetBoolean: ippGetBoolean_function
  let ippGetString: ippGetString_function
  let ippGetRange: ippGetRange_function
  let ippGetStatusCode: ippGetStatusCode_function
  let ippErrorString: ippErrorString_function

  private init?() {
    guard let handle = dlopen("libcups.so.2", RTLD_NOW | RTLD_LOCAL) else { return nil }
    do {
      let library = Symbols(handle: handle)
      httpConnect2 = try library.function("httpConnect2")
      httpClose = try library.function("httpClose")
      httpError = try library.function("httpError")
      httpGetStatus = try library.function("httpGetStatus")
      httpSetTimeout = try library.function("httpSetTimeout")
      cupsSendRequest = try library.function("cupsSendRequest")
      cupsWriteRequestData = try library.function("cupsWriteRequestData")
      cupsGetResponse = try library.function("cupsGetResponse")
      cupsGetDefault2 = try library.function("cupsGetDefault2")
      cupsSetPasswordCB2 = try library.function("cupsSetPasswordCB2")
      cupsLastErrorString = try library.function("cupsLastErrorString")
      cupsServer = try library.function("cupsServer")
      cupsEncryption = try library.function("cupsEncryption")
      cupsUser = try library.function("cupsUser")
      ippPort = try library.function("ippPort")
      ippNewRequest = try library.function("ippNewRequest")
      ippDelete = try library.function("ippDelete")
      ippLength = try library.function("ippLength")
      ippAddString = try library.function("ippAddString")
      ippAddStrings = try library.function("ippAddStrings")
      ippAddInteger = try library.function("ippAddInteger")
      ippAddBoolean = try library.function("ippAddBoolean")
      ippAddRanges = try library.function("ippAddRanges")
      ippFirstAttribute = try library.function("ippFirstAttribute")
      ippNextAttribute = try library.function("ippNextAttribute")
      ippGetName = try library.function("ippGetName")
      ippGetGroupTag = try library.function("ippGetGroupTag")
      ippGetValueTag = try library.function("ippGetValueTag")
      ippGetCount = try library.function("ippGetCount")
      ippGetInteger = try library.function("ippGetInteger")
      ippGetBoolean = try library.function("ippGetBoolean")
      ippGetString = try library.function("ippGetString")
      ippGetRange = try library.function("ippGetRange")
      ippGetStatusCode = try library.function("ippGetStatusCode")
      ippErrorString = try library.function("ippErrorString")
    } catch {
      return nil
    }
  }
}

private struct Symbols {
  let handle: UnsafeMutableRawPointer

  struct Missing: Error {}

  /// A function of the library as the type that the field asks for: that of CUPS's header.
  func function<Function>(_ name: String) throws -> Function {
    guard let address = dlsym(handle, name) else { throw Missing() }
    return unsafeBitCast(address, to: Function.self)
  }
}
