import KPI
import Store
import Values
import Vietnamese

/// How `kpi show` prints.
public enum ShowStyle: Sendable {
  case table, json
}

extension IndicatorReports {
  /// The organisations, each with the periods that have values.
  public func overview(_ style: ShowStyle) -> String {
    var periods: [String: (first: Period, last: Period, count: Int)] = [:]
    for place in data.values.keys {
      let known = periods[place.organisation] ?? (place.period, place.period, 0)
      periods[place.organisation] = (min(known.first, place.period), max(known.last, place.period), known.count + 1)
    }
    if style == .json {
      let rows = data.organisations.map { organisation in
        let found = periods[organisation.code]
        return row([
          ("code", .text(organisation.code)), ("name", .text(organisation.name)),
          ("values", .number(Decimal(found?.count ?? 0))),
          ("first", found.map { .text($0.first.description) } ?? .null),
          ("last", found.map { .text($0.last.description) } ?? .null),
        ])
      }
      let root = row([("store", .text(path)), ("indicators", .number(Decimal(data.indicators.count)))])
      return writtenJSON(root.adding("organisations", Value(.list(rows))))
    }
    var table = TextTable([
      ("Mã", .left), ("Đơn vị", .left), ("Số liệu", .right), ("Từ", .left), ("Đến", .left),
    ])
    for organisation in data.organisations {
      let found = periods[organisation.code]
      table.append([
        organisation.code, organisation.name, String(found?.count ?? 0), found?.first.description ?? missingSign,
        found?.last.description ?? missingSign,
      ])
    }
    return "\(path): \(data.indicators.count) chỉ tiêu\n\n\(table.text)"
  }

  /// The report of an organisation on a period; without one on the last month that has a value.
  public func reportText(organisation: String, period: String?, _ style: ShowStyle) throws(RenderError) -> String {
    let organisation = try find(organisation: organisation)
    let period = try self.period(period, of: organisation)
    if style == .json { return writtenJSON(data.report(of: organisation, on: period)) }
    var table = TextTable([
      ("TT", .right), ("Chỉ tiêu", .left), ("Đơn vị", .left), ("Kế hoạch năm", .right), ("Kỳ trước", .right),
      ("Kỳ này", .right), ("Luỹ kế", .right), ("% KH", .right), ("So kỳ trước", .right), ("So cùng kỳ", .right),
      ("Đánh giá", .left),
    ])
    for (index, indicator) in data.indicators.enumerated() {
      let figure = data.figure(of: indicator, organisation: organisation.code, period: period)
      let places = data.shownPlaces(of: indicator, organisation: organisation.code, period: period)
      let texts = FigureTexts(figure, places: places, settings: data.settings)
      table.append([
        String(index + 1), indicator.name, indicator.unit, figure.yearTarget?.shown ?? missingSign,
        texts.previous, texts.value, texts.yearToDate, texts.targetPercent, texts.againstPrevious,
        texts.againstYearBefore, "\(figure.judgement.sign) \(FigureTexts.word(figure))",
      ])
    }
    let days = data.settings.window.days(of: period).map { " (\($0.first.shortForm) - \($0.last.shortForm))" } ?? ""
    return "\(organisation.name), \(period.name)\(days)\n\n\(table.text)"
  }

