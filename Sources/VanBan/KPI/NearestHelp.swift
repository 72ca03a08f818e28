import Diagnostics

/// Help for a name that is not known: the nearest known one, else all of a few.
func nearestHelp(_ text: String, _ known: [String]) -> String? {
  if let nearest = nearestName(to: text, in: known) { return "did you mean '\(nearest)'?" }
  return known.isEmpty || known.count > 12 ? nil : "there are \(known.joined(separator: ", "))"
}
