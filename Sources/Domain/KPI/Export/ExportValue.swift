package import Values

extension KPIData {
  /// Everything in the form in which it is imported, in a fixed order.
  package func exported() -> Value {
    var map = ValueMap()
    var settings = ValueMap()
    for name in KPISettings.names where self.settings.text(of: name) != KPISettings().text(of: name) {
      settings[name] = self.settings.text(of: name).flatMap { Decimal($0) }.map { Value(.number($0)) }
    }
    if !settings.isEmpty { map["settings"] = .map(settings) }
    map["organisations"] = Value(.list(organisations.map(exported)))
    map["indicators"] = Value(.list(indicators.map(exported)))
    map["targets"] = Value(
      .list(
        targets.keys.sorted(by: order).compactMap { key in
          targets[key].map { exported(key, "target", .text($0.written)) }
        }
      )
    )
    map["values"] = Value(
      .list(
        values.keys.sorted(by: order).compactMap { key in
          values[key].map { exported(key, "value", .text(writtenNumber($0))) }
        }
      )
    )
    map["comments"] = Value(
      .list(
        comments.keys.sorted(by: order).compactMap { key in
          comments[key].map { exported(key, "comment", .text($0)) }
        }
      )
    )
    return .map(map)
  }

  private func order(_ left: Place, _ right: Place) -> Bool { left < right }

  private func exported(_ organisation: Organisation) -> Value {
    var map = ValueMap()
    map["code"] = .text(organisation.code)
    map["name"] = .text(organisation.name)
    for (key, text) in [
      ("superior", organisation.superior), ("symbol", organisation.symbol), ("place", organisation.place),
      ("authority", organisation.authority), ("post", organisation.post), ("signer", organisation.signer),
    ] {
      if let text { map[key] = .text(text) }
    }
    return .map(map)
  }

  private func exported(_ indicator: Indicator) -> Value {
    var map = ValueMap()
    map["code"] = .text(indicator.code)
    map["name"] = .text(indicator.name)
    map["unit"] = .text(indicator.unit)
    map["direction"] = .text(indicator.direction.rawValue)
    if let places = indicator.places { map["places"] = .number(places) }
    map["aggregation"] = .text(indicator.aggregation.rawValue)
    if let pace = indicator.givenPace { map["pace"] = .text(pace.rawValue) }
    map["headline"] = .text(indicator.isHeadline ? "yes" : "no")
    return .map(map)
  }

  private func exported(_ place: Place, _ key: String, _ content: Value) -> Value {
    var map = ValueMap()
    if !place.organisation.isEmpty { map["organisation"] = .text(place.organisation) }
    if !place.indicator.isEmpty { map["indicator"] = .text(place.indicator) }
    map["period"] = .text(place.period.description)
    map[key] = content
    return .map(map)
  }
}
