import SpotCheckStatistics
import Testing

@testable import SpotCheck

@Suite struct BalancedAssignmentTests {
  private static func task(_ groups: [Int], _ workersOfGroup: [[Int]], each: Int = 2, workers: Int)
    -> BalancedAssignment.Task
  {
    BalancedAssignment.Task(
      groups: groups, workersOfGroup: workersOfGroup, excluded: [:], each: each, workers: workers)
  }

  /// A task in which every object has workers enough.
  private static func random(_ generator: inout RandomGenerator) -> BalancedAssignment.Task {
    let workers = 3 + generator.below(3)
    let groups = (0..<3).map { _ in
      (0..<workers).filter { _ in generator.below(3) > 0 }
    }.map { $0.count < 2 ? [0, workers - 1] : $0 }
    let objects = (0..<(1 + generator.below(5))).map { _ in generator.below(3) }
    var task = task(objects, groups, workers: workers)
    for object in objects.indices where groups[objects[object]].count > 2 && generator.below(2) == 0 {
      let able = groups[objects[object]]
      task.excluded[object] = [able[generator.below(able.count)]]
    }
    return task
  }

  /// The least sum of squared loads over all assignments, and the least greatest load, by trying every one.
  private static func best(_ task: BalancedAssignment.Task) -> (squares: Int, greatest: Int) {
    var best = (squares: Int.max, greatest: Int.max)
    var loads = [Int](repeating: 0, count: task.workers)
    func assign(_ object: Int) {
      guard object < task.groups.count else {
        best.squares = min(best.squares, loads.reduce(0) { $0 + $1 * $1 })
        best.greatest = min(best.greatest, loads.max() ?? 0)
        return
      }
      let able = task.workersOfGroup[task.groups[object]].filter {
        task.excluded[object]?.contains($0) != true
      }
      for first in able {
        for second in able where second > first {
          loads[first] += 1
          loads[second] += 1
          assign(object + 1)
          loads[first] -= 1
          loads[second] -= 1
        }
      }
    }
    assign(0)
    return best
  }

  @Test("no assignment of 400 small tasks is more even, and none has a smaller greatest load")
  func isTheMostEven() {
    var generator = RandomGenerator(state: 3, 1, 4, 1)
    for _ in 0..<400 {
      let task = Self.random(&generator)
      let assignment = BalancedAssignment(task, using: &generator)
      let best = Self.best(task)
      #expect(assignment.loads.reduce(0) { $0 + $1 * $1 } == best.squares)
      #expect(assignment.loads.max() == best.greatest)
      for object in task.groups.indices {
        let own = assignment.workers(of: object)
        #expect(Set(own).count == 2)
        #expect(own.allSatisfy { task.workersOfGroup[task.groups[object]].contains($0) })
        #expect(own.allSatisfy { task.excluded[object]?.contains($0) != true })
      }
    }
  }

  @Test("loads that least-loaded-first leaves uneven are mended along a path of several workers")
  func pathsAreFound() {
    // Workers 0…9 in a chain: group g may be done by g and g + 1; all objects of the first group come in numbers.
    let chain = (0..<9).map { [$0, $0 + 1] }
    let groups = [Int](repeating: 0, count: 10) + (1..<9).map { $0 }
    for seed in 1...20 {
      var generator = RandomGenerator(state: UInt64(seed), 2, 3, 4)
      let assignment = BalancedAssignment(Self.task(groups, chain, each: 1, workers: 10), using: &generator)
      #expect(assignment.loads.max() == 5)
      #expect(assignment.loads.reduce(0, +) == groups.count)
      #expect(assignment.bottleneck(above: 4).starts(with: [0, 1]))
    }
  }

  @Test("where everyone may do everything, loads lie within one")
  func loadsLieWithinOne() throws {
    var generator = RandomGenerator(state: 2, 7, 1, 8)
    let task = Self.task([Int](repeating: 0, count: 1001), [Array(0..<37)], each: 3, workers: 37)
    let loads = BalancedAssignment(task, using: &generator).loads
    #expect(try #require(loads.max()) - (try #require(loads.min())) <= 1)
    #expect(loads.reduce(0, +) == 3003)
  }
}
