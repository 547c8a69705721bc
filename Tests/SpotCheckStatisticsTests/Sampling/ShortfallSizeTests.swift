import Testing

@testable import SpotCheckStatistics

struct ShortfallSizeTests {
  /// The power at every n from 1 to `end`, the critical count sought by going down one by one.
  private func powers(_ target: Double, _ rate: Double, alpha: Double, upTo end: Int) -> [Double] {
    var critical = 0
    return (1...end).map { n in
      while ExactTest.pShortfall(passes: min(critical + 1, n), trials: n, target: target) <= alpha,
        critical < n
      { critical += 1 }
      while critical >= 0, ExactTest.pShortfall(passes: critical, trials: n, target: target) > alpha {
        critical -= 1
      }
      defer { critical = max(critical, 0) }
      return critical < 0 ? 0 : ExactTest.pShortfall(passes: critical, trials: n, target: rate)
    }
  }

  @Test(
    "the first size, and the one after which the power never falls below, are those of looking at every n",
    arguments: [
      ("0.96", 0.93, 0.05, 0.8), ("0.98", 0.95, 0.05, 0.8), ("0.98", 0.96, 0.05, 0.9),
      ("0.5", 0.3, 0.05, 0.95), ("0.9", 0.2, 0.2, 0.8), ("0.1", 0.02, 0.01, 0.5),
    ])
  func everySize(target: String, rate: Double, alpha: Double, power: Double) throws {
    let written = try #require(DecimalFraction(target))
    let test = try #require(ShortfallPower(target: written, rate: rate, alpha: alpha))
    let size = try #require(ShortfallSize(test, power: power))
    let powers = powers(written.value, rate, alpha: alpha, upTo: 3000)
    #expect(powers.firstIndex { $0 >= power } == size.first.size - 1)
    #expect((powers.lastIndex { $0 < power } ?? -1) == size.stable.size - 2)
    for point in [size.first, size.stable] {
      #expect(point.power.isNear(powers[point.size - 1]))
      #expect(test.criticalPasses(trials: point.size) == point.criticalPasses)
    }
  }

  @Test("a known population asks for less, and a census proves what is so", arguments: [60, 400, 1200])
  func population(units: Int) throws {
    let target = try #require(DecimalFraction("0.96"))
    let endless = try #require(ShortfallPower(target: target, rate: 0.9).flatMap { ShortfallSize($0) })
    let test = try #require(ShortfallPower(target: target, rate: 0.9, population: units))
    let size = try #require(ShortfallSize(test))
    #expect(size.first.size <= endless.first.size && size.stable.size <= units)
    #expect(test.power(trials: units) == 1)
    let powers = (1...units).map { test.power(trials: $0) }
    #expect(powers.firstIndex { $0 >= 0.8 } == size.first.size - 1)
    #expect((powers.lastIndex { $0 < 0.8 } ?? -1) == size.stable.size - 2)
  }

  @Test("where nothing may fail one failure proves it")
  func all() throws {
    let test = try #require(DecimalFraction("1").flatMap { ShortfallPower(target: $0, rate: 0.99) })
    let size = try #require(ShortfallSize(test, power: 0.95))
    #expect(size.first == size.stable)
    #expect(size.first.size == 299 && size.first.criticalPasses == 298)
  }

  @Test("a minimum of failures is kept to", arguments: [("0.96", 0.2), ("1", 0.9), ("0.5", 0.01)])
  func minimumFailures(target: String, rate: Double) throws {
    let written = try #require(DecimalFraction(target))
    let test = try #require(ShortfallPower(target: written, rate: rate, minimumFailures: 2))
    let size = try #require(ShortfallSize(test, power: 0.9))
    let powers = (1...400).map { test.power(trials: $0) }
    #expect(powers[0] == 0)
    #expect(powers.firstIndex { $0 >= 0.9 } == size.first.size - 1)
    #expect(powers.lastIndex { $0 < 0.9 } == size.stable.size - 2)
    #expect(size.first.effective - size.first.criticalPasses >= 2)
  }

  @Test("a design effect multiplies what is drawn, and the population ends it")
  func designEffect() throws {
    let target = try #require(DecimalFraction("0.96"))
    let test = try #require(ShortfallPower(target: target, rate: 0.93, population: 500))
    let plain = try #require(ShortfallSize(test))
    let clustered = try #require(ShortfallSize(test, designEffect: 1.25))
    #expect(clustered.first.effective == plain.first.size)
    #expect(clustered.first.size == (5 * plain.first.size + 3) / 4)
    #expect(try #require(ShortfallSize(test, designEffect: 9)).stable.size == 500)
  }

  @Test("what does not fall short, or takes too many, has no size")
  func none() throws {
    let target = try #require(DecimalFraction("0.96"))
    #expect(ShortfallPower(target: target, rate: 0.96) == nil)
    #expect(ShortfallPower(target: target, rate: 0.95, population: 10) == nil)
    let near = try #require(ShortfallPower(target: target, rate: 0.9599))
    #expect(ShortfallSize(near) == nil)
  }

  @Test("where few units can prove nothing there is no power")
  func tooFew() throws {
    let target = try #require(DecimalFraction("0.5"))
    let test = try #require(ShortfallPower(target: target, rate: 0.1))
    #expect(test.criticalPasses(trials: 4) == nil && test.power(trials: 4) == 0)
    #expect(test.criticalPasses(trials: 5) == 0 && test.power(trials: 5).isNear(0.59049))
    #expect(test.criticalPasses(trials: 0) == nil && test.power(trials: 0) == 0)
  }
}
