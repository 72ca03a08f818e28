package import Diagnostics
package import Values

/// Reads one YAML document.
///
/// - Returns: `nil` where it is not well formed. Duplicate keys and unknown tags are reported and reading goes on.
package func readYAML(_ text: SourceText, pointer: String = "", diagnostics: inout DiagnosticList) -> Value? {
  var reader = YAMLReader(text)
  do throws(YAMLStop) {
    let value = try reader.readDocument(pointer: pointer)
    diagnostics.report(contentsOf: reader.diagnostics)
    return value
  } catch {
    diagnostics.report(contentsOf: reader.diagnostics)
    return nil
  }
}

/// Reading ended early; why is among the reader's diagnostics.
private struct YAMLStop: Error {}

/// Composes values from the parser's events.
private struct YAMLReader {
  var diagnostics = DiagnosticList()

  private let text: SourceText
  private let parser: YAMLParser
  private var marks: YAMLMarks
  private var anchors: [String: Anchored] = [:]
  private var aliased = 0

  /// A value with a name, and how many values it holds, itself included.
  private struct Anchored {
    var value: Value
    var count: Int
  }

  /// Deeper data is refused: the reader recurses.
  private static let maxDepth = 256
  /// So many values may come from aliases: nested aliases grow exponentially.
  private static let maxAliased = 1_000_000

  init(_ text: SourceText) {
    self.text = text
    parser = YAMLParser(text.bytes)
    marks = YAMLMarks(text.bytes)
  }

  mutating func readDocument(pointer: String) throws(YAMLStop) -> Value {
    _ = try next()
    let start = try next()
    guard case .documentStart = start.kind else {
      return Value(.null, place: ValuePlace(span: span(start.start, start.start), pointer: pointer))
    }
    let value = try readNode(from: try next(), pointer: pointer, depth: 0).value
    _ = try next()
    let end = try next()
    if case .streamEnd = end.kind { return value }
    diagnostics.report(.severalDocuments(span(end.start, end.end)))
    throw YAMLStop()
  }

  private mutating func readNode(
    from event: YAMLEvent,
    pointer: String,
    depth: Int
  ) throws(YAMLStop) -> (value: Value, count: Int) {
    var result: (value: Value, count: Int)
    switch event.kind {
    case .alias: return try readAlias(event)
    case .scalar(let text, let isPlain): result = (readScalar(text, isPlain: isPlain, of: event, pointer: pointer), 1)
    default:
      let place = ValuePlace(span: span(event.start, event.start, atLeast: 1), pointer: pointer)
      guard depth < Self.maxDepth else {
        diagnostics.report(.tooDeep(place, limit: Self.maxDepth))
        throw YAMLStop()
      }
      if case .sequenceStart = event.kind {
        result = try readList(place: place, depth: depth)
      } else {
        result = try readMap(place: place, depth: depth)
      }
    }
    if let anchor = event.anchor { anchors[anchor] = Anchored(value: result.value, count: result.count) }
    return result
  }

  private mutating func readList(place: ValuePlace, depth: Int) throws(YAMLStop) -> (value: Value, count: Int) {
    var items: [Value] = []
    var count = 1
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind { return (Value(.list(items), place: place), count) }
      let item = try readNode(from: event, pointer: "\(place.pointer)/\(items.count)", depth: depth + 1)
      items.append(item.value)
      count += item.count
    }
  }

  private mutating func readMap(place: ValuePlace, depth: Int) throws(YAMLStop) -> (value: Value, count: Int) {
    var map = ValueMap()
    var keySpans: [String: SourceSpan] = [:]
    var merged: [(Value, SourceSpan)] = []
    var count = 1
    while true {
      let event = try next()
      if case .mappingEnd = event.kind { break }
      let keySpan = span(event.start, event.end, atLeast: 1)
      guard case .scalar(let key, let isPlain) = event.kind else {
        diagnostics.report(.keyIsNoScalar(keySpan))
        throw YAMLStop()
      }
      var item = try readNode(from: try next(), pointer: jsonPointer(place.pointer, key), depth: depth + 1)
      item.value.place?.key = keySpan
      count += item.count
      if isPlain, key == "<<" {
        merged.append((item.value, keySpan))
      } else if let first = keySpans[key] {
        diagnostics.report(.duplicateKey(key, span: keySpan, first: first))
      } else {
        keySpans[key] = keySpan
        map[key] = item.value
      }
    }
    for (value, span) in merged { merge(value, at: span, into: &map) }
    return (Value(.map(map), place: place), count)
  }

  /// The merge key `<<` (YAML type repository): keys of the map itself win over merged ones.
  private mutating func merge(_ value: Value, at span: SourceSpan, into map: inout ValueMap) {
    for source in value.list ?? [value] {
      guard let additions = source.map else {
        diagnostics.report(.mergesNoMap(source, span: span))
        return
      }
      for key in additions.keys where map[key] == nil { map[key] = additions[key] }
    }
  }

  private mutating func readAlias(_ event: YAMLEvent) throws(YAMLStop) -> (value: Value, count: Int) {
    let name = event.anchor ?? ""
    guard let anchored = anchors[name] else {
      diagnostics.report(.unknownAlias(name, span: span(event.start, event.end), known: anchors.keys.sorted()))
      throw YAMLStop()
    }
    aliased += anchored.count
    guard aliased <= Self.maxAliased else {
      diagnostics.report(.tooManyAliases(span(event.start, event.end), limit: Self.maxAliased))
      throw YAMLStop()
    }
    return (anchored.value, anchored.count)
  }

  private mutating func readScalar(_ text: String, isPlain: Bool, of event: YAMLEvent, pointer: String) -> Value {
    let place = ValuePlace(span: span(event.start, event.end, atLeast: 1), pointer: pointer)
    switch event.tag {
    case nil, "!": break
    case "tag:yaml.org,2002:str": return Value(.text(text), place: place)
    case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null":
      return plainScalar(text, place: place, diagnostics: &diagnostics)
    case let tag?: diagnostics.report(.unknownTag(tag, place: place))
    }
    return isPlain ? plainScalar(text, place: place, diagnostics: &diagnostics) : Value(.text(text), place: place)
  }

  private mutating func next() throws(YAMLStop) -> YAMLEvent {
    do throws(YAMLFailure) {
      return try parser.next()
    } catch {
      let start = marks.offset(of: error.place)
      let context = error.context.map { ($0.text, self.span($0.place, $0.place, atLeast: 1)) }
      let span = self.span(error.place, error.place, atLeast: 1)
      let found = text.bytes.indices.contains(start) ? text.bytes[start] : nil
      diagnostics.report(.notWellFormed(error.problem, span: span, found: found, context: context))
      throw YAMLStop()
    }
  }

  private mutating func span(_ start: YAMLMark, _ end: YAMLMark, atLeast least: Int = 0) -> SourceSpan {
    let first = marks.offset(of: start)
    let last = end == start ? first : marks.offset(of: end)
    return text.span(from: first, to: max(last, min(first + least, text.bytes.endIndex)))
  }
}
