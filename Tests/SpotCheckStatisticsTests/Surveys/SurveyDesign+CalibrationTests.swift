import SpotCheckStatistics
import Testing

struct SurveyDesignCalibrationTests {
  private static let distances: [CalibrationDistance] = [
    .linear, .exponential, .logit(lower: 0.3, upper: 3), .truncatedLinear(lower: 0.3, upper: 3),
    .truncatedExponential(lower: 0.3, upper: 3),
  ]
  private static let margins = [
    SurveyDesign.Margin(groups: [0, 0, 1, 1, 2, 2], totals: [30, 20, 10]),
    SurveyDesign.Margin(groups: [0, 1, 0, 1, 0, 1], totals: [25, 35]),
  ]

  @Test(arguments: distances)
  func calibratedWeightsReachTheTotals(distance: CalibrationDistance) throws {
    let design = try SurveyDesign(weights: [9, 10, 11, 12, 8, 7]).raked(to: Self.margins, by: distance)
    for margin in Self.margins {
      for (group, total) in margin.totals.enumerated() {
        let reached = zip(design.weights, margin.groups).reduce(0) { $0 + ($1.1 == group ? $1.0 : 0) }
        #expect(reached.isNear(total))
      }
    }
    let known = try design.total(of: [1, 1, 0, 0, 0, 0])
    #expect(known.value.isNear(30) && known.standardError < 1e-9, "a calibrated total has no variance")
  }

  @Test func boundsHold() throws {
    let drawn = try SurveyDesign(weights: [10, 10, 10, 10])
    let auxiliaries = try Matrix(columns: [[1, 1, 1, 1], [1, 2, 3, 10]])
    let free = try drawn.calibrated(to: [40, 100], of: auxiliaries)
    #expect((free.weights.min() ?? 0) < 8)
    for distance in [
      CalibrationDistance.logit(lower: 0.6, upper: 1.6), .truncatedLinear(lower: 0.6, upper: 1.6),
    ] {
      let bounded = try drawn.calibrated(to: [40, 150], of: auxiliaries, by: distance)
      #expect(bounded.weights.allSatisfy { $0 >= 6 - 1e-9 && $0 <= 16 + 1e-9 })
    }
  }

  @Test func whatCannotBeReachedIsAnError() throws {
    let drawn = try SurveyDesign(weights: [1, 1, 1])
    #expect(throws: SurveyError.unattainable(constraint: 1, miss: 5)) {
      try drawn.postStratified(by: [0, 0, 0], totals: [9, 5])
    }
    #expect(throws: SurveyError.bounds(lower: 1.2, upper: 2)) {
      try drawn.raked(to: [], by: .logit(lower: 1.2, upper: 2))
    }
    #expect(throws: SurveyError.value(row: 2)) { try drawn.postStratified(by: [0, 1, 2], totals: [1, 1]) }
    #expect(throws: SurveyError.length(expected: 1, found: 2)) {
      try drawn.calibrated(to: [1, 2], of: try Matrix(columns: [[1, 1, 1]]))
    }
    let apart = [
      SurveyDesign.Margin(groups: [0, 1, 1], totals: [4, 4]),
      SurveyDesign.Margin(groups: [0, 1, 0], totals: [4, 5]),
    ]
    #expect(throws: SurveyError.self) { try drawn.raked(to: apart) }
    let narrow = CalibrationDistance.truncatedLinear(lower: 0.9, upper: 1.1)
    #expect(throws: SurveyError.self) {
      try drawn.raked(to: [SurveyDesign.Margin(groups: [0, 0, 0], totals: [9])], by: narrow)
    }
  }

  @Test func reachingWhatIsAlreadyThereChangesNothing() throws {
    let drawn = try SurveyDesign(weights: [2, 3, 5])
    #expect(try drawn.postStratified(by: [0, 0, 1], totals: [5, 5]).weights == [2, 3, 5])
  }
}
