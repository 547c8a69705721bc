/// A search, nearest first, for a way to hand objects on; its memory serves one search after another.
struct PathSearch {
  /// The workers that are not left out.
  private(set) var left: [Int]
  /// The workers reached by the last search, in the order they were.
  private(set) var reached: [Int] = []
  private var isLeftOut: [Bool]
  private var isReached: [Bool]
  private var step: [Step?]
  private var waiting = 0
  /// For each group its workers not reached yet; `nil` where no object of it was looked at.
  private var unreached: [[Int]?]

  /// An object that one worker hands on to another.
  struct Step {
    var object: Int
    var giver: Int
    var taker: Int
  }

  /// What becomes of a worker when an object that he may take is looked at.
  enum Visit {
    /// He has the object, or may not have this one.
    case kept
    /// He can be handed the object; whether he is what is looked for.
    case reached(Step, Bool)
  }

  init(workers: Int, groups: Int) {
    left = Array(0..<workers)
    isLeftOut = [Bool](repeating: false, count: workers)
    isReached = isLeftOut
    step = [Step?](repeating: nil, count: workers)
    unreached = [[Int]?](repeating: nil, count: groups)
  }

  /// Forgets the last search and begins anew.
  mutating func begin(at sources: [Int]) {
    for worker in reached { isReached[worker] = false }
    for group in unreached.indices { unreached[group] = nil }
    reached = sources
    waiting = 0
    for source in sources {
      isReached[source] = true
      step[source] = nil
    }
  }

  /// The next worker whose objects are to be looked at.
  mutating func next() -> Int? {
    guard waiting < reached.count else { return nil }
    defer { waiting += 1 }
    return reached[waiting]
  }

  /// Visits the workers of a group that have not been reached; the first that is looked for.
  mutating func visit(_ group: Int, of workers: [Int], _ visit: (Int) -> Visit) -> Int? {
    let waiting = unreached[group] ?? workers
    unreached[group] = nil
    var kept: [Int] = []
    for worker in waiting where !isReached[worker] && !isLeftOut[worker] {
      switch visit(worker) {
      case .kept: kept.append(worker)
      case .reached(let step, let isFound):
        isReached[worker] = true
        self.step[worker] = step
        reached.append(worker)
        if isFound { return worker }
      }
    }
    unreached[group] = kept
    return nil
  }

  /// The steps that lead to a worker, last first.
  func path(to worker: Int) -> [Step] {
    var path: [Step] = []
    var taker = worker
    while let step = step[taker] {
      path.append(step)
      taker = step.giver
    }
    return path
  }

  /// Leaves the workers reached by the last search out of all later ones.
  mutating func leaveOutReached() {
    for worker in reached { isLeftOut[worker] = true }
    left.removeAll { isLeftOut[$0] }
  }
}
