import Foundation
import SpotCheckStatistics

/// Times what one run computes of many cells: `time-cells CELLS RESULTS`.
///
/// CELLS holds 64-bit integers: the trials of all cells, then their passes. RESULTS takes 64-bit floats, one
/// column after another, for the caller to compare; seconds per step go to standard output as JSON.
@main
enum TimeCells {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: time-cells CELLS RESULTS\n".utf8))
      exit(64)
    }
    let numbers = unsafe try Data(contentsOf: URL(filePath: arguments[1])).withUnsafeBytes {
      unsafe Array($0.bindMemory(to: Int.self))
    }
    let trials = Array(numbers[..<(numbers.count / 2)])
    let passes = Array(numbers[(numbers.count / 2)...])
    let targets = [Double](repeating: 0.96, count: trials.count)
    func intervals(_ method: IntervalMethod) -> [RateInterval?] {
      BinomialInterval.intervals(passes: passes, trials: trials, level: 0.95, method: method)
    }

    var clock = StepClock()
    let wilson = clock.time("wilson") { intervals(.wilson) }
    let exact = clock.time("clopper-pearson") { intervals(.clopperPearson) }
    let tails = clock.time("exact tails") {
      ExactTest.evaluate(passes: passes, trials: trials, targets: targets)
    }
    let adjusted = clock.time("bh") { MultipleTesting.benjaminiHochberg(tails.shortfall) }
    let shrunken = clock.time("shrinkage") {
      Shrinkage.shrink(passes: passes, trials: trials, targets: targets).cells
    }

    let bounds = [wilson, exact].flatMap { intervals in
      [intervals.map { $0?.lower ?? .nan }, intervals.map { $0?.upper ?? .nan }]
    }
    let posteriors = [
      shrunken.map { $0?.shrunkenRate ?? .nan }, shrunken.map { $0?.probabilityBelow ?? .nan },
    ]
    let columns = bounds + [tails.shortfall, tails.met, adjusted] + posteriors
    unsafe try columns.flatMap(\.self).withUnsafeBytes { bytes in
      unsafe try Data(bytes).write(to: URL(filePath: arguments[2]))
    }
    print(String(decoding: try JSONEncoder().encode(clock.seconds), as: UTF8.self))
  }
}

/// Seconds that named steps took.
struct StepClock {
  private(set) var seconds: [String: Double] = [:]

  mutating func time<Result>(_ step: String, _ body: () -> Result) -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let result = body()
    seconds[step] = (clock.now - start) / .seconds(1)
    return result
  }
}
