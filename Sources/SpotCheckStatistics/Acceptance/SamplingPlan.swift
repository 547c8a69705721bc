/// An acceptance sampling plan by attributes: how many items of a lot are inspected, and what is then decided.
///
/// Each stage draws a sample. The nonconforming items of all samples so far are counted: at most Ac, and the lot is
/// accepted; at least Re, and it is rejected; between them, and the next sample is drawn. A single plan has one
/// stage, a double plan two (ISO 2859-1, GB/T 2828.1).
public struct SamplingPlan: Hashable, Sendable {
  /// A sample of a plan, and the decision after it.
  public struct Stage: Hashable, Sendable {
    /// n, the items of this sample.
    public let size: Int
    /// Ac, the most nonconforming items of all samples so far with which the lot is accepted.
    public let acceptanceNumber: Int
    /// Re, the fewest nonconforming items of all samples so far with which the lot is rejected.
    public let rejectionNumber: Int

    /// Creates a stage; whether it makes sense is for the plan to say.
    public init(size: Int, acceptanceNumber: Int, rejectionNumber: Int) {
      self.size = size
      self.acceptanceNumber = acceptanceNumber
      self.rejectionNumber = rejectionNumber
    }
  }

  /// The stages in order.
  public let stages: [Stage]

  /// Creates a plan from its stages, each of at least one item, with Ac ≥ 0.
  ///
  /// Neither Ac nor Re ever falls. After each stage but the last some count leaves the decision open, Re ≥ Ac + 2;
  /// after the last none does, Re = Ac + 1.
  ///
  /// - Returns: `nil` where the stages are no plan.
  public init?(stages: [Stage]) {
    guard let last = stages.last, last.rejectionNumber == last.acceptanceNumber + 1,
      stages.allSatisfy({ (1...Self.largestSample).contains($0.size) }),
      stages.allSatisfy({ (0..<Self.largestSample).contains($0.acceptanceNumber) }),
      stages.dropLast().allSatisfy({ $0.rejectionNumber >= $0.acceptanceNumber + 2 }),
      zip(stages, stages.dropFirst()).allSatisfy({ before, after in
        before.acceptanceNumber <= after.acceptanceNumber && before.rejectionNumber <= after.rejectionNumber
      })
    else { return nil }
    self.stages = stages
  }

  /// A plan with one sample: accept with at most Ac nonconforming items, else reject.
  public static func single(size: Int, acceptanceNumber: Int) -> SamplingPlan? {
    guard acceptanceNumber < largestSample else { return nil }
    return SamplingPlan(stages: [
      Stage(size: size, acceptanceNumber: acceptanceNumber, rejectionNumber: acceptanceNumber + 1)
    ])
  }

  /// A plan with a second sample where the first does not decide; the last Re is Ac + 1.
  public static func double(first: Stage, secondSize: Int, acceptanceNumber: Int) -> SamplingPlan? {
    guard acceptanceNumber < largestSample else { return nil }
    return SamplingPlan(stages: [
      first,
      Stage(size: secondSize, acceptanceNumber: acceptanceNumber, rejectionNumber: acceptanceNumber + 1),
    ])
  }

  /// The most items that a sample may have.
  public static let largestSample = 1_000_000_000

  /// The items inspected where every stage is reached.
  public var totalSize: Int { stages.reduce(0) { $0 + $1.size } }
}
