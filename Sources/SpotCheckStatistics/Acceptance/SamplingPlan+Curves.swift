extension SamplingPlan {
  /// Pa, the chance that a lot is accepted: the operating characteristic at its quality.
  ///
  /// A single plan's is P(X ≤ Ac); each further stage adds the chance of the open counts before it times that of
  /// what may yet be found. A lot has at least ``totalSize`` items.
  ///
  /// - Complexity: O(open counts) distribution functions for a double plan, one for a single plan.
  public func acceptance(of lot: LotQuality) -> Double {
    outcomes(of: lot).reduce(0) { $0 + $1.accepted }
  }

  /// ASN, the number of items inspected on average where every sample is inspected to its end.
  public func averageSampleNumber(of lot: LotQuality) -> Double {
    outcomes(of: lot).reduce(0) { $0 + Double($1.stage.size) * $1.reached }
  }

  /// AOQ, the fraction nonconforming on average after rejected lots were inspected wholly and mended.
  ///
  ///     AOQ = p Σ Pa(stage) (N − inspected)/N
  ///
  /// What is found nonconforming is replaced. Of a lot of its own, Pa is that of the lot less one nonconforming
  /// item: the chance that this item is passed over. Dodge & Romig 1959.
  ///
  /// - Parameters:
  ///   - lot: The lot as submitted.
  ///   - lotSize: N, where the items are those of a process; `nil` for lots without bound, AOQ = p Pa.
  /// - Returns: A fraction, 0…p.
  public func averageOutgoingQuality(of lot: LotQuality, lotSize: Int? = nil) -> Double {
    guard lot.fraction > 0 else { return 0 }
    let size = lot.lotSize ?? lotSize
    precondition(size.map { $0 >= totalSize } ?? true, "a lot has at least the items that are inspected")
    let passedOver = outcomesOfPrefix(lot.without(1, of: 1)).reduce(0.0) { sum, outcome in
      let left = size.map { Double($0 - outcome.inspected) / Double($0) } ?? 1
      return sum + outcome.accepted * left
    }
    return lot.fraction * passedOver
  }

  /// ATI, the number of items inspected on average where rejected lots are inspected wholly.
  ///
  ///     ATI = Σ Pa(stage) inspected + (1 − Pa) N
  ///
  /// - Parameters:
  ///   - lot: The lot as submitted.
  ///   - lotSize: N; a lot of its own brings its own.
  /// - Returns: A number of items, up to N.
  public func averageTotalInspection(of lot: LotQuality, lotSize: Int) -> Double {
    let size = lot.lotSize ?? lotSize
    precondition(size >= totalSize, "a lot has at least the items that are inspected")
    return outcomes(of: lot).reduce(Double(size)) { sum, outcome in
      sum - outcome.accepted * Double(size - outcome.inspected)
    }
  }
}

// MARK: Stages

extension SamplingPlan {
  /// How a stage ends.
  private struct Outcome {
    var stage: Stage
    /// The items of all samples so far.
    var inspected: Int
    /// The chance that the stage is reached.
    var reached: Double
    /// The chance that the lot is accepted at this stage.
    var accepted: Double
  }

  private func outcomes(of lot: LotQuality) -> [Outcome] {
    precondition(
      lot.lotSize.map { $0 >= totalSize } ?? true, "a lot has at least the items that are inspected")
    return outcomesOfPrefix(lot)
  }

  /// The outcomes of the stages that a lot has items enough for.
  private func outcomesOfPrefix(_ lot: LotQuality) -> [Outcome] {
    var outcomes: [Outcome] = []
    var open = [(count: 0, chance: 1.0)]
    var inspected = 0
    for stage in stages {
      let (drawn, before) = (inspected, open)
      inspected += stage.size
      if let size = lot.lotSize, size < inspected { break }
      let accepted = before.reduce(0.0) { sum, state in
        let rest = lot.without(state.count, of: drawn)
        return sum
          + state.chance
          * rest.probability(ofAtMost: stage.acceptanceNumber - state.count, in: stage.size)
      }
      let reached = before.reduce(0) { $0 + $1.chance }
      outcomes.append(Outcome(stage: stage, inspected: inspected, reached: reached, accepted: accepted))
      open = (stage.acceptanceNumber + 1..<stage.rejectionNumber).map { count in
        let chance = before.reduce(0.0) { sum, state in
          let rest = lot.without(state.count, of: drawn)
          return sum + state.chance * rest.probability(of: count - state.count, in: stage.size)
        }
        return (count, chance)
      }.filter { $0.chance > 0 }
    }
    return outcomes
  }
}
