import Values
import Vietnamese

/// A delegate; at a congress of all members, a member.
struct Delegate: Sendable {
  enum Kind: String, Sendable { case exOfficio = "ex_officio", elected, appointed }
  enum Gender: String, Sendable { case male, female }

  var person: Person
  var kind: Placed<Kind>?
  var gender: Placed<Gender>?
  var ethnicity: String?
  var joined: Placed<CalendarDate>?
  var officialSince: Placed<CalendarDate>?
  var isAlternate: Bool
  var replaces: Placed<String>?
  var isPresent: Placed<Bool>?
  var education: String?
  var theory: String?

  init?(_ fields: Fields) {
    guard let person = Person(fields) else { return nil }
    self.person = person
    kind = fields.choice("kind", Kind.self)
    gender = fields.choice("gender", Gender.self)
    ethnicity = fields.text("ethnicity")?.value
    joined = fields.date("joined")
    officialSince = fields.date("official_since")
    isAlternate = fields.truth("alternate")?.value ?? false
    replaces = fields.text("replaces")
    isPresent = fields.truth("present")
    education = fields.text("education")?.value
    theory = fields.text("theory")?.value
  }
}
