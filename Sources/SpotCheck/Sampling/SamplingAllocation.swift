import Glibc
public import SpotCheckStatistics

/// What a sample is to keep to.
public enum SamplingGoal: Sendable, Equatable {
  /// So many units.
  case total(Int)
  /// No more money.
  case budget(Double)
  /// Half the width of the overall rate's interval.
  case margin(Double)
  /// The variance of the overall rate.
  case variance(Double)
}

/// How units are shared among strata, and what they buy.
public struct SamplingAllocation: Sendable, Equatable {
  /// The strata.
  public let strata: SamplingStrata
  /// What is kept to.
  public let goal: SamplingGoal
  /// What shares are proportional to.
  public let rule: Allocation.Rule
  /// The confidence of margins.
  public let confidence: Double
  /// The level of the tests that prove a shortfall.
  public let alpha: Double
  /// What the goal buys.
  public let purchase: SamplingPurchase
  /// What is bought with less, in the order asked for.
  public let cuts: [Cut]

  /// A part taken off the units or the money.
  public struct Cut: Sendable, Equatable {
    /// The part, 0…1.
    public var share: Double
    /// What is left to spend: units where units are the goal, else money.
    public var left: Double
    /// What it still buys; `nil` where it does not even pay the minima.
    public var purchase: SamplingPurchase?
  }

  /// The most units or money that can be shared.
  public static let largestGoal = 1e12

  /// Shares units.
  ///
  /// A goal of units or precision is reached as the rule says, where none is named by the one of least variance.
  ///
  /// - Parameters:
  ///   - strata: The strata.
  ///   - goal: What is kept to; units and money at most ``largestGoal``.
  ///   - rule: `nil` for the best; a goal of precision knows no other.
  ///   - confidence: Strictly between 0 and 1.
  ///   - alpha: Strictly between 0 and 1.
  ///   - cuts: Parts of the units or the money to be taken off, 0…1.
  /// - Throws: `cannotAllocate`.
  /// - Complexity: O(H log H) for H strata, and O(log n) distribution functions for each of them.
  public init(
    strata: SamplingStrata, goal: SamplingGoal, rule: Allocation.Rule? = nil, confidence: Double = 0.95,
    alpha: Double = 0.05, cuts: [Double] = [0.1, 0.2]
  ) throws(SpotCheckError) {
    let best: Allocation.Rule = if case .total = goal { .neyman } else { .optimal }
    let sharing = SamplingShares(
      strata: strata.strata, rule: rule ?? best, confidence: confidence, alpha: alpha)
    let purchase = try sharing.purchase(for: goal)
    self.strata = strata
    self.goal = goal
    self.rule = sharing.rule
    self.confidence = confidence
    self.alpha = alpha
    self.purchase = purchase
    self.cuts = cuts.map { share in
      if case .total(let total) = goal {
        let left = ((1 - share) * Double(total) * (1 + 1e-12)).rounded(.down)
        return Cut(share: share, left: left, purchase: try? sharing.purchase(for: .total(Int(left))))
      }
      let money = if case .budget(let budget) = goal { budget } else { purchase.cost }
      let left = (1 - share) * money
      return Cut(share: share, left: left, purchase: try? sharing.purchase(for: .budget(left)))
    }
  }
}
