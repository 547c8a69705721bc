import SpotCheckStatistics

/// A small lot of which every way to draw the samples of a double plan is gone through.
struct EnumeratedLot {
  let size: Int
  let nonconforming: Int

  /// What a plan comes to, by counting.
  struct Performance {
    var accepted = 0.0
    var sampled = 0.0
    var passedOver = 0.0
    var inspected = 0.0
  }

  /// Goes through all draws of a plan with one or two stages.
  func performance(of plan: SamplingPlan) -> Performance {
    var sum = Performance()
    let first = subsets(of: (1 << size) - 1, count: plan.stages[0].size)
    for sample in first {
      let found = marked(sample)
      let seconds =
        found > plan.stages[0].acceptanceNumber && found < plan.stages[0].rejectionNumber
        ? subsets(of: ((1 << size) - 1) & ~sample, count: plan.stages[1].size) : [0]
      for second in seconds {
        let all = found + marked(second)
        let stage = second == 0 ? plan.stages[0] : plan.stages[1]
        let isAccepted = all <= stage.acceptanceNumber
        let weight = 1 / Double(first.count * seconds.count)
        let items = (sample | second).nonzeroBitCount
        sum.sampled += weight * Double(items)
        sum.accepted += isAccepted ? weight : 0
        sum.passedOver += isAccepted ? weight * Double(nonconforming - all) / Double(size) : 0
        sum.inspected += weight * Double(isAccepted ? items : size)
      }
    }
    return sum
  }

  private func marked(_ sample: Int) -> Int { (sample & ((1 << nonconforming) - 1)).nonzeroBitCount }

  private func subsets(of mask: Int, count: Int) -> [Int] {
    (0..<1 << size).filter { $0 & mask == $0 && $0.nonzeroBitCount == count }
  }
}
