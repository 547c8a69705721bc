public import SpotCheckStatistics

/// How much of a stratum is drawn.
public struct DrawDemand: Sendable, Equatable {
  /// The stratum, its values joined with `/`; `nil` for every stratum that no other demand names.
  public var stratum: String?
  /// The share or the number.
  public var size: Size

  /// A share or a number of establishments.
  public enum Size: Sendable, Equatable {
    /// This share of the stratum, in `0...1`, rounded up to whole establishments.
    case ratio(DecimalFraction)
    /// So many.
    case count(Int)
  }

  /// Creates a demand.
  public init(_ size: Size, of stratum: String? = nil) {
    self.stratum = stratum
    self.size = size
  }
}

/// What is drawn, and how inspectors are assigned.
public struct DrawOptions: Sendable, Equatable {
  /// The text that random numbers come from.
  public var seed: String
  /// What strata are made of.
  public var strata: [FrameEstablishment.Attribute] = [.riskClass]
  /// How much of each stratum is drawn; nothing where an allocation says it.
  public var demands: [DrawDemand] = []
  /// How many inspectors each establishment gets, at least 2.
  public var inspectorsEach = 2
  /// The most establishments an inspector may get; `nil` for no limit.
  public var maxLoad: Int?
  /// Whether an inspector's office must be that of the establishment's region.
  public var matchesOffice = false

  /// Creates options that draw from a seed.
  public init(seed: String) {
    self.seed = seed
  }

  /// What a frame must have for these options.
  public var neededAttributes: [FrameEstablishment.Attribute] {
    strata + (matchesOffice && !strata.contains(.region) ? [.region] : [])
  }
}
