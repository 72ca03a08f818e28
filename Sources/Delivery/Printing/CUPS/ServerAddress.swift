/// Where a print server listens.
package struct ServerAddress: Sendable, Hashable {
  /// A host's name or address, or the path of a socket.
  package var host: String
  /// The port; meaningless for a socket.
  package var port: Int

  /// An address of its parts.
  package init(host: String, port: Int = 631) {
    self.host = host
    self.port = port
  }

  /// Reads `HOST`, `HOST:PORT`, `[IPv6]:PORT` or the path of a socket, as CUPS_SERVER has them; `nil` for anything else.
  package init?(_ text: String) {
    if text.hasPrefix("/") {
      self.init(host: text)
      return
    }
    var host = text[...]
    var port = 631
    let afterBracket = text.lastIndex(of: "]").map { text.index(after: $0) } ?? text.startIndex
    if let colon = text[afterBracket...].lastIndex(of: ":") {
      guard let number = Int(text[text.index(after: colon)...]), (1...65_535).contains(number) else { return nil }
      host = text[..<colon]
      port = number
    }
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    let isName = host.utf8.allSatisfy { $0 > 0x20 && $0 != 0x2F && $0 != 0x7F }
    guard !host.isEmpty, isName else { return nil }
    self.init(host: String(host), port: port)
  }

  /// Whether the server runs on this machine, so that it and we see the same network.
  var isLocal: Bool {
    host.hasPrefix("/") || host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }
}

extension ServerAddress: CustomStringConvertible {
  /// `HOST:PORT`, or the path of a socket.
  package var description: String {
    host.hasPrefix("/") ? host : host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
