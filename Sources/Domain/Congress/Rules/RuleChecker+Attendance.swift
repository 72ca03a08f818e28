import Values

extension RuleChecker {
  mutating func checkAttendance() {
    guard let attendance = record.attendance else { return }
    let (convened, present) = (attendance.convened.value, attendance.present.value)
    if let absent = attendance.absentCount {
      expect(
        .attendanceSum,
        present + absent.value == convened,
        Breach(
          "\(present) present and \(absent.value) absent are \(present + absent.value), not the \(convened) convened",
          at: attendance.convened.place,
          help: "correct the number that is wrong",
          related: absent.place
        )
      )
    } else {
      expect(
        .attendanceSum,
        present <= convened,
        Breach(
          "\(present) are present of \(convened) convened",
          at: attendance.present.place,
          help: "correct one of them",
          related: attendance.convened.place
        )
      )
    }
    checkExceptions(of: attendance)
    checkQuorum(of: attendance)
    let record = self.record
    if let stated = attendance.base, let base = record.base(rules) {
      expect(
        .statedBase,
        stated.value == base.count,
        Breach(
          "the base is \(base.count) (\(base.origin)), and \(stated.value) is stated",
          at: stated.place,
          help: "leave it out, or list who is taken out of the base under absent"
        )
      )
    }
    if let guests = attendance.guests, !record.guests.isEmpty {
      expect(
        .statedTotal,
        guests.value == record.guests.count,
        Breach(
          "\(guests.value) guests are stated, and \(record.guests.count) are listed",
          at: guests.place,
          help: "correct the number or the list",
          related: record.guestsPlace
        )
      )
    }
  }

  private mutating func checkExceptions(of attendance: Attendance) {
    let (rules, record) = (self.rules, self.record)
    if let excluded = attendance.excluded, attendance.absent.isEmpty {
      let absent = attendance.absentCount?.value ?? attendance.convened.value - attendance.present.value
      expect(
        .baseException,
        excluded.value <= absent,
        Breach(
          "\(excluded.value) are taken out of the base, and only \(absent) were absent",
          at: excluded.place,
          help: "only the absent are taken out"
        )
      )
    }
    for absence in attendance.absent {
      let name = absence.person.name
      if let exception = absence.exception {
        let isKnown = rules.baseExceptions.contains(exception.value.rawValue)
        let known = rules.baseExceptions.joined(separator: ", ")
        expect(
          .baseException,
          isKnown || !absence.isExcluded,
          Breach(
            "'\(exception.value.rawValue)' takes nobody out of the base of a congress of \(record.assembly.rawValue)",
            at: exception.place,
            help: "its exceptions are: \(known)"
          )
        )
      } else if absence.excluded?.value == true {
        expect(
          .baseException,
          false,
          Breach(
            "\(name.value) is taken out of the base without an exception of the regulation",
            at: absence.excluded?.place,
            help: "name it: exception: \(rules.baseExceptions.first ?? "excused")"
          ).warning()
        )
      }
      expect(
        .baseException,
        absence.isThroughout || !absence.isExcluded,
        Breach(
          "\(name.value) is taken out of the base, and was not absent the whole time",
          at: absence.excluded?.place ?? name.place,
          help: "only those absent throughout are taken out"
        )
      )
    }
  }

  private mutating func checkQuorum(of attendance: Attendance) {
    let (part, whole) = (rules.quorum.of, rules.quorum.in)
    let isDoubtful = rules.isDoubtful("quorum")
    expect(
      .quorum,
      attendance.present.value * whole >= attendance.convened.value * part,
      Breach(
        "\(attendance.present.value) of \(attendance.convened.value) convened are present: fewer than \(part)/\(whole)",
        at: attendance.present.place,
        help: "the congress is not valid below that"
      ).warning(if: isDoubtful)
    )
    if let units = attendance.units, let represented = attendance.unitsRepresented {
      expect(
        .quorum,
        represented.value * whole >= units.value * part,
        Breach(
          "delegates of \(represented.value) of \(units.value) subordinate organisations are present: fewer than \(part)/\(whole)",
          at: represented.place,
          help: "the congress is not valid below that"
        ).warning(if: isDoubtful)
      )
      expect(
        .statedTotal,
        represented.value <= units.value,
        Breach(
          "\(represented.value) organisations are represented of \(units.value)",
          at: represented.place,
          help: "correct one of them",
          related: units.place
        )
      )
    }
  }
}
