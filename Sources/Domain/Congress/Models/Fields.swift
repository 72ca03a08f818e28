import Values
import Vietnamese

/// Something read from the data, with the place it came from.
struct Placed<Content: Sendable>: Sendable {
  var value: Content
  var place: ValuePlace?
}

/// A normalised record that is being read into a model: its tables have made sure of the kinds of its values.
struct Fields: Sendable {
  let source: Value

  init(_ source: Value) {
    self.source = source
  }

  var place: ValuePlace? { source.place }

  subscript(key: String) -> Value? {
    source.map?[key].flatMap { $0.isNull ? nil : $0 }
  }

  func text(_ key: String) -> Placed<String>? {
    placed(key) { $0.text }
  }

  func count(_ key: String) -> Placed<Int>? {
    placed(key) { $0.number?.integer }
  }

  func decimal(_ key: String) -> Placed<Decimal>? {
    placed(key) { $0.number }
  }

  func truth(_ key: String) -> Placed<Bool>? {
    placed(key) { $0.bool }
  }

  func date(_ key: String) -> Placed<CalendarDate>? {
    placed(key) { $0.text.flatMap { CalendarDate($0) } }
  }

  func moment(_ key: String) -> Placed<Moment>? {
    placed(key) { $0.text.flatMap { Moment($0) } }
  }

  func choice<Option: RawRepresentable & Sendable>(_ key: String, _ type: Option.Type) -> Placed<Option>?
  where Option.RawValue == String {
    placed(key) { $0.text.flatMap { Option(rawValue: $0) } }
  }

  /// A name for references: text and number alike.
  func reference(_ key: String) -> Placed<String>? {
    placed(key) { $0.text ?? $0.number?.description }
  }

  func texts(_ key: String) -> [Placed<String>] {
    (self[key]?.list ?? []).compactMap { value in value.text.map { Placed(value: $0, place: value.place) } }
  }

  func counts(_ key: String) -> [Int] {
    (self[key]?.list ?? []).compactMap { $0.number?.integer }
  }

  func record(_ key: String) -> Fields? {
    self[key].flatMap { $0.map == nil ? nil : Fields($0) }
  }

  func records(_ key: String) -> [Fields] {
    (self[key]?.list ?? []).map { Fields($0) }
  }

  /// Whether the data says anything under the key.
  func has(_ key: String) -> Bool {
    self[key] != nil
  }

  private func placed<Content: Sendable>(_ key: String, _ read: (Value) -> Content?) -> Placed<Content>? {
    guard let value = self[key], let content = read(value) else { return nil }
    return Placed(value: content, place: value.place)
  }
}
