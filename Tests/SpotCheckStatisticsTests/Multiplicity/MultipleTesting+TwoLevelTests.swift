import SpotCheckStatistics
import Testing

@Suite struct MultipleTestingTwoLevelTests {
  /// The rejections of the procedure itself, step by step.
  private func rejections(_ families: [[Double]], level: Double) -> [[Bool]] {
    let selected = MultipleTesting.benjaminiHochberg(families.map(MultipleTesting.simes)).map { $0 <= level }
    let within = level * Double(selected.count(where: \.self)) / Double(families.count)
    return zip(families, selected).map { family, isSelected in
      MultipleTesting.benjaminiHochberg(family).map { isSelected && $0 <= within }
    }
  }

  @Test func adjustedValuesRejectAsTheProcedureDoes() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      let families = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        (0..<Int.random(in: 0...9, using: &random)).map { _ in
          let p = Double.random(in: 0...1, using: &random)
          return Bool.random(using: &random) ? p : p * p * p * p
        }
      }
      let adjusted = MultipleTesting.twoLevel(families)
      for level in [0.01, 0.05, 0.1, 0.3] {
        #expect(adjusted.map { $0.map { $0 <= level } } == rejections(families, level: level))
      }
    }
  }

  @Test func oneCellAFamilyIsBenjaminiHochberg() {
    let p = [0.01, 0.2, 0.03, 0.9]
    #expect(MultipleTesting.twoLevel(p.map { [$0] }).flatMap(\.self) == MultipleTesting.benjaminiHochberg(p))
  }

  @Test func nothingIsNothing() {
    #expect(MultipleTesting.simes([]) == 1)
    #expect(MultipleTesting.twoLevel([]).isEmpty)
    #expect(MultipleTesting.twoLevel([[], [0.001]]) == [[], [0.002]])
  }
}
