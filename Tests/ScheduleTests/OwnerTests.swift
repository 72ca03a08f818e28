import Foundation
import Schedule
import Testing

@Suite struct OwnerTests {
  @Test("this process lives; one that has ended, or another of its number, is known to be dead")
  func living() throws {
    let me = Owner.current.description
    #expect(!Owner.isDead(me))
    let parts = me.split(separator: " ").map(String.init)
    try #require(parts.count == 3)
    #expect(parts[1] == "\(getpid())")
    // The same number with another start: the number is used anew.
    #expect(Owner.isDead("\(parts[0]) \(parts[1]) 1"))
    let process = Process()
    process.executableURL = URL(filePath: "/bin/true")
    try process.run()
    process.waitUntilExit()
    #expect(Owner.isDead("\(parts[0]) \(process.processIdentifier) \(parts[2])"))
  }

  @Test(
    "of another machine, or another space of numbers, nothing is known",
    arguments: ["x/y 1 1", "", "nonsense", "a b"]
  )
  func foreign(owner: String) {
    #expect(!Owner.isDead(owner))
  }

  @Test("a lease holds for its time, unless its owner is dead or the clock was set back behind it")
  func lease() {
    let lease = Lease(owner: "a", from: Instant(seconds: 10_000))
    let holds = { (seconds: Int, dead: Bool) in lease.holds(at: Instant(seconds: seconds)) { _ in dead } }
    #expect(holds(10_000, false))
    #expect(holds(10_599, false))
    #expect(!holds(10_600, false))
    #expect(!holds(10_000, true))
    // A little back is the drift of clocks; far back the clock was set.
    #expect(holds(9_500, false))
    #expect(!holds(9_399, false))
  }
}
