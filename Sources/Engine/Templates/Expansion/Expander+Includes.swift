import Diagnostics
import Files
import Markup
import Values

/// Parts: `vb:include` and `vb:slot`.
extension Expander {
  /// Expands another file in place.
  ///
  /// The part sees the data and every name known at the include, those of its own `vb:let` among them.
  mutating func expandInclude(_ node: Int32, _ plan: Plan) {
    let caller = frames[current].program
    guard let source = plan.attributes.first(where: { caller.tree.attributes[$0.index].name == "src" }) else { return }
    let attribute = caller.tree.attributes[source.index]
    var reference = attribute.value
    if let template = source.template {
      guard let computed = attributeValue(attribute, template) else { return }
      reference = computed
    }
    guard let file = load(reference, from: caller.file.folder, at: attribute.valueSpan) else { return }
    guard mayInclude(file, at: attribute.valueSpan) else { return }
    guard let part = program(of: file, scope: plan.scope) else { return }
    let slots = fillSlots(of: part, from: node)
    let environment = frames[current].environment
    frames.append(
      Frame(program: part, environment: environment, slots: slots, slotFrame: current, includedBy: current)
    )
    let callerIndex = current
    current = frames.count - 1
    expandNodes([0])
    current = callerIndex
    frames.removeLast()
  }

  /// Expands what the including file gave for a slot, or the slot's own content.
  mutating func expandSlot(_ node: Int32) {
    let name = frames[current].program.tree.attribute("name", of: NodeID(index: node)) ?? ""
    guard let content = frames[current].slots[name] else {
      expandChildren(of: node)
      return
    }
    let part = current
    current = frames[part].slotFrame
    expandNodes(content)
    current = part
  }

  private mutating func load(_ reference: String, from folder: String, at span: SourceSpan) -> LoadedFile? {
    do throws(FileError) {
      return try loader.load(reference, from: folder)
    } catch {
      if reported.insert(span).inserted { diagnostics.report(error.diagnostic(at: span)) }
      return nil
    }
  }

  /// Whether the file is not among those that led here, and they are not too many.
  private mutating func mayInclude(_ file: LoadedFile, at span: SourceSpan) -> Bool {
    var chain = [file.path]
    var isEndless = false
    var frame = current
    while frame >= 0 {
      let including = frames[frame].program.file
      chain.append(including.path)
      if including.source == file.source { isEndless = true }
      frame = frames[frame].includedBy
    }
    let shown = chain.reversed().joined(separator: " → ")
    if isEndless {
      reportInclude(
        .endlessInclude,
        "the include has no end: \(shown)",
        at: span,
        help: "take one of these includes out"
      )
      return false
    }
    guard chain.count - 1 <= configuration.maxIncludes else {
      let message = "files include each other more than \(configuration.maxIncludes) deep: \(shown)"
      reportInclude(.includesTooDeep, message, at: span, help: "put parts into one file")
      return false
    }
    return true
  }

  private mutating func reportInclude(_ code: TemplateDiagnostic, _ message: String, at span: SourceSpan, help: String)
  {
    guard reported.insert(span).inserted else { return }
    diagnostics.report(Diagnostic(code: code, message: message, span: span, help: help))
  }

  /// The parsed part; a file that cannot be read is reported at its first include only.
  private mutating func program(of file: LoadedFile, scope: Scope) -> Program? {
    let key = "\(file.source.index) \(scope.loops) \(scope.locals.joined(separator: " "))"
    if let known = programs[key] { return known }
    let whole = SourceSpan(source: file.source, offset: 0, length: 0)
    guard !reported.contains(whole) else { return nil }
    let markup = MarkupConfiguration(
      isLenient: configuration.isLenient,
      maxDepth: configuration.maxDepth,
      role: .part
    )
    guard let tree = readMarkup(file.source, bytes: file.bytes, configuration: markup, diagnostics: &diagnostics) else {
      reported.insert(whole)
      return nil
    }
    let source = TemplateFile(path: file.path, source: file.source, folder: file.folder, bytes: file.bytes)
    let program = Program(tree: tree, file: source, scope: scope, diagnostics: &diagnostics)
    programs[key] = program
    return program
  }

  /// The children of an include by the slot they fill; "" is the unnamed slot.
  private mutating func fillSlots(of part: Program, from node: Int32) -> [String: [Int32]] {
    let program = frames[current].program
    let known = part.slotNames
    var slots: [String: [Int32]] = [:]
    var blanks: [Int32] = []
    for child in program.children(of: node) {
      if program.isBlank(child) {
        blanks.append(child)
        continue
      }
      let attribute = program.tree.attributes(of: NodeID(index: child)).first { $0.name == "slot" }
      let name = attribute?.value ?? ""
      guard known.contains(name) else {
        reportUnknownSlot(name, at: attribute?.valueSpan ?? program.tree.nodes[Int(child)].span, known, part)
        continue
      }
      // White space between two children of one slot stays between them.
      if let before = blanks.last, slots[name] != nil { slots[name]?.append(before) }
      blanks.removeAll()
      slots[name, default: []].append(child)
    }
    return slots
  }

  private mutating func reportUnknownSlot(_ name: String, at span: SourceSpan, _ known: [String], _ part: Program) {
    let names = known.filter { !$0.isEmpty }
    let nearest = nearestName(to: name, in: names)
    let list = names.isEmpty ? "the part has no named slot" : "its slots: \(names.joined(separator: ", "))"
    let slot = name.isEmpty ? "slot without a name" : "slot '\(name)'"
    let help = nearest.map { "did you mean '\($0)'?" } ?? list
    reportInclude(.unknownSlot, "'\(part.file.path)' has no \(slot)", at: span, help: help)
  }
}
