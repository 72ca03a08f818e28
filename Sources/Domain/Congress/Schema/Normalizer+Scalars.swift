import Diagnostics
import Values
import Vietnamese

extension Normalizer {
  /// A single value of the field's kind; `nil` with a diagnostic where it is none.
  mutating func scalar(_ value: Value, _ field: Field) -> Value? {
    switch field.kind {
    case .text: return text(value, field)
    case .textOrCount: return value.text != nil || value.number?.integer != nil ? value : wrong(value, "a text", field)
    case .count, .recordsOrCount: return count(value, field)
    case .ordinal: return ordinal(value, field)
    case .percent: return percent(value, field)
    case .fraction: return fraction(value, field)
    case .truth: return truth(value, field)
    case .date: return date(value, field)
    case .moment: return moment(value, field)
    case .choice(let choice): return self.choice(value, choice, field)
    default: return wrong(value, "a single value", field)
    }
  }

  /// A number is the text that its digits are: `2020` may be a name.
  mutating func text(_ value: Value, _ field: Field) -> Value? {
    if value.text != nil { return value }
    guard let number = value.number else { return wrong(value, "a text", field) }
    return Value(.text(number.description), place: value.place)
  }

  mutating func count(_ value: Value, _ field: Field) -> Value? {
    let number = value.number ?? value.text.flatMap { Decimal.isCanonical($0) ? Decimal($0) : nil }
    guard let number else { return wrong(value, "a whole number", field) }
    guard let count = number.integer, (0...countLimit).contains(count) else {
      diagnostics.report(.wrongValue(value, field, "is a whole number from 0 to 1.000.000, and this is \(number)"))
      return nil
    }
    return Value(.number(Decimal(count)), place: value.place)
  }

  /// Congresses are numbered in Roman numerals: lần thứ XXVIII.
  private mutating func ordinal(_ value: Value, _ field: Field) -> Value? {
    guard let text = value.text, let first = text.first, first.isLetter else { return count(value, field) }
    guard text.utf8.count <= 15, let number = (1...3999).first(where: { romanNumeral($0) == text.uppercased() }) else {
      return wrong(value, "a number, also in Roman numerals", field)
    }
    return Value(.number(Decimal(number)), place: value.place)
  }

  private mutating func percent(_ value: Value, _ field: Field) -> Value? {
    if let number = value.number { return Value(.number(number), place: value.place) }
    guard let text = value.text else { return wrong(value, "a percentage", field) }
    let digits = text.filter { $0 != "%" && !$0.isWhitespace }.map { $0 == "," ? "." : $0 }
    guard let number = Decimal(String(digits)), number >= .zero else {
      return wrong(value, "a percentage such as 95,12%", field)
    }
    return Value(.number(number), place: value.place)
  }

  private mutating func fraction(_ value: Value, _ field: Field) -> Value? {
    let parts = (value.text ?? "").split(separator: "/").map { Int($0.filter { !$0.isWhitespace }) ?? -1 }
    guard parts.count == 2, (0...100).contains(parts[0]), (1...100).contains(parts[1]), parts[0] <= parts[1] else {
      return wrong(value, "a fraction such as 2/3", field)
    }
    return Value(.text("\(parts[0])/\(parts[1])"), place: value.place)
  }

  private mutating func truth(_ value: Value, _ field: Field) -> Value? {
    if value.bool != nil { return value }
    let text = value.text ?? value.number?.description
    guard let meant = text.flatMap({ Choices.truth.option(of: $0)?.value }) else {
      return wrong(value, "true or false", field)
    }
    return Value(.bool(meant == "true"), place: value.place)
  }

  private mutating func date(_ value: Value, _ field: Field) -> Value? {
    guard let text = value.text else {
      diagnostics.report(.noDate(value, shown: value.number?.description ?? value.kindName, field))
      return nil
    }
    guard let date = CalendarDate(text.filter { !$0.isWhitespace }) else {
      diagnostics.report(.noDate(value, shown: text, field))
      return nil
    }
    return Value(.text(date.isoText), place: value.place)
  }

  private mutating func moment(_ value: Value, _ field: Field) -> Value? {
    guard let text = value.text, let moment = Moment(text) else {
      diagnostics.report(.noMoment(value, shown: value.text ?? value.number?.description ?? value.kindName, field))
      return nil
    }
    return Value(.text(moment.text), place: value.place)
  }

  private mutating func choice(_ value: Value, _ choice: Choice, _ field: Field) -> Value? {
    guard let text = value.text else { return wrong(value, "a word", field) }
    guard let meant = choice.option(of: text)?.value else {
      diagnostics.report(.noChoice(value, text, choice, field))
      return nil
    }
    return Value(.text(meant), place: value.place)
  }

  private mutating func wrong(_ value: Value, _ wanted: String, _ field: Field) -> Value? {
    diagnostics.report(.wrongType(value, wanted: wanted, of: "'\(field.key)'"))
    return nil
  }
}
