import CYaml

/// One step of a YAML stream.
struct YAMLEvent {
  /// What the step is.
  enum Kind {
    case scalar(String, isPlain: Bool)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd, alias
    case documentStart, documentEnd, streamStart, streamEnd
  }

  var kind: Kind
  /// The anchor that is defined, or that an alias refers to.
  var anchor: String?
  /// The explicit tag, such as `tag:yaml.org,2002:str`.
  var tag: String?
  var start: YAMLMark
  var end: YAMLMark
}

/// A place as libyaml counts: line and column from 0, columns in code points.
struct YAMLMark: Equatable {
  var line: Int
  var column: Int
}

/// Why a stream cannot be read on.
struct YAMLFailure: Error {
  var problem: String
  var place: YAMLMark
  /// What was being read, such as "while scanning a quoted scalar", and where it began.
  var context: (text: String, place: YAMLMark)?
}

/// Owns one `yaml_parser_t` and the bytes it reads.
///
/// libyaml's events are used, not Yams' nodes: nodes lose the second place of a duplicate key, and resolve numbers and
/// dates through regular expressions. Not Sendable: one parser, one task.
final class YAMLParser {
  private let raw: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    raw = .allocate(capacity: 1)
    // libyaml keeps the pointer to the input: the copy lives as long as the parser.
    input = .allocate(capacity: max(bytes.count, 1))
    _ = input.update(fromContentsOf: bytes)
    precondition(yaml_parser_initialize(raw) == 1, "libyaml has no memory for a parser")
    yaml_parser_set_encoding(raw, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(raw, input.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(raw)
    raw.deallocate()
    input.deallocate()
  }

  /// The next event; after the end of the stream there is none to ask for.
  func next() throws(YAMLFailure) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(raw, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }
    var result = YAMLEvent(kind: .streamEnd, start: mark(event.start_mark), end: mark(event.end_mark))
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      result.kind = .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.quoted_implicit == 0)
      result.anchor = string(scalar.anchor)
      result.tag = string(scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      result.kind = .sequenceStart
      result.anchor = string(event.data.sequence_start.anchor)
      result.tag = string(event.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      result.kind = .mappingStart
      result.anchor = string(event.data.mapping_start.anchor)
      result.tag = string(event.data.mapping_start.tag)
    case YAML_ALIAS_EVENT:
      result.kind = .alias
      result.anchor = string(event.data.alias.anchor)
    case YAML_SEQUENCE_END_EVENT: result.kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: result.kind = .mappingEnd
    case YAML_DOCUMENT_START_EVENT: result.kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: result.kind = .documentEnd
    case YAML_STREAM_START_EVENT: result.kind = .streamStart
    default: result.kind = .streamEnd
    }
    return result
  }

  private func failure() -> YAMLFailure {
    let problem = raw.pointee.problem.map { String(cString: $0) } ?? "no memory"
    var result = YAMLFailure(problem: problem, place: mark(raw.pointee.problem_mark))
    if raw.pointee.error == YAML_READER_ERROR {
      // The reader knows a byte offset only; what it refuses (control characters) stands where the scanner has come to.
      result.place = mark(raw.pointee.mark)
    }
    if let context = raw.pointee.context {
      result.context = (String(cString: context), mark(raw.pointee.context_mark))
    }
    return result
  }
}

private func mark(_ mark: yaml_mark_t) -> YAMLMark {
  YAMLMark(line: Int(mark.line), column: Int(mark.column))
}

private func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
  pointer.map { String(cString: $0) }
}
