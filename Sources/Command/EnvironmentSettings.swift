import ArgumentParser
import VanBan

/// Whether an environment variable switches a flag on.
func environmentFlag(_ name: String) throws -> Bool {
  switch environment(name) {
  case nil, "0", "false", "no": false
  case "1", "true", "yes": true
  case let text?: throw ValidationError("\(name) is '\(text)'; write 1 or 0.")
  }
}

/// The value of an environment variable as an option would read it; `wanted` says what it should be.
func environmentValue<Value: ExpressibleByArgument>(_ name: String, _ wanted: String) throws -> Value? {
  guard let text = environment(name) else { return nil }
  guard let value = Value(argument: text) else { throw ValidationError("\(name) is '\(text)'; write \(wanted).") }
  return value
}
