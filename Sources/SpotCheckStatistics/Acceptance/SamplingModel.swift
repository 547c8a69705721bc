/// How lots come to be judged, and so which distribution a sample's nonconforming items have.
public enum SamplingModel: Hashable, Sendable {
  /// Lots of one process, however large: each item nonconforming with one probability.
  case binomial
  /// Nonconformities per item rather than nonconforming items.
  case poisson
  /// One lot of N items, 1…``largestLot``, sampled without replacement.
  case hypergeometric(lotSize: Int)

  /// The most items that a lot may have.
  public static let largestLot = FinitePopulationTest.largestPopulation

  /// N, where the items are those of one lot.
  public var lotSize: Int? {
    guard case .hypergeometric(let lotSize) = self else { return nil }
    return lotSize
  }

  /// The worst quality that is still no worse than p: ⌊pN⌋ items of a lot, reckoned in whole numbers.
  public func quality(noWorseThan p: DecimalFraction) -> LotQuality {
    guard case .hypergeometric(let lotSize) = self else { return quality(near: p.value) }
    let conforming = p.complement?.ceiling(of: lotSize) ?? 0
    return .hypergeometric(nonconforming: lotSize - conforming, lotSize: lotSize)
  }

  /// The best quality that is no better than p: ⌈pN⌉ items of a lot, reckoned in whole numbers.
  public func quality(noBetterThan p: DecimalFraction) -> LotQuality {
    guard case .hypergeometric(let lotSize) = self else { return quality(near: p.value) }
    return .hypergeometric(nonconforming: min(p.ceiling(of: lotSize), lotSize), lotSize: lotSize)
  }

  /// The quality nearest to a fraction p, 0…1; any other p is taken for the end it lies beyond.
  public func quality(near p: Double) -> LotQuality {
    let p = p > 0 ? min(p, 1) : 0
    switch self {
    case .binomial: return .binomial(p)
    case .poisson: return .poisson(p)
    case .hypergeometric(let lotSize):
      return .hypergeometric(nonconforming: Int((p * Double(lotSize)).rounded()), lotSize: lotSize)
    }
  }
}
