import Diagnostics
package import VanBan

// How jobs, runs and rows are told to people, and to programs as JSON.

extension Job {
  /// When it is due, in one line.
  package var dueText: String { "every \(rule.cadence.rawValue) on \(rule), \(zone)" }

  /// The job as a JSON object.
  package var json: String { json(next: nil) }

  /// The job as a JSON object, with its next run as a clock of its time zone shows it.
  package func json(next: (run: DueRun, zone: Zone)?) -> String {
    let fields: [(String, String?)] = [
      ("name", quoted(name)), ("template", quoted(template)), ("source", quoted(source.text)), ("each", quoted(each)),
      ("every", quoted(rule.cadence.rawValue)), ("on", quoted(rule.description)), ("timezone", quoted(self.zone)),
      ("window", quoted(window.rawValue)), ("output", quoted(output)),
      ("deliver", jsonList(destinations.map(\.description))), ("set", jsonList(values)), ("root", jsonList(roots)),
      ("paused", String(isPaused)), ("next", next.map { $0.run.json($0.zone) }),
    ]
    return jsonObject(fields)
  }
}

extension DueRun {
  /// The run in one line: when, about what, and both days of its data.
  package func text(_ zone: Zone) -> String {
    "\(local) \(zone.offsetText(at: due))  \(period.key)  \(period.title), data of \(firstDay.isoForm) to \(lastDay.isoForm)"
  }

  /// The run as a JSON object.
  package func json(_ zone: Zone) -> String {
    jsonObject([
      ("due", quoted(iso(due, zone))), ("period", quoted(period.key)), ("title", quoted(period.title)),
      ("from", quoted(firstDay.isoForm)), ("to", quoted(lastDay.isoForm)),
    ])
  }
}

extension Delivery {
  /// What the row is about.
  package var subject: String { "\(job) \(period) \(organisation) \(destination)" }

  /// The row in one line.
  package func text(_ zone: Zone) -> String {
    var facts = ["due \(zone.local(of: due))"]
    if let deliveredAt { facts.append("delivered \(zone.local(of: deliveredAt))") }
    if state == .failed, let failedAt { facts.append("failed \(zone.local(of: failedAt))") }
    if state != .delivered, state != .failed, let claimedAt { facts.append("claimed \(zone.local(of: claimedAt))") }
    facts.append("\(attempts) attempt\(attempts == 1 ? "" : "s")")
    facts.append(document)
    if state == .failed, let nextAttempt { facts.append("next attempt \(zone.local(of: nextAttempt))") }
    if state == .failed, let error { facts.append(error) }
    if let sha256, state == .delivered { facts.append("sha256 \(sha256)") }
    return "\(subject): \(state.rawValue): \(facts.joined(separator: "; "))"
  }

  /// The row as a JSON object.
  package func json(_ zone: Zone) -> String {
    let moment = { (instant: Instant?) in instant.map { quoted(iso($0, zone)) } }
    return jsonObject([
      ("job", quoted(job)), ("period", quoted(period)), ("organisation", quoted(organisation)),
      ("destination", quoted(destination)), ("document", quoted(document)), ("state", quoted(state.rawValue)),
      ("attempts", String(attempts)), ("due", quoted(iso(due, zone))), ("claimed", moment(claimedAt)),
      ("rendered", moment(renderedAt)), ("delivered", moment(deliveredAt)), ("failed", moment(failedAt)),
      ("next-attempt", moment(nextAttempt)), ("sha256", sha256.map(quoted)), ("error", error.map(quoted)),
    ])
  }
}

extension LedgerPeriod {
  /// A period whose data could not be read, in one line.
  package func text(job: String, _ zone: Zone) -> String {
    var facts = ["\(attempts) attempt\(attempts == 1 ? "" : "s")"]
    if let failedAt { facts.insert("failed \(zone.local(of: failedAt))", at: 0) }
    if let nextAttempt { facts.append("next attempt \(zone.local(of: nextAttempt))") }
    if let error { facts.append(error) }
    return "\(job) \(key): failed: \(facts.joined(separator: "; "))"
  }

  /// The same as a JSON object, with the keys of a row.
  package func json(job: String, _ zone: Zone) -> String {
    let moment = { (instant: Instant?) in instant.map { quoted(iso($0, zone)) } }
    return jsonObject([
      ("job", quoted(job)), ("period", quoted(key)), ("organisation", nil), ("destination", nil), ("document", nil),
      ("state", quoted(DeliveryState.failed.rawValue)), ("attempts", String(attempts)), ("failed", moment(failedAt)),
      ("next-attempt", moment(nextAttempt)), ("error", error.map(quoted)),
    ])
  }
}

