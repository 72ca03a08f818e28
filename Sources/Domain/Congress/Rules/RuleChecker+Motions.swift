import Values

extension RuleChecker {
  mutating func checkMotions() {
    let base = record.base(rules)
    for motion in record.motions {
      let present = motion.present ?? record.present(in: motion.event.sessionIndex)
      if let present {
        expect(
          .showOfHands,
          motion.total <= present.value,
          Breach(
            "\(motion.total) hands are counted, and \(present.value) were present",
            at: motion.inFavour.place,
            help: "correct the votes or who was present",
            related: present.place
          )
        )
      }
      if let own = motion.present, let attendance = record.attendance {
        expect(
          .sessionPresent,
          own.value <= attendance.convened.value,
          Breach(
            "\(own.value) are present at a vote, and \(attendance.convened.value) were convened",
            at: own.place,
            help: "correct one of them",
            related: attendance.convened.place
          )
        )
      }
      if let base { checkResult(of: motion, base) }
      checkPercent(of: motion, present: present?.value, base: base?.count)
    }
  }

  private mutating func checkResult(of motion: Motion, _ base: Base) {
    guard let adopted = motion.adopted else { return }
    let votes = motion.inFavour.value
    let (count, wanted) = ("\(votes) of \(base.count) (\(base.origin))", "over half is \(base.majority)")
    expect(
      .motionResult,
      adopted.value == base.isOverHalf(votes),
      Breach(
        adopted.value
          ? "the motion has \(count) votes and counts as adopted: \(wanted)"
          : "the motion has \(count) votes and counts as lost: \(wanted)",
        at: adopted.place,
        help: "correct the votes or the result",
        related: motion.inFavour.place
      )
    )
  }

  /// Papers print the share of those present, some that of the base: both are taken.
  private mutating func checkPercent(of motion: Motion, present: Int?, base: Int?) {
    guard let stated = motion.percent else { return }
    let shares = [present, base].compactMap(\.self).compactMap {
      percentage(motion.inFavour.value, of: $0, places: stated.value.scale)
    }
    guard let first = shares.first else { return }
    expect(
      .percent,
      shares.contains(stated.value),
      Breach(
        "\(motion.inFavour.value) votes of \(present ?? base ?? 0) are \(first) %, and \(stated.value) % is stated",
        at: stated.place,
        help: "correct the percentage, or leave it out"
      )
    )
  }
}
