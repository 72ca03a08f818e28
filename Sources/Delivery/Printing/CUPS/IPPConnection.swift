import CCUPS
import Glibc

/// Why a request brought no answer.
enum TransportFailure: Error, Equatable {
  /// The connection broke: the request may have arrived, or not.
  case lost(reason: String)
  /// The server refused the request before looking at it; the status is HTTP's.
  case refused(status: Int)
  /// The document could not be read to its end; an `errno`.
  case unreadable(reason: Int32)
}

/// Owns a connection to a print server (an `http_t`).
///
/// A request is sent once: whether it may be sent again after a failure is for the caller to know. Not Sendable, and used
/// on one thread only, as libcups keeps the last error by thread.
final class IPPConnection {
  private let library: CUPSLibrary
  private let raw: OpaquePointer

  /// Connects within ten seconds.
  init(to address: ServerAddress, library: CUPSLibrary) throws(TransportFailure) {
    let encryption = library.cupsEncryption()
    let raw = library.httpConnect2(address.host, Int32(address.port), nil, AF_UNSPEC, encryption, 1, 10_000, nil)
    guard let raw else {
      // libcups says "Host is down" whatever the reason.
      let reason = address.host.hasPrefix("/") ? nil : connectFault(host: address.host, port: address.port)
      throw .lost(reason: reason ?? library.cupsLastErrorString().map { String(cString: $0) } ?? "no connection")
    }
    // Without a callback a silent server ends the wait.
    library.httpSetTimeout(raw, 30, nil, nil)
    self.library = library
    self.raw = raw
  }

  deinit { library.httpClose(raw) }

  /// Sends a request, with a document behind it where one is given, and waits for the answer.
  func send(_ request: IPPRequest, resource: String, document: DocumentFile? = nil) throws(TransportFailure)
    -> IPPResponse
  {
    // Asked for a name and password, or for encryption, the server has not looked at the request: libcups then prepares
    // the connection, and the same request is sent again.
    for _ in 0..<3 {
      let length = request.length + (document?.size ?? 0)
      var status = request.withRaw { library.cupsSendRequest(raw, $0, resource, length) }
      if status == HTTP_STATUS_CONTINUE || status == HTTP_STATUS_OK {
        if let document { try send(document) }
        if let answer = library.cupsGetResponse(raw, resource) {
          return IPPResponse(taking: answer, library: library)
        }
        status = library.httpGetStatus(raw)
      }
      switch status {
      case HTTP_STATUS_UNAUTHORIZED, HTTP_STATUS_UPGRADE_REQUIRED: continue
      case HTTP_STATUS_ERROR, HTTP_STATUS_OK, HTTP_STATUS_CONTINUE: throw .lost(reason: lastReason)
      default: throw .refused(status: Int(status.rawValue))
      }
    }
    throw .refused(status: Int(HTTP_STATUS_UNAUTHORIZED.rawValue))
  }

  private func send(_ document: DocumentFile) throws(TransportFailure) {
    do throws(DocumentFile.ReadFailure) {
      try document.forEachChunk { chunk in
        let bytes = UnsafeRawPointer(chunk.baseAddress)?.assumingMemoryBound(to: CChar.self)
        return library.cupsWriteRequestData(raw, bytes, chunk.count) == HTTP_STATUS_CONTINUE
      }
    } catch {
      throw .unreadable(reason: error.reason)
    }
  }

  private var lastReason: String {
    let reason = library.httpError(raw)
    return reason == 0 ? "the connection was closed" : String(cString: strerror(reason))
  }
}