  /// All values of an indicator, by organisation and period, with their targets.
  public func seriesText(indicator: String, organisation: String?, _ style: ShowStyle) throws(RenderError) -> String {
    let indicator = try find(indicator: indicator)
    let chosen = try organisation.map { text throws(RenderError) in try find(organisation: text).code }
    let places = data.values.keys.filter {
      $0.indicator == indicator.code && (chosen == nil || $0.organisation == chosen)
    }.sorted()
    if style == .json {
      return writtenJSON(
        Value(
          .list(
            places.map { place in
              row([
                ("organisation", .text(place.organisation)), ("indicator", .text(place.indicator)),
                ("period", .text(place.period.description)), ("value", .number(data.values[place] ?? .zero)),
                ("target", targetText(of: place).map { .text($0) } ?? .null),
              ])
            }
          )
        )
      )
    }
    var table = TextTable([("Đơn vị", .left), ("Kỳ", .left), ("Giá trị", .right), ("Mục tiêu", .right)])
    for place in places {
      let value = data.values[place] ?? .zero
      let decimals = max(indicator.places ?? 0, value.normalized.scale)
      table.append([
        place.organisation, place.period.description, shownNumber(value, places: decimals),
        data.target(place.organisation, indicator.code, place.period)?.shown ?? missingSign,
      ])
    }
    return "\(indicator.name)\(indicator.unit.isEmpty ? "" : " (\(indicator.unit))")\n\n\(table.text)"
  }

  /// Everything that was ever recorded of what is named, the oldest first, with who, when and why.
  public func historyText(
    organisation: String?,
    indicator: String?,
    period: String?,
    _ style: ShowStyle
  ) throws(RenderError) -> String {
    let filter = RevisionFilter(
      organisation: try organisation.map { text throws(RenderError) in try find(organisation: text).code },
      indicator: try indicator.map { text throws(RenderError) in try find(indicator: text).code },
      period: try period.map { text throws(RenderError) in try indicatorPeriod(text) }
    )
    let revisions: [(RevisionKind, Revision)]
    do throws(StoreError) {
      let store = try KPIStore(path: path, access: .read)
      var found: [(RevisionKind, Revision)] = []
      for kind in [RevisionKind.value, .target, .comment] {
        found += try store.history(kind, at: filter).map { (kind, $0) }
      }
      revisions = found
    } catch {
      throw RenderError(store: error)
    }
    if style == .json {
      return writtenJSON(
        Value(
          .list(
            revisions.map { kind, revision in
              row([
                ("kind", .text(kind.rawValue)), ("organisation", .text(revision.place.organisation)),
                ("indicator", .text(revision.place.indicator)), ("period", .text(revision.place.period.description)),
                ("content", revision.text.map { .text($0) } ?? .null), ("recorded", .text(revision.note.recorded)),
                ("by", .text(revision.note.author)), ("why", revision.note.reason.map { .text($0) } ?? .null),
              ])
            }
          )
        )
      )
    }
    var table = TextTable([
      ("Loại", .left), ("Đơn vị", .left), ("Chỉ tiêu", .left), ("Kỳ", .left), ("Nội dung", .right), ("Lúc", .left),
      ("Người", .left), ("Lý do", .left),
    ])
    for (kind, revision) in revisions {
      table.append([
        ["value": "số liệu", "target": "mục tiêu", "comment": "nhận xét"][kind.rawValue] ?? kind.rawValue,
        revision.place.organisation, revision.place.indicator, revision.place.period.description,
        revision.text ?? missingSign, revision.note.recorded, revision.note.author, revision.note.reason ?? "",
      ])
    }
    return table.text
  }

  /// The period that is named, else the last month of the organisation that has a value.
  func period(_ text: String?, of organisation: Organisation) throws(RenderError) -> Period {
    if let text { return try indicatorPeriod(text) }
    var own = KPIData()
    own.values = data.values.filter { $0.key.organisation == organisation.code }
    if let last = own.lastPeriod { return last }
    throw RenderError(
      .input,
      "the store '\(path)' has no value of '\(organisation.code)'",
      path: path,
      help: "say a period: --period 2025-06"
    )
  }

  private func targetText(of place: KPIData.Place) -> String? {
    data.target(place.organisation, place.indicator, place.period)?.written
  }
}

private func row(_ fields: [(String, Value.Kind)]) -> Value {
  var map = ValueMap()
  for (key, kind) in fields { map[key] = Value(kind) }
  return Value(.map(map))
}

extension Value {
  fileprivate func adding(_ key: String, _ value: Value) -> Value {
    var map = self.map ?? ValueMap()
    map[key] = value
    return Value(.map(map))
  }
}
