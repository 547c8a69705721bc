import SpotCheckStatistics

/// Counts by stratum as they stand at the end of a month, those of the year before beside them where compared.
struct Look: Equatable {
  var trials: [Int]
  var passes: [Int]
  /// The counts of the year before; zeros where it is not compared.
  var trialsBefore: [Int]
  var passesBefore: [Int]

  init(strata: Int) {
    trials = [Int](repeating: 0, count: strata)
    passes = trials
    trialsBefore = trials
    passesBefore = trials
  }

  var allTrials: Int { trials.reduce(0, +) }
  var allPasses: Int { passes.reduce(0, +) }

  /// Both years, stratum by stratum.
  var pairs: [RatePair] {
    trials.indices.map {
      RatePair(
        passesBefore: passesBefore[$0], trialsBefore: trialsBefore[$0], passesNow: passes[$0],
        trialsNow: trials[$0])
    }
  }

  /// Both years as a whole.
  var pair: RatePair {
    RatePair(
      passesBefore: passesBefore.reduce(0, +), trialsBefore: trialsBefore.reduce(0, +), passesNow: allPasses,
      trialsNow: allTrials)
  }
}

/// The looks at a finding: cumulative counts at the end of each month with data.
struct Looks {
  /// The looks, oldest first.
  let looks: [Look]
  /// The weight of each stratum; empty for a rate without.
  let weights: [Double]
  /// Where each stratum with a weight lies.
  let places: [AssessmentFigures.Place?]
  /// The number that each stratum has in the survey, where every number is a stratum.
  let numbers: [Int32]

  /// Adds up tallies, ascending by month; those outside the strata are left out.
  ///
  /// - Parameters:
  ///   - now: The tallies of the period.
  ///   - before: Those of the same months a year before; none where years are not compared.
  ///   - division: How they divide into strata.
  init(_ now: [SurveyTally], before: [SurveyTally] = [], division: StratumDivision) {
    var place: (Int32) -> Int? = { _ in 0 }
    var weights: [Double] = []
    var places: [AssessmentFigures.Place?] = []
    var numbers: [Int32] = []
    switch division {
    case .one, .unknown: break
    case .weighted(let all, let placeOf, let at):
      places = at
      weights = all
      let places = Dictionary(
        Set(now.map(\.position.other)).map { ($0, placeOf($0)) }, uniquingKeysWith: { first, _ in first })
      place = { places[$0] ?? nil }
    case .each:
      numbers = Set((now + before).map(\.position.other)).sorted()
      let places = Dictionary(
        numbers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      place = { places[$0] }
    }
    var look = Look(strata: max(1, weights.count, numbers.count))
    var looks: [Look] = []
    var earlier = before[...]
    func add(_ tally: SurveyTally, isBefore: Bool) {
      guard let stratum = place(tally.position.other) else { return }
      if isBefore {
        look.trialsBefore[stratum] += tally.trials
        look.passesBefore[stratum] += tally.passes
      } else {
        look.trials[stratum] += tally.trials
        look.passes[stratum] += tally.passes
      }
    }
    var month: Int32?
    for tally in now {
      if let month, month != tally.position.period { looks.append(look) }
      month = tally.position.period
      while let first = earlier.first, first.position.period + 12 <= tally.position.period {
        add(first, isBefore: true)
        earlier.removeFirst()
      }
      add(tally, isBefore: false)
    }
    for tally in earlier { add(tally, isBefore: true) }
    if month != nil { looks.append(look) }
    self.looks = looks
    self.weights = weights
    self.places = places
    self.numbers = numbers
  }
}