extension RunReport {
  /// The report in one line.
  package var text: String {
    var facts = ["\(delivered) delivered"]
    if already > 0 { facts.append("\(already) had arrived before") }
    let failed = failedByInput + failedBySurroundings
    if failed > 0 { facts.append("\(failed) failed") }
    if waiting > 0 { facts.append("\(waiting) wait for another attempt") }
    if inWork > 0 { facts.append("\(inWork) in work by another run") }
    if isStopped { facts.append("ended before all was done") }
    return facts.joined(separator: ", ")
  }

  /// The report as a JSON object.
  package var json: String {
    jsonObject([
      ("delivered", String(delivered)), ("already", String(already)),
      ("failed", String(failedByInput + failedBySurroundings)), ("waiting", String(waiting)),
      ("in-work", String(inWork)), ("stopped", String(isStopped)),
    ])
  }
}

extension RunEvent {
  /// What happened, where it is no failure.
  package var text: String {
    switch self {
    case .delivered(let delivery, let already):
      "\(delivery.subject): \(delivery.document)\(already ? " (had arrived before)" : "")"
    case .inWork(let delivery): "\(delivery.subject): in work by another run"
    default: complaint?.message ?? ""
    }
  }

  /// What happened as a JSON object, where it is no failure.
  package var json: String {
    switch self {
    case .delivered(let delivery, let already):
      jsonObject([
        ("event", quoted("delivered")), ("job", quoted(delivery.job)), ("period", quoted(delivery.period)),
        ("organisation", quoted(delivery.organisation)), ("destination", quoted(delivery.destination)),
        ("document", quoted(delivery.document)), ("already", String(already)),
      ])
    case .inWork(let delivery):
      jsonObject([
        ("event", quoted("in-work")), ("job", quoted(delivery.job)), ("period", quoted(delivery.period)),
        ("organisation", quoted(delivery.organisation)), ("destination", quoted(delivery.destination)),
        ("document", quoted(delivery.document)),
      ])
    default: complaint?.jsonLine ?? "{}"
    }
  }

  /// The failure, with what it is about and when there will be another attempt; `nil` where nothing failed.
  package var complaint: RenderError? {
    switch self {
    case .delivered, .inWork: nil
    case .failed(let delivery, let error, let next): error.about(delivery.subject, next: next, zone: delivery.zone)
    case .waiting(let delivery):
      RenderError(.surroundings, "failed before: \(delivery.error ?? "")", help: retryHelp)
        .about(delivery.subject, next: delivery.nextAttempt, zone: delivery.zone)
    case .periodFailed(let job, let run, let error, let next):
      error.about("\(job.name) \(run.period.key)", next: next, zone: job.zone)
    case .periodWaiting(let job, let period):
      RenderError(.surroundings, "failed before: \(period.error ?? "")", help: retryHelp)
        .about("\(job.name) \(period.key)", next: period.nextAttempt, zone: job.zone)
    case .jobFailed(let job, let error): error.about(job.name, next: nil, zone: job.zone)
    }
  }
}

private let retryHelp = "mend the cause; vanban schedule run --retry does not wait"

extension RenderError {
  fileprivate func about(_ subject: String, next: Instant?, zone: String) -> RenderError {
    var error = self
    error.message = "\(subject): \(message)"
    if let next, let zone = try? Zone(named: zone) {
      error.message += "; next attempt from \(zone.local(of: next)) on"
    }
    return error
  }
}

/// A moment as ISO 8601 writes it, at the distance of a zone: `2026-06-25T08:00:00+07:00`.
private func iso(_ instant: Instant, _ zone: Zone) -> String {
  let local = zone.local(of: instant)
  let seconds = local.timeText.utf8.count == 5 ? ":00" : ""
  return "\(local.date.isoForm)T\(local.timeText)\(seconds)\(zone.offsetText(at: instant))"
}

private func jsonObject(_ fields: [(String, String?)]) -> String {
  "{" + fields.map { "\"\($0)\":\($1 ?? "null")" }.joined(separator: ",") + "}"
}

private func jsonList(_ texts: [String]) -> String {
  "[" + texts.map(quoted).joined(separator: ",") + "]"
}
