import SpotCheck

/// Why there is no plan to report, as facts.
enum SamplePlanProblem: Error {
  /// An option cannot be read.
  case unreadable(StatProblem)
  /// There is neither a plan nor two points.
  case nothingAsked
  /// An option is needed beside those given.
  case missing(String, Example)
  /// Two options that belong to different questions.
  case conflict(String, String)
  /// The numbers are no plan.
  case noPlan(Example)
  /// The points are in no order, or their risks leave no room.
  case noPoints
  /// The model needs the size of the lot.
  case lotNeeded
  /// A lot without items.
  case emptyLot
  /// The plan may inspect more items than the lot has.
  case lotTooSmall(lot: Int, items: Int)
  /// No single plan within reach.
  case noSinglePlan
  /// No double plan within reach.
  case noDoublePlan

  /// A line that would do.
  enum Example: String {
    case single = "spotcheck sample plan --n 80 --ac 2"
    case double = "spotcheck sample plan --n1 50 --ac1 0 --re1 3 --n2 50 --ac2 3"
    case points = "spotcheck sample plan --p1 0.02 --p2 0.08"
  }

  /// The facts in words, with the line to write.
  func message(in language: Language) -> String {
    let words = StatWords(language: language)
    func write(_ example: Example) -> String {
      words.say("; write, say, \(example.rawValue)", "；例如：\(example.rawValue)")
    }
    switch self {
    case .unreadable(let problem): return problem.message(in: language)
    case .nothingAsked:
      return words.say("give a plan or two risk points", "请给出一个抽样方案或两个风险点") + write(.single)
        + words.say(" or ", " 或 ") + Example.points.rawValue
    case .missing(let name, let example):
      return words.say("\(name) is missing", "缺少 \(name)") + write(example)
    case .conflict(let first, let second):
      return words.say(
        "\(first) and \(second) belong to different questions; leave one out",
        "\(first) 与 \(second) 属于不同的问题；请去掉其中一个")
    case .noPlan(.double):
      return words.say(
        "no double plan: n1 and n2 are at least 1, Ac1 + 2 ≤ Re1 ≤ Ac2 + 1 ≤ n1 + n2",
        "不成二次抽样方案：n1、n2 至少为 1，且 Ac1 + 2 ≤ Re1 ≤ Ac2 + 1 ≤ n1 + n2") + write(.double)
    case .noPlan:
      return words.say("no single plan: Ac must be less than n", "不成一次抽样方案：Ac 须小于 n") + write(.single)
    case .noPoints:
      return words.say(
        "p1 must be less than p2, and alpha + beta less than 1", "p1 须小于 p2，且 alpha + beta 须小于 1")
        + write(.points)
    case .lotNeeded:
      return words.say(
        "the hypergeometric model is of one lot: add its size, such as --lot 500",
        "超几何模型针对一个孤立批：请给出批量，如 --lot 500")
    case .emptyLot:
      return words.say("--lot must be at least 1, such as --lot 500", "--lot 至少为 1，如 --lot 500")
    case .lotTooSmall(let lot, let items):
      return words.say(
        "the plan may inspect \(items) items, the lot has \(lot): inspect them all, or give --lot \(items) or more",
        "方案最多检验 \(items) 件，而批量只有 \(lot)：请全检，或给出 --lot \(items) 及以上")
    case .noSinglePlan:
      return words.say(
        "no plan of at most \(PlanSearch.largestSample) items keeps both risks: move p1 and p2 apart, or allow more risk",
        "不超过 \(PlanSearch.largestSample) 件的方案都不能同时满足两种风险：请拉开 p1 与 p2，或放宽风险")
    case .noDoublePlan:
      return words.say(
        "no double plan with Ac2 up to \(PlanSearch.largestDoubleAcceptanceNumber) keeps both risks: "
          + "leave out --double for a single plan, or move p1 and p2 apart",
        "Ac2 不超过 \(PlanSearch.largestDoubleAcceptanceNumber) 的二次抽样方案都不能同时满足两种风险："
          + "请去掉 --double 改用一次抽样方案，或拉开 p1 与 p2")
    }
  }
}
