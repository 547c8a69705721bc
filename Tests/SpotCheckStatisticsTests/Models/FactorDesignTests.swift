import Testing

@testable import SpotCheckStatistics

struct FactorDesignTests {
  /// Seeded cells with two factors and a covariate between them.
  private static func design() throws -> FactorDesign {
    var random = SeededGenerator(seed: 9)
    let cells = 60
    return try FactorDesign(
      cells: cells,
      terms: [
        .factor(levels: (0..<cells).map { _ in Int.random(in: 0..<5, using: &random) }, count: 5),
        .covariate((0..<cells).map { _ in Double.random(in: -2...2, using: &random) }),
        .factor(levels: (0..<cells).map { _ in Int.random(in: 0..<3, using: &random) }, count: 3),
      ])
  }

  @Test func agreesWithItsDenseMatrix() throws {
    let design = try Self.design()
    let dense = try Matrix(
      rows: design.cells, columns: design.columns, elements: (0..<design.cells).flatMap(design.row))
    var random = SeededGenerator(seed: 10)
    let coefficients = (0..<design.columns).map { _ in Double.random(in: -1...1, using: &random) }
    let weights = (0..<design.cells).map { _ in Double.random(in: 0...9, using: &random) }
    #expect(design.columns == 8 && design.extents == dense.extents)
    for (ours, right) in [
      (try design.predictor(coefficients), try dense.predictor(coefficients)),
      (try design.score(weights), try dense.score(weights)),
      (try design.information(weights).elements, try dense.information(weights).elements),
    ] {
      #expect(ours.count == right.count)
      #expect(zip(ours, right).allSatisfy { ($0 - $1).magnitude < 1e-12 })
    }
  }

  @Test func theReferenceLevelIsTheIntercept() throws {
    let design = try FactorDesign(cells: 3, terms: [.factor(levels: [0, 2, 1], count: 3)])
    #expect((0..<3).map(design.row) == [[1, 0, 0], [1, 0, 1], [1, 1, 0]])
    #expect(try FactorDesign(cells: 2, terms: []).row(1) == [1])
  }

  @Test func badTermsAreRefused() {
    #expect(throws: ModelError.level(cell: 1, term: 0)) {
      try FactorDesign(cells: 2, terms: [.factor(levels: [0, 3], count: 3)])
    }
    #expect(throws: ModelError.algebra(.shape(expected: 2, found: 1))) {
      try FactorDesign(cells: 2, terms: [.covariate([1])])
    }
    #expect(throws: ModelError.algebra(.notFinite)) {
      try FactorDesign(cells: 1, terms: [.covariate([.infinity])])
    }
  }
}
