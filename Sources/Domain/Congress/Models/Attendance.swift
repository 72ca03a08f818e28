import Values

/// Who was convened, who came.
struct Attendance: Sendable {
  var convened: Placed<Int>
  var present: Placed<Int>
  /// Those absent by name; empty where the data only counts them.
  var absent: [Absence]
  /// How many were absent, by the list or as stated; `nil` where the data says nothing.
  var absentCount: Placed<Int>?
  /// How many are taken out of the base, where the absent are not listed.
  var excluded: Placed<Int>?
  /// The base as the data states it.
  var base: Placed<Int>?
  var guests: Placed<Int>?
  var units: Placed<Int>?
  var unitsRepresented: Placed<Int>?
  var source: Value

  /// `nil` where the two numbers are not there: that has been reported.
  init?(_ fields: Fields) {
    guard let convened = fields.count("convened"), let present = fields.count("present") else { return nil }
    self.convened = convened
    self.present = present
    absent = fields.records("absent").compactMap { Absence($0) }
    let isList = fields["absent"]?.list != nil
    absentCount =
      isList ? Placed(value: fields.records("absent").count, place: fields["absent"]?.place) : fields.count("absent")
    excluded = fields.count("excluded")
    base = fields.count("base")
    guests = fields.count("guests")
    units = fields.count("units")
    unitsRepresented = fields.count("units_represented")
    source = fields.source
  }
}

/// One who was convened and did not come.
struct Absence: Sendable {
  /// The cases in which the regulation takes the absent out of the base.
  enum Exception: String, Sendable, CaseIterable {
    case committeeMember = "committee_member"
    case noSubstitute = "no_substitute"
    case posted, exempted, suspended, excused
  }

  var person: Person
  var exception: Placed<Exception>?
  var excluded: Placed<Bool>?
  /// Whether the person was absent the whole time.
  var isThroughout: Bool

  init?(_ fields: Fields) {
    guard let person = Person(fields) else { return nil }
    self.person = person
    exception = fields.choice("exception", Exception.self)
    excluded = fields.truth("excluded")
    isThroughout = fields.truth("throughout")?.value ?? true
  }

  /// Whether the person is taken out of the base: as the data says, else where an exception is named.
  var isExcluded: Bool {
    excluded?.value ?? (exception != nil && isThroughout)
  }
}
