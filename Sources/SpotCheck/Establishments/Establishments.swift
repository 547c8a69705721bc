public import SpotCheckIngest
import SpotCheckStatistics

/// The establishments of a survey, ascending by the bytes of their ids, and what is still open with them.
///
/// A survey has them where its dimensions name ``dimension``. About 100 bytes an establishment beside its name,
/// however often it was inspected; values are made when they are asked for.
public struct Establishments: Sendable, RandomAccessCollection {
  /// The dimension that tells establishments apart.
  public static let dimension = "establishment"
  /// The dimension that tells their credit codes, where the layout has one.
  public static let codeDimension = "credit_code"

  /// The day they are spoken of; `nil` without dates.
  public let asOf: CalendarDate?
  /// The risk classes.
  public let scale: RiskScale
  /// How strength was borrowed, sector by sector.
  public let priors: [EstablishmentPrior]
  /// Units judged that name no establishment.
  public let unnamedUnits: Int
  /// Whether a column of credit codes was read.
  public let hasCodes: Bool

  private let visits: EstablishmentVisits
  private let histories: [EstablishmentHistory]
  private let open: [EstablishmentHistories.Open]
  private let regions: [RegionHierarchy.Region]
  private let shrunken: [ShrunkenCell?]
  private let estimate: EstimateOptions

  /// Draws a survey together by establishment; `nil` where it was read without them.
  ///
  /// - Parameters:
  ///   - survey: The counts, read with the dimension ``dimension``.
  ///   - asOf: The day from which open failures are counted; `nil` for ``Survey/latestMonthEnd``.
  ///   - scale: The risk classes.
  ///   - estimate: How intervals are made.
  /// - Complexity: O(cells + failures), and O(e log e) for e establishments with credit codes.
  public init?(
    of survey: Survey, asOf: CalendarDate? = nil, scale: RiskScale = .standard,
    estimate: EstimateOptions = EstimateOptions()
  ) {
    guard let visits = EstablishmentVisits(survey.ingested) else { return nil }
    let drawn = EstablishmentHistories(visits)
    self.visits = visits
    self.asOf = asOf ?? survey.latestMonthEnd
    self.scale = scale
    self.estimate = estimate
    hasCodes = visits.hasCodes
    histories = drawn.histories
    open = drawn.open
    unnamedUnits = drawn.unnamed
    regions = survey.regions(named: visits.regions)
    (priors, shrunken) = EstablishmentPrior.shrink(
      drawn.histories, categories: visits.categories.keys, target: scale.leastCut.value)
  }

  /// The first position.
  public var startIndex: Int { 0 }
  /// The position behind the last.
  public var endIndex: Int { histories.count }

  /// An establishment.
  public subscript(position: Int) -> Establishment {
    let history = histories[position]
    let key = visits.key(of: Int(history.identity))
    let code = visits.codes.keys[Int(history.code)]
    let interval = BinomialInterval.interval(
      passes: history.passes, trials: history.trials, level: estimate.confidence, method: estimate.interval)
    let cell = shrunken[position]
    return Establishment(
      id: key.text, name: visits.names.keys[Int(history.name)].text,
      region: regions[Int(history.region)].code, regionName: regions[Int(history.region)].name,
      category: visits.categories.keys[Int(history.category)].text, creditCode: code.text,
      codeCheck: hasCodes ? visits.checks[Int(history.code)] : CreditCodeCheck(key), trials: history.trials,
      passes: history.passes, months: Int(history.months), lastInspected: date(history.lastInspected),
      lastFailed: date(history.lastFailed),
      lastConformed: date(history.lastInspected).map { _ in history.lastFailed < history.lastInspected },
      lower: interval?.lower, upper: interval?.upper, shrunkenRate: cell?.shrunkenRate,
      probabilityBelow: cell?.probabilityBelow, riskClass: riskClass(position),
      openFailures: Int(history.openFailures),
      daysOpen: history.openFailures > 0 ? daysOpen(since: history.oldestOpen) : nil)
  }

  /// The failures that are open (核查处置), by establishment, then by day, category and sample.
  public var openFailures: [OpenFailure] {
    open.map { open in
      let visit = visits[Int(open.visit)]
      let region = regions[Int(visit.region)]
      return OpenFailure(
        establishment: Int(open.history), region: region.code, regionName: region.name,
        category: visits.categories.keys[Int(visit.category)].text, sample: open.failure.sample?.text,
        failedOn: date(open.failure.day), daysOpen: daysOpen(since: open.failure.day),
        isFollowUp: visit.isFollowUp)
    }
  }

  /// The number of failures that are open.
  public var openFailureCount: Int { open.count }

  /// How many establishments are in each class of the scale, the best first, and how many in none.
  public var classCounts: (inClasses: [Int], unrated: Int) {
    var counts = [Int](repeating: 0, count: scale.classes.count)
    var unrated = 0
    for position in indices {
      if let name = riskClass(position), let number = scale.classes.firstIndex(of: name) {
        counts[number] += 1
      } else {
        unrated += 1
      }
    }
    return (counts, unrated)
  }

  /// The positions of the worst establishments: those that most probably lie below ``RiskScale/leastCut``.
  ///
  /// Of equals the one with more failures comes first, then the one that comes first. Those that never failed
  /// are left out.
  ///
  /// - Complexity: O(establishments × log `count`), expected.
  public func worst(_ count: Int) -> [Int] {
    func precedes(_ left: Int, _ right: Int) -> Bool {
      let (first, second) = (probability(left), probability(right))
      if first != second { return first > second }
      let (failures, others) = (self.failures(left), self.failures(right))
      return failures != others ? failures > others : left < right
    }
    var worst: [Int] = []
    for position in indices where failures(position) > 0 {
      if worst.count == count, let last = worst.last, !precedes(position, last) { continue }
      let place = worst.firstIndex { precedes(position, $0) } ?? worst.endIndex
      worst.insert(position, at: place)
      if worst.count > count { worst.removeLast() }
    }
    return worst
  }

  private func riskClass(_ position: Int) -> String? {
    let isOpen = histories[position].openFailures > 0
    guard let cell = shrunken[position] else { return isOpen ? scale.rest : nil }
    return scale.name(of: cell.shrunkenRate, hasOpenFailures: isOpen)
  }

  private func probability(_ position: Int) -> Double { shrunken[position]?.probabilityBelow ?? 0 }

  private func failures(_ position: Int) -> Int { histories[position].trials - histories[position].passes }

  private func date(_ day: Int32) -> CalendarDate? {
    day > 0 ? CalendarDate(dayNumber: Int(day)) : nil
  }

  private func daysOpen(since day: Int32) -> Int? {
    guard let asOf, let date = date(day) else { return nil }
    return Swift.max(0, asOf.dayNumber - date.dayNumber)
  }
}

extension Survey {
  /// The region that each key shows: as in the data, or at the layout's level.
  fileprivate func regions(named keys: JoinedKeys) -> [RegionHierarchy.Region] {
    var regions = keys.keys.map {
      RegionHierarchy.Region(code: $0.text, name: nil, level: RegionHierarchy.plainLevel)
    }
    for (key, position) in keys.ofFirst.enumerated() where key < shownRegions.count {
      regions[Int(position)] =
        layout.regions.level.flatMap { level in
          self.regions.ancestry(of: countedRegions[key]).map { self.regions.regions[Int($0)] }
            .first { $0.level == level }
        } ?? shownRegions[key]
    }
    return regions
  }
}
