// Times what one run computes of many cells: `time-cells CELLS RESULTS`.
//
// CELLS holds 64-bit integers: the trials of all cells, then their passes. RESULTS takes 64-bit floats, one
// column after another, for the caller to compare; seconds per step go to standard output as JSON.

import Foundation
import SpotCheckStatistics

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

var seconds: [String: Double] = [:]

func timed<Result>(_ step: String, _ body: () -> Result) -> Result {
  let clock = ContinuousClock()
  let start = clock.now
  let result = body()
  seconds[step] = (clock.now - start) / .seconds(1)
  return result
}

func intervals(_ method: IntervalMethod) -> [RateInterval?] {
  BinomialInterval.intervals(passes: passes, trials: trials, level: 0.95, method: method)
}

let wilson = timed("wilson") { intervals(.wilson) }
let exact = timed("clopper-pearson") { intervals(.clopperPearson) }
let tails = timed("exact tails") {
  ExactTest.evaluate(passes: passes, trials: trials, targets: targets)
}
let adjusted = timed("bh") { MultipleTesting.benjaminiHochberg(tails.shortfall) }
let shrunken = timed("shrinkage") {
  Shrinkage.shrink(passes: passes, trials: trials, targets: targets)
}

var columns = [wilson, exact].flatMap { intervals in
  [intervals.map { $0?.lower ?? .nan }, intervals.map { $0?.upper ?? .nan }]
}
columns += [tails.shortfall, tails.met, adjusted]
columns += [
  shrunken.cells.map { $0?.shrunkenRate ?? .nan }, shrunken.cells.map { $0?.probabilityBelow ?? .nan },
]
unsafe try columns.flatMap(\.self).withUnsafeBytes { bytes in
  unsafe try Data(bytes).write(to: URL(filePath: arguments[2]))
}
print(String(decoding: try JSONEncoder().encode(seconds), as: UTF8.self))
