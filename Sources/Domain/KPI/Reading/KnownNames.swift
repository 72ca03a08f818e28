import Diagnostics
import Vietnamese

/// Finds indicators and organisations by code or name.
struct KnownNames {
  private(set) var indicators: [String: Indicator] = [:]
  private(set) var organisations: [String: Organisation] = [:]
  private var indicatorNames: [String: [String]] = [:]
  private var organisationNames: [String: [String]] = [:]
  private var foundIndicators: [String: Found] = [:]
  private var foundOrganisations: [String: Found] = [:]

  /// What a name leads to.
  enum Found: Equatable {
    case code(String)
    case several([String])
    case nothing
  }

  init(_ data: KPIData) {
    for indicator in data.indicators { indicators[indicator.code] = indicator }
    for organisation in data.organisations { organisations[organisation.code] = organisation }
  }

  mutating func define(_ indicator: Indicator) { indicators[indicator.code] = indicator }
  mutating func define(_ organisation: Organisation) {
    organisations[organisation.code] = organisation
    foundOrganisations[organisation.code] = .code(organisation.code)
  }

  /// Ends the definitions: from here on names are looked up.
  mutating func seal(_ batch: KPIBatch) {
    indicatorNames = Dictionary(grouping: indicators.values, by: { nameKey($0.name) })
      .mapValues { $0.map(\.code).sorted() }
    organisationNames = Dictionary(grouping: organisations.values, by: { nameKey($0.name) })
      .mapValues { $0.map(\.code).sorted() }
  }

  mutating func indicator(_ text: String) -> Found {
    if let found = foundIndicators[text] { return found }
    let found = indicators[text] != nil ? .code(text) : choose(indicatorNames[nameKey(text)], text, indicators.keys)
    foundIndicators[text] = found
    return found
  }

  mutating func organisation(_ text: String) -> Found {
    if let found = foundOrganisations[text] { return found }
    let found =
      organisations[text] != nil ? .code(text) : choose(organisationNames[nameKey(text)], text, organisations.keys)
    foundOrganisations[text] = found
    return found
  }

  /// The names and codes of indicators, for the nearest one to a wrong one.
  var indicatorCandidates: [String] { indicators.values.flatMap { [$0.code, $0.name] }.sorted() }
  var organisationCandidates: [String] { organisations.values.flatMap { [$0.code, $0.name] }.sorted() }

  private func choose(_ codes: [String]?, _ text: String, _ known: Dictionary<String, some Any>.Keys) -> Found {
    if let codes { return codes.count == 1 ? .code(codes[0]) : .several(codes) }
    // Codes may be typed in other capitals, where that leaves no doubt.
    let matching = known.filter { $0.lowercased() == text.lowercased() }
    return matching.count == 1 ? .code(matching[0]) : .nothing
  }
}

/// A name for comparing: case, white space and the place of the tone do not matter.
private func nameKey(_ name: String) -> String {
  lowerCased(normalizedTonePlace(name).split(whereSeparator: \.isWhitespace).joined(separator: " "))
}
