import Printing

extension PrintRun {
  /// A printer in a few lines.
  func describe(_ printer: Printer) -> String {
    let name = printer.info.isEmpty || printer.info == printer.name ? printer.name : "\(printer.name) (\(printer.info))"
    let accepting = printer.isAccepting ? "" : ", takes no jobs"
    let trouble = printer.trouble.map { ": \($0.message)" } ?? ""
    let media = printer.media.map { medium in
      medium.keyword == printer.defaultMedium?.keyword ? "\(medium.name) (default)" : medium.name
    }
    let duplex = printer.sides.contains(.long) || printer.sides.contains(.short)
    return """
      \(name): \(printer.state.rawValue)\(accepting)\(trouble)
        media:  \(media.isEmpty ? "not told" : media.joined(separator: ", "))
        duplex: \(duplex ? "yes (\(printer.sides.map(\.rawValue).joined(separator: ", ")); default \(printer.defaultSides.rawValue))" : "no")
        colour: \(printer.hasColor ? "yes" : "no")
      """
  }

  /// A job in one line.
  func describe(_ job: PrintJob) -> String {
    let detail = job.message.isEmpty || job.state.isFinal ? "" : " (\(job.message))"
    let queue = job.printer.isEmpty ? "" : " on \(job.printer)"
    return "job \(job.id) '\(job.name)'\(queue): \(job.state.rawValue)\(detail)"
  }

  /// What a job comes to.
  func describe(_ plan: PrintPlan, on printer: Printer) -> String {
    let copies = plan.copies > 1 ? " x \(plan.copies) copies" : ""
    let medium = plan.medium.map { " of \($0.name)" } ?? ""
    let sides =
      switch plan.sides {
      case .one: "one side"
      case .long: "both sides, long edge"
      case .short: "both sides, short edge"
      }
    return
      "\(counted(plan.pages, "page"))\(copies): \(counted(plan.sheets, "sheet"))\(medium), \(sides), on \(printer.name)"
  }
}
