import Diagnostics

/// Which numbers a property takes.
enum NumberRange { case all, nonNegative }

/// What besides lengths a property takes.
enum PercentageUse { case allowed, refused }

extension ValueReader {
  /// A length, a percentage where `percentages` allows, or a calculation that gives one.
  mutating func length(_ percentages: PercentageUse = .allowed, _ range: NumberRange = .all) -> Calculation? {
    let place = position
    guard let start = next, let value = numeric() else { return nil }
    guard accepts(value, percentages, at: start) else {
      goBack(to: place)
      return nil
    }
    if range == .nonNegative, let literal = value.literal, literal < 0 {
      note(.wrongValue, "\(start.description) is negative", at: start, help: "write 0 or more")
      goBack(to: place)
      return nil
    }
    return value
  }

  private mutating func accepts(_ value: Calculation, _ percentages: PercentageUse, at start: Component) -> Bool {
    switch value.kind {
    case .length: return true
    case .percent, .mixed:
      if percentages == .allowed { return true }
      note(.wrongValue, "a percentage has no meaning here", at: start, help: "write a length such as 12pt or 1em")
      return false
    case .number:
      if value.literal == 0 { return true }
      let text = start.description
      note(.unknownUnit, "\(text) has no unit", at: start, help: "write \(text)pt, \(text)px or \(text)mm")
      return false
    }
  }

  /// A number without unit, or a calculation that gives one.
  mutating func number(_ range: NumberRange = .all) -> Double? {
    let place = position
    guard let start = next, let value = numeric() else { return nil }
    guard case .number(let number) = value else {
      goBack(to: place)
      return nil
    }
    guard range == .all || number >= 0 else {
      note(.wrongValue, "\(start.description) is negative", at: start, help: "write 0 or more")
      goBack(to: place)
      return nil
    }
    return number
  }

  /// Any number, length, percentage or calculation.
  mutating func numeric() -> Calculation? {
    guard let component = next else { return nil }
    switch component.kind {
    case .number:
      advance()
      return .number(component.number)
    case .percentage:
      advance()
      return .percent(component.number)
    case .dimension:
      guard let unit = LengthUnit(rawValue: component.word) else {
        noteUnit(of: component)
        return nil
      }
      advance()
      return .length(component.number, unit)
    case .function: return mathFunction(component)
    default: return nil
    }
  }

  private mutating func noteUnit(of component: Component) {
    let names = LengthUnit.allCases.map(\.rawValue)
    let near = nearestName(to: component.text, in: names).map { "did you mean \($0)? " } ?? ""
    note(
      .unknownUnit,
      "'\(component.text)' is not a unit of lengths",
      at: component,
      help: near + "units are " + names.joined(separator: " ")
    )
  }

  private mutating func mathFunction(_ component: Component) -> Calculation? {
    let word = component.word
    guard ["calc", "min", "max", "clamp"].contains(word) else { return nil }
    var inner = ValueReader(component.children)
    guard let value = inner.result(of: word) else {
      if let mistake = inner.mistake {
        note(mistake.code, mistake.message, at: mistake.component, help: mistake.help)
      } else {
        note(
          .wrongCalculation,
          "\(word)() cannot be read",
          at: inner.culprit ?? component,
          help: "write \(mathGrammar(word)); + and - stand between spaces, and * and / take a number"
        )
      }
      return nil
    }
    advance()
    return value
  }

  private mutating func result(of word: String) -> Calculation? {
    guard word != "calc" else {
      let value = sum()
      return isAtEnd ? value : nil
    }
    var parts: [Calculation] = []
    repeat {
      guard let part = sum() else { return nil }
      parts.append(part)
    } while takeComma()
    guard isAtEnd, let kind = parts.first?.kind, parts.allSatisfy({ $0.kind == kind && kind != .mixed }) else {
      return nil
    }
    switch word {
    case "min": return .least(parts)
    case "max": return .greatest(parts)
    default: return parts.count == 3 ? .greatest([parts[0], .least([parts[1], parts[2]])]) : nil
    }
  }

  private mutating func sum() -> Calculation? {
    guard var value = product() else { return nil }
    while let sign = next, sign.isDelimiter("+") || sign.isDelimiter("-") {
      advance()
      guard let other = product() else { return nil }
      guard let sum = add(value, sign.text == "+" ? other : scale(other, by: -1)) else {
        note(.wrongCalculation, "a number and a length cannot be added", at: sign, help: "give the number a unit")
        return nil
      }
      value = sum
    }
    return value
  }

  private mutating func product() -> Calculation? {
    guard var value = factor() else { return nil }
    while let sign = next, sign.isDelimiter("*") || sign.isDelimiter("/") {
      advance()
      guard let operand = next, let other = factor() else { return nil }
      if case .number(let number) = other {
        guard sign.text == "*" || number != 0 else {
          note(.wrongCalculation, "a division by zero has no value", at: operand)
          return nil
        }
        value = scale(value, by: sign.text == "*" ? number : 1 / number)
      } else if case .number(let number) = value, sign.text == "*" {
        value = scale(other, by: number)
      } else {
        note(.wrongCalculation, "a length is only multiplied with or divided by a number", at: operand)
        return nil
      }
    }
    return value
  }

  private mutating func factor() -> Calculation? {
    guard let component = next else { return nil }
    guard component.kind == .parenthesisBlock else { return numeric() }
    var inner = ValueReader(component.children)
    guard let value = inner.sum(), inner.isAtEnd else { return nil }
    advance()
    return value
  }
}

private func add(_ first: Calculation, _ second: Calculation) -> Calculation? {
  switch (first, second) {
  case (.number(let one), .number(let other)): .number(one + other)
  case (.percent(let one), .percent(let other)): .percent(one + other)
  case _ where (first.kind == .number) != (second.kind == .number): nil
  default: .sum(first, second)
  }
}

private func scale(_ value: Calculation, by factor: Double) -> Calculation {
  switch value {
  case .number(let number): .number(number * factor)
  case .percent(let number): .percent(number * factor)
  case .length(let number, let unit): .length(number * factor, unit)
  default: .scaled(value, by: factor)
  }
}

private func mathGrammar(_ word: String) -> String {
  switch word {
  case "calc": "calc(100% - 2cm)"
  case "clamp": "clamp(1em, 5vw, 2em), all three of one kind"
  default: "\(word)(2em, 1cm), all of one kind"
  }
}
