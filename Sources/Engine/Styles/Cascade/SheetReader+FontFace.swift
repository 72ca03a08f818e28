import Diagnostics

private let descriptors: KeyValuePairs<String, String> = [
  "font-family": "<string> | <custom-ident>+",
  "src": "url(file) [ format(name) ]?",
  "font-weight": "normal | bold | <integer [1,1000]>",
  "font-style": "normal | italic | oblique",
]

/// `@font-face` (CSS Fonts 4, section 4): one local file a rule.
extension SheetReader {
  mutating func readFontFace(_ components: inout ComponentReader, folder: String, _ reporter: inout Reporter) {
    guard let keyword = components.current else { return }
    components.position += 1
    components.skipSpaces()
    guard components.current?.kind == .openBrace else {
      reporter.report(.wrongAtRule, "@font-face has no block", at: keyword, help: "write @font-face { ... }")
      skipAtRule(&components)
      return
    }
    let block = components.component(.dropped)
    var face = FontFaceRule(
      family: "",
      source: "",
      folder: folder,
      weight: 400,
      slant: .normal,
      span: reporter.span(of: keyword)
    )
    for declaration in block.children.split(whereSeparator: { $0.kind == .semicolon }) {
      readDescriptor(declaration, into: &face, &reporter)
    }
    let missing = [face.family.isEmpty ? "font-family" : "", face.source.isEmpty ? "src" : ""].filter { !$0.isEmpty }
    guard missing.isEmpty else {
      reporter.report(
        .wrongFontFace,
        "@font-face lacks \(missing.joined(separator: " and "))",
        at: keyword,
        help: "write font-family: name; src: url(file.ttf);"
      )
      return
    }
    add(fontFace: face)
  }

  private func readDescriptor(
    _ declaration: ArraySlice<Component>,
    into face: inout FontFaceRule,
    _ reporter: inout Reporter
  ) {
    guard let name = declaration.first else { return }
    let rest = declaration.dropFirst()
    guard let row = descriptors.first(where: { $0.key == name.word }) else {
      let near = nearestName(to: name.text, in: descriptors.map(\.key)).map { "did you mean '\($0)'? " } ?? ""
      reporter.report(
        .wrongFontFace,
        "'\(name.description)' is not a known descriptor of @font-face",
        at: name,
        help: near + "there are " + descriptors.map(\.key).joined(separator: " ")
      )
      return
    }
    var reader = ValueReader(rest.dropFirst())
    if rest.first?.kind == .colon, read(row.key, &reader, into: &face), reader.isAtEnd { return }
    reporter.report(
      .wrongFontFace,
      "'\(name.text)' does not take this value in @font-face",
      at: reader.culprit ?? name,
      help: "'\(row.key)' takes \(row.value)"
    )
  }

  private func read(_ name: String, _ reader: inout ValueReader, into face: inout FontFaceRule) -> Bool {
    switch name {
    case "font-family":
      guard let names = reader.familyNames(), names.count == 1 else { return false }
      face.family = names[0]
    case "src":
      guard let url = reader.url() else { return false }
      _ = reader.arguments(of: "format")
      face.source = url
    case "font-weight":
      guard let weight = reader.keyword(["normal": 400, "bold": 700]) ?? reader.integer(atLeast: 1), weight <= 1000
      else {
        return false
      }
      face.weight = weight
    default:
      guard let slant = reader.keyword(of: FontSlant.self) else { return false }
      face.slant = slant
    }
    return true
  }
}
