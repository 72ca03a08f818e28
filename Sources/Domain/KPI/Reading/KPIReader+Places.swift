import Diagnostics
import Values

extension KPIReader {
  /// The code of a row's organisation; empty for a target of all.
  mutating func organisation(of fields: RowFields, in kind: TableKind) -> String? {
    if let text = fields.text(.organisation) {
      if text == "*", fields.columns[.value] == nil { return "" }
      return organisationCode(text, at: fields.columns[.organisation]?.place)
    }
    if let given = reading.organisation { return organisationCode(given, at: fields.place) }
    if kind == .targets || (fields.columns[.value] == nil && fields.columns[.target] != nil) { return "" }
    diagnostics.report(
      .kpi(
        .missingField,
        "the row names no organisation",
        at: fields.place,
        help: "add a column 'organisation' (đơn vị), or say --organisation"
      )
    )
    return nil
  }

  mutating func organisationCode(_ text: String, at place: ValuePlace?) -> String? {
    switch names.organisation(text) {
    case .code(let code): return code
    case .several(let codes):
      diagnostics.report(
        .kpi(.ambiguousName, "several organisations are called '\(text)'", at: place, help: "write \(listed(codes))")
      )
    case .nothing where reading.addsOrganisations:
      let organisation = Organisation(code: text, name: text)
      names.define(organisation)
      batch.organisations.append(organisation)
      return text
    case .nothing:
      let nearest = nearestName(to: text, in: names.organisationCandidates)
      diagnostics.report(
        .kpi(
          .unknownOrganisation,
          "there is no organisation '\(text)'",
          at: place,
          help: nearest.map { "did you mean '\($0)'?" } ?? "define it under organisations, or say --new-organisations"
        )
      )
    }
    return nil
  }

  mutating func indicatorCode(_ text: String, at place: ValuePlace?) -> String? {
    switch names.indicator(text) {
    case .code(let code): return code
    case .several(let codes):
      diagnostics.report(
        .kpi(.ambiguousName, "several indicators are called '\(text)'", at: place, help: "write \(listed(codes))")
      )
    case .nothing:
      let nearest = nearestName(to: text, in: names.indicatorCandidates)
      diagnostics.report(
        .kpi(
          .unknownIndicator,
          "there is no indicator '\(text)'",
          at: place,
          help: nearest.map { "did you mean '\($0)'?" } ?? "define it under indicators, or import its table first"
        )
      )
    }
    return nil
  }

  mutating func addValue(_ value: Value, at place: KPIData.Place) {
    let number: Decimal?
    switch self.number(value, places: names.indicators[place.indicator]?.places) {
    case .number(let read): number = read
    case .missing: number = nil
    case .ambiguous(let grouped, let decimal):
      let text = value.text ?? value.number?.description ?? ""
      diagnostics.report(.ambiguous(text, grouped, decimal, at: value.place))
      return
    case .unreadable:
      let text = value.text.map { "'\($0)'" } ?? value.kindName
      diagnostics.report(
        .kpi(
          .number,
          "\(text) is no number",
          at: value.place,
          help: "write 1234,5 or 1234.5; leave empty what is not known"
        )
      )
      return
    }
    if let index = seen.values[place] {
      if batch.values[index].content != number {
        diagnostics.report(
          .kpiTwice("the value of \(described(place))", at: value.place, first: batch.values[index].place)
        )
      }
      return
    }
    noteDecimals(of: number, at: place, value.place)
    seen.values[place] = batch.values.count
    batch.values.append(KPIBatch.Entry(key: place, content: number, place: value.place))
  }

  /// Warns, once an indicator, of a value that is shown rounded.
  private mutating func noteDecimals(of number: Decimal?, at place: KPIData.Place, _ source: ValuePlace?) {
    guard let number = number?.normalized, let places = names.indicators[place.indicator]?.places,
      number.scale > places, seen.finer.insert(place.indicator).inserted
    else { return }
    diagnostics.report(
      .kpi(
        .decimals,
        "\(shownNumber(number, places: number.scale)) has more decimals than \(place.indicator) shows (\(places))",
        at: source,
        help: "it is kept as it is and shown as \(shownNumber(number, places: places)); "
          + "correct it, or give the indicator more decimals",
        severity: .warning
      )
    )
  }

  mutating func addTarget(_ value: Value, at place: KPIData.Place) {
    guard let target = target(value, places: names.indicators[place.indicator]?.places) else { return }
    if let index = seen.targets[place] {
      if batch.targets[index].content != target {
        diagnostics.report(
          .kpiTwice("the target of \(described(place))", at: value.place, first: batch.targets[index].place)
        )
      }
      return
    }
    seen.targets[place] = batch.targets.count
    batch.targets.append(KPIBatch.Entry(key: place, content: target, place: value.place))
  }

  mutating func add(_ comment: String?, at place: KPIData.Place, _ source: ValuePlace?) {
    if let index = seen.comments[place] {
      if batch.comments[index].content != comment {
        diagnostics.report(
          .kpiTwice("the comment on \(described(place))", at: source, first: batch.comments[index].place)
        )
      }
      return
    }
    seen.comments[place] = batch.comments.count
    batch.comments.append(KPIBatch.Entry(key: place, content: comment, place: source))
  }
}

/// A place in words: `TTHC, SNV, 2025-06`.
func described(_ place: KPIData.Place) -> String {
  [place.indicator, place.organisation, place.period.description].filter { !$0.isEmpty }.joined(separator: ", ")
}

private func listed(_ codes: [String]) -> String {
  codes.map { "'\($0)'" }.joined(separator: " or ")
}
