import SpotCheckStatistics
import Testing

struct MultipleTestingTests {
  /// Families with ties, zeros and ones among them.
  private static let families: [[Double]] = {
    var random = SeededGenerator(seed: 3)
    return (0..<60).map { size in
      (0..<size).map { _ in (Double.random(in: 0...1.1, using: &random) * 20).rounded(.down) / 20 }
        .map { min(1, $0 * $0) }
    }
  }()

  @Test(arguments: families) func benjaminiHochbergIsTheLeastLevelThatRejects(p: [Double]) {
    let m = Double(p.count)
    let expected = p.map { own in
      p.filter { $0 >= own }.map { level in m * level / Double(p.count { $0 <= level }) }.min() ?? 1
    }
    #expect(zip(MultipleTesting.benjaminiHochberg(p), expected).allSatisfy { $0.isNear(min(1, $1)) })
  }

  @Test(arguments: families) func holmIsTheGreatestOfTheStepsBefore(p: [Double]) {
    let expected = p.map { own in
      p.filter { $0 <= own }.map { step in Double(p.count { $0 >= step }) * step }.max() ?? 0
    }
    #expect(zip(MultipleTesting.holm(p), expected).allSatisfy { $0.isNear(min(1, $1)) })
  }

  @Test func manyAreAdjustedAsFewAre() {
    var random = SeededGenerator(seed: 4)
    let p = (0..<5_000).map { _ in Double.random(in: 0...1, using: &random) } + [0, -0.0, 1, 1]
    let ascending = p.sorted()
    var expected = ascending.indices.map { ascending[$0] * Double(p.count) / Double($0 + 1) }
    for rank in expected.indices.dropLast().reversed() {
      expected[rank] = min(expected[rank], expected[rank + 1])
    }
    #expect(MultipleTesting.benjaminiHochberg(p).sorted() == expected)
  }

  @Test(arguments: families) func adjustmentNeverFavoursACell(p: [Double]) {
    let found = MultipleTesting.benjaminiHochberg(p)
    let strict = MultipleTesting.holm(p)
    #expect(p.indices.allSatisfy { p[$0] <= found[$0] && found[$0] <= strict[$0] && strict[$0] <= 1 })
    #expect(MultipleTesting.benjaminiHochberg(p.reversed()) == found.reversed())
    #expect(MultipleTesting.holm(p.reversed()) == strict.reversed())
  }
}
