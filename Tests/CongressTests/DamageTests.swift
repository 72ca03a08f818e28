import Diagnostics
import Foundation
import Testing
import Values

@testable import Congress

@Suite struct DamageTests {
  /// A generator whose numbers are the same each time.
  private struct Numbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, limit)
    }
  }

  private static let replacements: [Value.Kind] = [
    .null, .bool(true), .number(Decimal(-1)), .number(Decimal(999_999_999)), .number(Decimal(1_000_000)), .text(""),
    .text("x"), .text("99999999999999999999"), .text("0001-01-01 00:00"), .text("9999-12-31"), .list([]),
    .map(ValueMap()), .number(Decimal(coefficient: 1, scale: 18)), .list([Value(.list([Value(.null)]))]),
  ]

  @Test("no damage to a value makes reading or counting fail")
  func values() throws {
    let loaded = read([("congress.yaml", sample)])
    #expect(loaded.found == [])
    var numbers = Numbers(state: 7)
    let whole = try #require(readRaw(sample))
    for round in 0..<rounds {
      var damaged = whole
      for _ in 0..<(1 + round % 4) { damaged = damage(damaged, &numbers) }
      var diagnostics = DiagnosticList()
      let reading = readCongress(damaged, regulations: regulations, diagnostics: &diagnostics)
      #expect(reading.data.map != nil)
    }
  }

  @Test("no damage to the text makes reading fail")
  func texts() {
    var numbers = Numbers(state: 11)
    let bytes = Array(sample.utf8)
    let noise = Array("{}[]:,-0\n \"é".utf8)
    for _ in 0..<rounds {
      var damaged = bytes
      for _ in 0..<(1 + numbers.next(below: 3)) {
        let position = numbers.next(below: damaged.count)
        switch numbers.next(below: 3) {
        case 0: damaged[position] = noise[numbers.next(below: noise.count)]
        case 1: damaged.remove(at: position)
        default: damaged.insert(noise[numbers.next(below: noise.count)], at: position)
        }
      }
      _ = read(String(decoding: damaged, as: UTF8.self))
    }
  }

  private var rounds: Int { ProcessInfo.processInfo.environment["VANBAN_SOAK"] == nil ? 60 : 20_000 }

  private func damage(_ value: Value, _ numbers: inout Numbers) -> Value {
    switch value.kind {
    case .map(var map) where !map.isEmpty && numbers.next(below: 10) > 0:
      let key = map.keys[numbers.next(below: map.keys.count)]
      if numbers.next(below: 12) == 0 { map[key] = nil } else { map[key] = map[key].map { damage($0, &numbers) } }
      return Value(.map(map), place: value.place)
    case .list(var list) where !list.isEmpty && numbers.next(below: 10) > 0:
      let index = numbers.next(below: list.count)
      if numbers.next(below: 12) == 0 { list.append(list[index]) } else { list[index] = damage(list[index], &numbers) }
      return Value(.list(list), place: value.place)
    default:
      return Value(Self.replacements[numbers.next(below: Self.replacements.count)], place: value.place)
    }
  }
}
