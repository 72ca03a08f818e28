import CExpat

/// Owns one expat parser, for one file.
///
/// Not Sendable: used within one call. The reader it reports to lives longer than the call of ``parse(_:into:)``.
final class XMLParser {
  /// Why expat stopped: its error code and the byte it had come to.
  struct Failure {
    var code: XML_Error
    var offset: Int
  }

  private let raw: OpaquePointer

  init() {
    // Naming the encoding keeps expat from guessing another one; a byte order mark of UTF-8 is still skipped.
    guard let raw = XML_ParserCreate("UTF-8") else {
      preconditionFailure("out of memory: expat made no parser")
    }
    self.raw = raw
  }

  deinit { XML_ParserFree(raw) }

  /// Parses a whole file; the reader gets each event in order.
  ///
  /// - Returns: `nil` when the file is well-formed and the reader did not stop the parser.
  func parse(_ bytes: [UInt8], into reader: MarkupReader) -> Failure? {
    precondition(bytes.count <= Int(Int32.max), "a markup file of \(bytes.count) bytes is beyond expat's reach")
    reader.parser = self
    defer { reader.parser = nil }
    XML_SetUserData(raw, Unmanaged.passUnretained(reader).toOpaque())
    listenToContent()
    listenToProlog()
    // With a foreign DTD that nobody supplies, expat reports an entity without declaration instead of failing: the
    // names of HTML are then resolved here.
    XML_UseForeignDTD(raw, XML_Bool(XML_TRUE))
    let status = bytes.withUnsafeBytes { buffer in
      XML_Parse(raw, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
    }
    guard status != XML_STATUS_OK else { return nil }
    return Failure(code: XML_GetErrorCode(raw), offset: offset)
  }

  /// The first byte of the current event, or of what made expat stop.
  var offset: Int { max(0, Int(XML_GetCurrentByteIndex(raw))) }

  /// How many bytes of the source the current event takes.
  var length: Int { Int(XML_GetCurrentByteCount(raw)) }

  /// Ends parsing after the current event; ``parse(_:into:)`` then returns a failure of code `XML_ERROR_ABORTED`.
  func stop() {
    XML_StopParser(raw, XML_Bool(XML_FALSE))
  }

  private func listenToContent() {
    XML_SetElementHandler(
      raw,
      { context, name, _ in
        if let reader = reader(context), let name { reader.openElement(String(cString: name)) }
      },
      { context, _ in reader(context)?.closeElement() }
    )
    XML_SetCharacterDataHandler(raw) { context, start, count in
      guard let start, count > 0 else { return }
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(count))
      reader(context)?.addText(bytes)
    }
    XML_SetSkippedEntityHandler(raw) { context, name, _ in
      if let reader = reader(context), let name { reader.addEntity(String(cString: name)) }
    }
    XML_SetProcessingInstructionHandler(raw) { context, target, _ in
      if let reader = reader(context), let target { reader.refuseInstruction(String(cString: target)) }
    }
  }

  private func listenToProlog() {
    XML_SetXmlDeclHandler(raw) { context, _, encoding, _ in
      if let reader = reader(context), let encoding { reader.checkEncoding(String(cString: encoding)) }
    }
    XML_SetStartDoctypeDeclHandler(raw) { context, _, system, _, hasSubset in
      reader(context)?.checkDocumentType(system: system.map { String(cString: $0) }, hasSubset: hasSubset != 0)
    }
  }
}

private func reader(_ context: UnsafeMutableRawPointer?) -> MarkupReader? {
  context.map { Unmanaged<MarkupReader>.fromOpaque($0).takeUnretainedValue() }
}
