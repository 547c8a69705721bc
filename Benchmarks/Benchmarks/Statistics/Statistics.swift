import Benchmark
import SpotCheckStatistics
import Workloads

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(5))
  let cells = RateCells(count: 1_000_000)

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
  Benchmark("shrinkage, 1 M cells") { benchmark in
    benchmark.startMeasurement()
    let shrunken = Shrinkage.shrink(passes: cells.passes, trials: cells.trials, targets: cells.targets)
    benchmark.stopMeasurement()
    guard let fit = shrunken.fit else { return benchmark.error("no prior was fitted") }
    let mean = fit.alpha / (fit.alpha + fit.beta)
    for (cell, posterior) in shrunken.cells.enumerated() {
      let rate = Double(cells.passes[cell]) / Double(cells.trials[cell])
      guard let posterior, (min(rate, mean)...max(rate, mean)).contains(posterior.shrunkenRate) else {
        return benchmark.error("the shrunken rate of cell \(cell) lies outside its own and the common one")
      }
    }
  }
}
