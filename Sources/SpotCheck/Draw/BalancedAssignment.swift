import SpotCheckStatistics

/// Workers for objects, so many to each, with loads as even as they can be.
///
/// Objects are taken in random order and each is given those of its group's workers that have least to do, ties
/// broken at random. Then, as long as there is an alternating path (a worker, one of its objects, another worker
/// who may take it, and so on) from a worker to one with at least two objects less, the objects along it are
/// handed on.
///
/// **Why that is best.** The assignments are the integral flows object → worker → sink, and Σ load² is a convex
/// cost on the arcs into the sink. A flow is of least cost exactly when its residual graph has no cycle of
/// negative cost, and such a cycle is such a path. So no assignment has a smaller greatest load, and where one
/// exists whose loads lie within one of each other, these do.
/// A set that a search without success has reached is left out for good: no later path leads out of it.
///
/// Source: N. Harvey, R. Ladner, L. Lovász, T. Tamir, *Semi-matchings for bipartite graphs and load balancing*,
/// Journal of Algorithms 59 (2006), 53–78.
struct BalancedAssignment {
  /// The name by which records know the method.
  static let name = "least load first, ties at random; then load-reducing paths until none is left"

  /// What is to be assigned.
  struct Task {
    /// For each object its group.
    var groups: [Int]
    /// For each group the workers who may take its objects.
    var workersOfGroup: [[Int]]
    /// For some objects, workers of its group who may not take it.
    var excluded: [Int: Set<Int>]
    /// How many workers each object gets.
    var each: Int
    /// How many workers there are.
    var workers: Int
  }

  /// The loads of all workers.
  private(set) var loads: [Int]
  private let task: Task
  /// For each object its workers, `each` of them.
  private var taken: [Int32]
  private var objectsOf: [[Int32]]

  /// Assigns; every object must have as many workers who may take it as it gets.
  ///
  /// - Complexity: O(objects · each · log workers), and O(objects · each + workers · groups) for each path.
  init(_ task: Task, using generator: inout RandomGenerator) {
    self.task = task
    loads = [Int](repeating: 0, count: task.workers)
    taken = [Int32](repeating: -1, count: task.groups.count * task.each)
    objectsOf = [[Int32]](repeating: [], count: task.workers)
    assignLeastLoaded(using: &generator)
    balance()
  }

  /// The workers of an object, ascending.
  func workers(of object: Int) -> [Int] {
    taken[(object * task.each)..<((object + 1) * task.each)].map { Int($0) }.sorted()
  }

  /// The workers to whom all objects of those with more than `limit` are bound: no assignment gives them less in
  /// sum, which is more than `limit` each.
  func bottleneck(above limit: Int) -> [Int] {
    var search = PathSearch(workers: task.workers, groups: task.workersOfGroup.count)
    _ = path(from: loads.indices.filter { loads[$0] > limit }, to: { _ in false }, &search)
    return search.reached.sorted()
  }

  private mutating func assignLeastLoaded(using generator: inout RandomGenerator) {
    let count = task.groups.count
    var heaps = task.workersOfGroup.map { workers in
      LoadHeap(workers.map { LoadHeap.Entry(load: 0, tie: generator.next(), worker: $0) })
    }
    for object in SimpleRandomSample.drawn(count, of: count, using: &generator) ?? [] {
      let group = task.groups[object]
      let excluded = task.excluded[object] ?? []
      var used: [LoadHeap.Entry] = []
      var slot = object * task.each
      while slot < (object + 1) * task.each, var entry = heaps[group].removeFirst() {
        if entry.load < loads[entry.worker] {
          entry.load = loads[entry.worker]
          entry.tie = generator.next()
          heaps[group].insert(entry)
          continue
        }
        if !excluded.contains(entry.worker) {
          taken[slot] = Int32(truncatingIfNeeded: entry.worker)
          objectsOf[entry.worker].append(Int32(truncatingIfNeeded: object))
          loads[entry.worker] += 1
          slot += 1
        }
        used.append(entry)
      }
      for var entry in used {
        entry.load = loads[entry.worker]
        entry.tie = generator.next()
        heaps[group].insert(entry)
      }
    }
  }

  private mutating func balance() {
    var search = PathSearch(workers: task.workers, groups: task.workersOfGroup.count)
    while let source = search.left.max(by: { loads[$0] < loads[$1] }) {
      let limit = loads[source] - 2
      guard search.left.contains(where: { loads[$0] <= limit }) else { return }
      if let path = path(from: [source], to: { loads[$0] <= limit }, &search) {
        for step in path { handOn(step.object, from: step.giver, to: step.taker) }
      } else {
        search.leaveOutReached()
      }
    }
  }

  /// The shortest way to hand objects on from one of `sources` to a worker that `isTarget` holds for, last step
  /// first; `nil` where there is none, and all workers that can be reached have been.
  private func path(
    from sources: [Int], to isTarget: (Int) -> Bool, _ search: inout PathSearch
  ) -> [PathSearch.Step]? {
    search.begin(at: sources)
    while let giver = search.next() {
      for object in objectsOf[giver].map({ Int($0) }) {
        let own = taken[(object * task.each)..<((object + 1) * task.each)]
        let excluded = task.excluded[object]
        let group = task.groups[object]
        let found = search.visit(group, of: task.workersOfGroup[group]) { taker in
          own.contains(Int32(truncatingIfNeeded: taker)) || excluded?.contains(taker) == true
            ? .kept : .reached(PathSearch.Step(object: object, giver: giver, taker: taker), isTarget(taker))
        }
        if let found { return search.path(to: found) }
      }
    }
    return nil
  }

  private mutating func handOn(_ object: Int, from giver: Int, to taker: Int) {
    let slots = (object * task.each)..<((object + 1) * task.each)
    guard let slot = taken[slots].firstIndex(of: Int32(truncatingIfNeeded: giver)),
      let place = objectsOf[giver].firstIndex(of: Int32(truncatingIfNeeded: object))
    else { return }
    taken[slot] = Int32(truncatingIfNeeded: taker)
    objectsOf[giver].swapAt(place, objectsOf[giver].count - 1)
    objectsOf[giver].removeLast()
    objectsOf[taker].append(Int32(truncatingIfNeeded: object))
    loads[giver] -= 1
    loads[taker] += 1
  }
}
