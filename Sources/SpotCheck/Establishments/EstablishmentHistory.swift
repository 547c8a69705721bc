import SpotCheckIngest

/// What the visits to one establishment come to: numbers only, about 60 bytes.
struct EstablishmentHistory {
  /// Who it is; see ``EstablishmentVisits/key(of:)``.
  var identity: Int32
  /// Positions of the keys of its latest inspection.
  var name: Int32 = 0
  var code: Int32 = 0
  var category: Int32 = 0
  var region: Int32 = 0
  var trials = 0
  var passes = 0
  var months: Int32 = 0
  /// Numbers of days, or ``InspectionDays/noDay``.
  var lastInspected = InspectionDays.noDay
  var lastFailed = InspectionDays.noDay
  var openFailures: Int32 = 0
  var oldestOpen = InspectionDays.noDay
}

/// Draws visits together by establishment, and finds which failures are still open.
struct EstablishmentHistories {
  /// The histories, ascending by the bytes of their keys.
  private(set) var histories: [EstablishmentHistory] = []
  /// The failures that are open, by history, then as ``InspectionDays/failures``.
  private(set) var open: [Open] = []
  /// Units without an establishment.
  private(set) var unnamed = 0

  /// A failure that is open.
  struct Open {
    /// The position of its history.
    var history: Int32
    /// The visit it was found at.
    var visit: Int32
    var failure: InspectionDays.Failure
  }

  private let visits: EstablishmentVisits
  private let failures: [(visit: Int32, failure: InspectionDays.Failure)]
  /// For each visit the latest day on which a unit failed.
  private var lastFailing: [Int32]

  /// - Complexity: O(visits + failures), and O(e log e) for e establishments.
  init(_ visits: EstablishmentVisits) {
    self.visits = visits
    failures = visits.failures
    lastFailing = [Int32](repeating: InspectionDays.noDay, count: visits.count)
    for (visit, failure) in failures { lastFailing[Int(visit)] = max(lastFailing[Int(visit)], failure.day) }
    let identities = visits.identities()
    let visitsOf = Grouping(identities.ofVisit, count: identities.count)
    let failuresOf = Grouping(
      failures.map { identities.ofVisit[Int($0.visit)] }, count: identities.count)
    for identity in Self.ordered(visitsOf, count: identities.count, visits) {
      let own = visitsOf[identity]
      guard !visits.key(of: identity).bytes.isEmpty else {
        unnamed = own.reduce(0) { sum, number in
          let visit = visits[Int(number)]
          return sum + (visit.isFollowUp ? 0 : visit.cell.trials)
        }
        continue
      }
      var history = history(of: identity, own)
      note(openAmong: failuresOf[identity], visits: own, in: &history)
      histories.append(history)
    }
  }

  /// The identities that have visits, ascending by the bytes of their keys.
  private static func ordered(_ visitsOf: Grouping, count: Int, _ visits: EstablishmentVisits) -> [Int] {
    let present = (0..<count).filter { !visitsOf[$0].isEmpty }
    // Names come first and in order.
    guard visits.hasCodes else { return present }
    return present.sorted { visits.key(of: $0) < visits.key(of: $1) }
  }

  private func history(of identity: Int, _ own: ArraySlice<Int32>) -> EstablishmentHistory {
    var history = EstablishmentHistory(identity: Int32(identity))
    var months: [Int] = []
    var latest: (day: Int32, keys: [Int32])?
    for number in own {
      let visit = visits[Int(number)]
      if !visit.isFollowUp {
        history.trials += visit.cell.trials
        history.passes += visit.cell.passes
      }
      if let month = visit.cell.month?.index { months.append(month) }
      let failing = lastFailing[Int(number)]
      let day = max(visit.lastConforming, failing)
      history.lastInspected = max(history.lastInspected, day)
      history.lastFailed = max(history.lastFailed, failing)
      if let latest, latest.day > day { continue }
      let keys = [visit.name, visit.category, visit.region, visit.code]
      if let latest, latest.day == day, !keys.lexicographicallyPrecedes(latest.keys) { continue }
      latest = (day, keys)
      (history.name, history.category) = (visit.name, visit.category)
      (history.region, history.code) = (visit.region, visit.code)
    }
    history.months = Int32(Set(months).count)
    return history
  }

  /// Notes which of an establishment's failures no later pass, and no passed follow-up, stands against.
  ///
  /// A pass closes failures of its category on earlier days; a passed follow-up also those of its own day, but
  /// not another follow-up's of that day.
  private mutating func note(
    openAmong failing: ArraySlice<Int32>, visits own: ArraySlice<Int32>,
    in history: inout EstablishmentHistory
  ) {
    guard !failing.isEmpty else { return }
    var passed: [Int32: (sample: Int32, followUp: Int32)] = [:]
    for number in own {
      let visit = visits[Int(number)]
      var days = passed[visit.category] ?? (InspectionDays.noDay, InspectionDays.noDay)
      if visit.isFollowUp {
        days.followUp = max(days.followUp, visit.lastConforming)
      } else {
        days.sample = max(days.sample, visit.lastConforming)
      }
      passed[visit.category] = days
    }
    for index in failing {
      let (number, failure) = failures[Int(index)]
      let visit = visits[Int(number)]
      let days = passed[visit.category] ?? (InspectionDays.noDay, InspectionDays.noDay)
      let isClosed =
        days.sample > failure.day
        || (visit.isFollowUp ? days.followUp > failure.day : days.followUp.isDay(noEarlierThan: failure.day))
      guard !isClosed else { continue }
      if history.openFailures == 0 || failure.day < history.oldestOpen { history.oldestOpen = failure.day }
      history.openFailures += 1
      open.append(Open(history: Int32(histories.count), visit: number, failure: failure))
    }
  }
}

extension Int32 {
  /// Whether a day's number is that of a day, and of none before `other`.
  fileprivate func isDay(noEarlierThan other: Int32) -> Bool {
    self != InspectionDays.noDay && self >= other
  }
}
