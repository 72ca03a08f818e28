import Glibc

/// Whether something listens where a server would send documents.
///
/// CUPS takes jobs for a printer that is off and learns of it only when it prints: asking first keeps them out of the
/// queue. Only a server on this machine sees the same network as we do, and only addresses with a host can be asked.
///
/// - Returns: the reason where nothing listens; `nil` where something does, or where that cannot be told.
func deviceFault(_ device: String) -> String? {
  hostAndPort(ofDevice: device).flatMap { connectFault(host: $0.host, port: $0.port) }
}

/// Why nothing can be reached at a host; `nil` where something listens.
func connectFault(host: String, port: Int) -> String? {
  var hints = addrinfo()
  hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
  var list: UnsafeMutablePointer<addrinfo>?
  let status = getaddrinfo(host, String(port), &hints, &list)
  guard status == 0 else { return String(cString: gai_strerror(status)) }
  defer { freeaddrinfo(list) }
  var fault = ""
  var next = list
  while let address = next {
    guard let reason = connectFault(address.pointee) else { return nil }
    fault = reason
    next = address.pointee.ai_next
  }
  return fault
}

/// Host and port of a device's address; `nil` where it names none, as USB and DNS-SD do.
func hostAndPort(ofDevice device: String) -> (host: String, port: Int)? {
  let ports = ["ipp": 631, "ipps": 631, "http": 80, "https": 443, "socket": 9100, "lpd": 515]
  guard let mark = device.firstRange(of: "://"), let usual = ports[String(device[..<mark.lowerBound])] else {
    return nil
  }
  let rest = device[mark.upperBound...]
  var authority = rest.prefix { $0 != "/" && $0 != "?" }
  if let user = authority.lastIndex(of: "@") { authority = authority[authority.index(after: user)...] }
  let named = ServerAddress(hasPort(authority) ? String(authority) : "\(authority):\(usual)")
  return named.map { ($0.host, $0.port) }
}

private func hasPort(_ authority: Substring) -> Bool {
  let end = authority.lastIndex(of: "]") ?? authority.startIndex
  return authority[end...].contains(":")
}

/// Tries one address for two seconds.
private func connectFault(_ address: addrinfo) -> String? {
  let kind = address.ai_socktype | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
  let descriptor = socket(address.ai_family, kind, address.ai_protocol)
  guard descriptor >= 0 else { return String(cString: strerror(errno)) }
  defer { close(descriptor) }
  if connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 { return nil }
  guard errno == EINPROGRESS else { return String(cString: strerror(errno)) }
  var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
  guard poll(&waiting, 1, 2000) > 0 else { return "no answer within two seconds" }
  var reason: Int32 = 0
  var size = socklen_t(MemoryLayout<Int32>.size)
  guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &reason, &size) == 0 else {
    return String(cString: strerror(errno))
  }
  return reason == 0 ? nil : String(cString: strerror(reason))
}
