import Foundation
import SpotCheckStatistics

/// Times a logistic regression of many cells on factors: `time-regression CELLS RESULTS COUNT...`.
///
/// CELLS holds 64-bit integers: the trials of all cells, their passes, then the levels of each factor, which has
/// COUNT levels. RESULTS takes 64-bit floats, coefficients and then standard errors, for the caller to
/// compare; seconds, from levels to fit, go to standard output as JSON.
@main
enum TimeRegression {
  static func main() throws {
    let arguments = CommandLine.arguments
    let counts = arguments.dropFirst(3).compactMap { Int($0) }
    guard arguments.count > 3, counts.count == arguments.count - 3 else {
      FileHandle.standardError.write(Data("usage: time-regression CELLS RESULTS COUNT...\n".utf8))
      exit(64)
    }
    LinearAlgebra.useOneThread()
    let numbers = unsafe try Data(contentsOf: URL(filePath: arguments[1])).withUnsafeBytes {
      unsafe Array($0.bindMemory(to: Int.self))
    }
    let cells = numbers.count / (counts.count + 2)
    func column(_ place: Int) -> [Int] { Array(numbers[place * cells..<(place + 1) * cells]) }
    let (trials, passes) = (column(0), column(1))
    let terms = counts.enumerated().map { FactorDesign.Term.factor(levels: column($0 + 2), count: $1) }

    let clock = ContinuousClock()
    let start = clock.now
    let design = try FactorDesign(cells: cells, terms: terms)
    let fit = try LogisticRegression.fit(design: design, passes: passes, trials: trials)
    let seconds = (clock.now - start) / .seconds(1)

    guard fit.outcome == .converged else {
      FileHandle.standardError.write(Data("the fit \(fit.outcome.rawValue)\n".utf8))
      exit(1)
    }
    unsafe try (fit.coefficients + fit.standardErrors).withUnsafeBytes { bytes in
      unsafe try Data(bytes).write(to: URL(filePath: arguments[2]))
    }
    print(String(decoding: try JSONEncoder().encode(["seconds": seconds]), as: UTF8.self))
  }
}
