import Benchmark
import SpotCheckStatistics

/// A million cells of up to 9,999 trials, as they are judged in one run.
private struct Cells {
  let passes: [Int]
  let trials: [Int]
  let targets: [Double]

  init(count: Int) {
    var generator = LinearCongruential(state: 2_023)
    var passes: [Int] = []
    var trials: [Int] = []
    for _ in 0..<count {
      let n = 1 + generator.below(9_999)
      trials.append(n)
      passes.append(n - generator.below(n / 20 + 1))
    }
    self.passes = passes
    self.trials = trials
    targets = [Double](repeating: 0.96, count: count)
  }
}

/// Knuth's MMIX generator: the cells must be the same on every machine and in every run.
private struct LinearCongruential {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state.multipliedFullWidth(by: UInt64(bound)).high)
  }
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(5))
  let cells = Cells(count: 1_000_000)

  // A wrong answer has no time: each measured result is held to a second way of computing it.

  Benchmark("Wilson, 1 M cells") { benchmark in
    benchmark.startMeasurement()
    let intervals = BinomialInterval.intervals(
      passes: cells.passes, trials: cells.trials, level: 0.95, method: .wilson)
    benchmark.stopMeasurement()
    for (cell, interval) in intervals.enumerated() {
      let rate = Double(cells.passes[cell]) / Double(cells.trials[cell])
      guard let interval, interval.lower <= rate, rate <= interval.upper else {
        return benchmark.error("Wilson interval of cell \(cell) misses its rate")
      }
    }
  }

  Benchmark("exact tails, 1 M cells") { benchmark in
    benchmark.startMeasurement()
    let (shortfall, met) = ExactTest.evaluate(
      passes: cells.passes, trials: cells.trials, targets: cells.targets)
    benchmark.stopMeasurement()
    // k passes or more, and fewer than k, are all there is; cells without a pass have no fewer.
    let fewer = ExactTest.evaluate(
      passes: cells.passes.map { max(0, $0 - 1) }, trials: cells.trials, targets: cells.targets
    ).shortfall
    let isWhole = cells.passes.indices.allSatisfy { cell in
      cells.passes[cell] == 0 || abs(met[cell] + fewer[cell] - 1) < 1e-9
    }
    guard isWhole, zip(fewer, shortfall).allSatisfy({ $0 <= $1 }) else {
      return benchmark.error("exact tails do not cover every outcome")
    }
  }

  Benchmark("Benjamini–Hochberg, 1 M cells") { benchmark in
    let p = ExactTest.evaluate(passes: cells.passes, trials: cells.trials, targets: cells.targets).shortfall
    benchmark.startMeasurement()
    let q = MultipleTesting.benjaminiHochberg(p)
    benchmark.stopMeasurement()
    guard zip(p, q).allSatisfy({ $0 <= $1 && $1 <= 1 }) else {
      return benchmark.error("an adjusted p-value lies below its p-value")
    }
  }
}
