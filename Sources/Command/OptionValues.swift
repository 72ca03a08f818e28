public import ArgumentParser
public import VanBan

extension DocumentDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  public init?(argument: String) {
    self.init(argument)
  }
}

extension OutputFormat: ExpressibleByArgument {}

extension ExportFormat: ExpressibleByArgument {}

extension BatchShard: ExpressibleByArgument {
  /// Reads `k/n`.
  public init?(argument: String) {
    self.init(argument)
  }
}

/// A whole number from 1.
struct PositiveCount: ExpressibleByArgument {
  var value: Int

  init?(argument: String) {
    guard let value = Int(argument), value > 0 else { return nil }
    self.value = value
  }
}

/// A time in seconds above 0; fractions are allowed.
struct PositiveSeconds: ExpressibleByArgument {
  var value: Double

  init?(argument: String) {
    guard let value = Double(argument), value > 0, value < 1e9 else { return nil }
    self.value = value
  }
}

/// A number of bytes, with K, M or G for powers of 1024.
struct ByteCount: ExpressibleByArgument {
  var value: Int

  init?(argument: String) {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = argument.last.flatMap { units[Character($0.uppercased())] }
    guard let count = Int(unit == nil ? argument : String(argument.dropLast())), count > 0 else { return nil }
    let (value, overflow) = count.multipliedReportingOverflow(by: unit ?? 1)
    if overflow { return nil }
    self.value = value
  }
}
