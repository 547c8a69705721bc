import Testing

@testable import SpotCheckStatistics

/// The values of one case by the keys of its figures; a key that is left out belongs to a method not built yet.
typealias VectorMethod = @Sendable (VectorInputs) throws -> [String: JSONValue]

/// Every vector file against the methods built so far.
///
/// A case passes when every figure in it was compared and agrees; it is "not yet" when a figure belongs to
/// a method not built yet, although its other figures were compared. Whatever is compared and differs, and
/// whatever a built method cannot read, is a failure. A case whose data table is not here is skipped.
struct VectorTests {
  private static let methods: [String: VectorMethod] = [
    IntervalVectors.methods, EvidenceVectors.methods, MultiplicityVectors.methods, ShrinkageVectors.methods,
    WeightedVectors.methods, RoundingVectors.methods, SpecialFunctionVectors.methods,
    FinitePopulationVectors.methods, ComparisonVectors.methods,
    ProjectionVectors.methods, ChartVectors.methods, FunnelVectors.methods,
    PoissonVectors.methods, MonitoringVectors.methods, PublicFigureVectors.methods,
    FarringtonVectors.methods,
    ModelVectors.methods, SurveyVectors.methods, MultistageVectors.methods, SmallAreaVectors.methods,
    AcceptanceVectors.methods, SamplingVectors.methods,
  ].reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }

  private struct Score {
    var passed = 0
    var total = 0
    var notYet = 0
    var skipped = 0
    var figures = 0
    var compared = 0

    static func += (sum: inout Score, part: Score) {
      sum.passed += part.passed
      sum.total += part.total
      sum.notYet += part.notYet
      sum.skipped += part.skipped
      sum.figures += part.figures
      sum.compared += part.compared
    }

    var line: String { "\(passed)/\(total), not yet \(notYet)" }
  }

  @Test func vectorsAgree() throws {
    var sum = Score()
    let names = try VectorFile.names()
    try #require(!names.isEmpty, "no vectors in \(VectorFile.folder)")
    for name in names {
      let score = Self.run(name)
      print("vectors \(name) \(score.line)")
      if score.compared > 0, score.compared < score.figures {
        print("  of its \(score.figures) figures \(score.compared) were compared")
      }
      if score.skipped > 0 { print("  skipped \(score.skipped): their data table is not here") }
      sum += score
    }
    print("vectors total \(sum.line)")
  }

  private static func run(_ name: String) -> Score {
    var score = Score()
    let file: VectorFile
    do {
      file = try VectorFile.read(name)
    } catch {
      Issue.record("\(name) cannot be read: \(error)")
      return score
    }
    score.total = file.cases.count
    guard let method = methods[String(name.dropLast(".json".count))] else {
      score.notYet = file.cases.count
      return score
    }
    for (number, vector) in file.cases.enumerated() {
      judge(vector, file.tolerance, by: method, as: "\(name) case \(number)", &score)
    }
    if score.skipped < file.cases.count, score.compared == 0 { Issue.record("\(name): nothing was compared") }
    return score
  }

  private static func judge(
    _ vector: VectorFile.Case, _ tolerance: VectorFile.Tolerance?, by method: VectorMethod, as label: String,
    _ score: inout Score
  ) {
    do {
      let values = try method(VectorInputs(values: vector.inputs))
      guard let tolerance = vector.tolerance ?? tolerance else {
        throw VectorInputs.Unreadable(description: "no tolerance")
      }
      let built = vector.figures.filter { values[$0.key] != nil }
      score.figures += vector.figures.count
      score.compared += built.count
      var agrees = true
      for (key, published) in built.sorted(by: { $0.key < $1.key }) {
        let figure = VectorErrata.figures[label]?[key] ?? published
        if let value = values[key], tolerance.admits(value, for: figure) { continue }
        Issue.record("\(label): \(key) is \(values[key] ?? .null), should be \(figure)")
        agrees = false
      }
      if agrees {
        if built.count == vector.figures.count { score.passed += 1 } else { score.notYet += 1 }
      }
    } catch is VectorTable.Absent {
      score.skipped += 1
    } catch {
      Issue.record("\(label): \(error)")
    }
  }
}
