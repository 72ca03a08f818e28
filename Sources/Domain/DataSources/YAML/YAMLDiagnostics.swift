import Diagnostics
import Values

extension Diagnostic {
  /// libyaml's complaint in words that say what to mend.
  static func notWellFormed(
    _ problem: String,
    span: SourceSpan,
    found: UInt8?,
    context: (text: String, span: SourceSpan)?
  ) -> Diagnostic {
    let (message, help) = wording(of: problem, found: found, context: context?.text ?? "")
    var result = Diagnostic(code: DataDiagnostic.yamlSyntax, message: message, span: span, help: help)
    if let place = context?.span, place.offset != span.offset { result.related = place }
    return result
  }

  static func severalDocuments(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: DataDiagnostic.yamlSyntax,
      message: "a second document begins here",
      span: span,
      help: "keep one document a file: remove the line '---'"
    )
  }

  static func keyIsNoScalar(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: DataDiagnostic.yamlSyntax,
      message: "a list or a map stands where a key is wanted",
      span: span,
      help: "a text in {{ }} or beginning with [ or { needs quotes"
    )
  }

  static func mergesNoMap(_ value: Value, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: DataDiagnostic.yamlSyntax,
      message: "'<<' merges \(value.kindName)",
      span: span,
      help: "'<<' takes the alias of a map"
    )
  }

  static func unknownAlias(_ name: String, span: SourceSpan, known: [String]) -> Diagnostic {
    Diagnostic(
      code: DataDiagnostic.alias,
      message: "no anchor '&\(name)' stands before the alias '*\(name)'",
      span: span,
      help: nearestName(to: name, in: known).map { "did you mean '*\($0)'?" }
        ?? "a text that begins with * needs quotes"
    )
  }

  static func tooManyAliases(_ span: SourceSpan, limit: Int) -> Diagnostic {
    Diagnostic(
      code: DataDiagnostic.alias,
      message: "aliases repeat more than \(limit) values",
      span: span,
      help: "write the repeated data once, and let the template use it in each place"
    )
  }

  static func unknownTag(_ tag: String, place: ValuePlace) -> Diagnostic {
    var result = Diagnostic(
      code: DataDiagnostic.tag,
      message: "the tag '\(tag)' has no meaning here",
      span: place.span,
      help: "remove it, or quote a text that begins with !"
    )
    result.data = place.pointer
    return result
  }
}

private func wording(of problem: String, found: UInt8?, context: String) -> (message: String, help: String) {
  if found == UInt8(ascii: "\t") {
    return ("a tab is no indentation in YAML", "indent with spaces")
  }
  if problem.contains("mapping values are not allowed") {
    return ("a second ':' in one line, or a key that is not indented like its neighbours", "quote a text that has ': '")
  }
  if context.contains("quoted scalar") {
    return ("the quote is never closed", "close it; a quote inside single quotes is doubled")
  }
  if problem.contains("cannot start any token") {
    let character = found.map { String(UnicodeScalar($0)) } ?? "end of file"
    return ("a text cannot begin with '\(character)'", "put the text in quotes")
  }
  if problem.contains("could not find expected ':'") {
    return ("the line is no 'key: value'", "write ':' and a space after the key, or quote a text of several lines")
  }
  if context.contains("block mapping") {
    return ("a key is wanted here", "indent the keys of one map alike, and quote a text that holds quotes or ': '")
  }
  if context.contains("block collection") {
    return ("a '- ' is wanted here", "indent the items of one list alike")
  }
  if context.contains("flow") {
    return ("',' or a closing bracket is wanted here", "close the bracket, and quote texts that hold , [ ] { or }")
  }
  let place = context.isEmpty ? "" : " \(context)"
  return ("YAML: \(problem)\(place)", "look at the line and the one before it")
}
