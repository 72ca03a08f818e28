import Values

extension CongressTree {
  /// A report, a speech or an opinion with its moment and paragraphs.
  func tree(of event: Event) -> Value {
    let (table, prose) =
      switch event.kind {
      case .speech: (EventTables.speech, "summary")
      case .opinion: (EventTables.opinion, "text")
      default: (EventTables.report, "summary")
      }
    return filled(event.source, table).with { map in
      map.put("at", moment: event.at?.value)
      map["paragraphs"] = map[prose]
    }
  }

  /// A motion with its sums and shares.
  func tree(of motion: Motion, number: Int, _ base: Base?) -> Value {
    let present = (motion.present ?? record.present(in: motion.event.sessionIndex))?.value
    return filled(motion.event.source, EventTables.motion).with { map in
      map.put("number", count: number)
      map.put("at", moment: motion.event.at?.value)
      map["paragraphs"] = map["note"]
      map.put("against", count: motion.against?.value ?? 0)
      map.put("other", count: motion.other?.value ?? 0)
      map.put("total", count: motion.total)
      map.put("present", count: present)
      map.put("base", count: base?.count)
      let counts = [
        ("percent", motion.inFavour.value), ("against_percent", motion.against?.value ?? 0),
        ("other_percent", motion.other?.value ?? 0),
      ]
      for (key, count) in counts {
        map.put(key, number: base.flatMap { percentage(count, of: $0.count, places: rules.percentPlaces) })
        let ofPresent = present.flatMap { percentage(count, of: $0, places: rules.percentPlaces) }
        map.put("\(key)_of_present", number: ofPresent)
      }
      map.put("adopted", truth: base?.isOverHalf(motion.inFavour.value) ?? motion.adopted?.value ?? false)
      map.put(
        "is_unanimous",
        truth: motion.total > 0 && motion.total == motion.inFavour.value && motion.total >= present ?? 0
      )
    }
  }
}
