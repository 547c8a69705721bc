import SpotCheckIngest

extension Survey {
  /// Tallies of the cells an indicator covers, at every region and at its own category and those below it.
  ///
  /// A position's `category` is the number in ``AssessmentScope/categories``, its `period` the index of a
  /// month, its `other` the number of a stratum. Ascending by position.
  ///
  /// - Complexity: O(c log c) for c cells, times region levels.
  func tallies(of scope: AssessmentScope, strata: AssessmentStrata?) -> [SurveyTally] {
    var leaves: [SurveyTally] = []
    for (index, cell) in ingested.cube.cells.enumerated() {
      guard let slot = scope.slots[index], let month = cell.month else { continue }
      let position = SurveyTally.Position(
        region: places[index], category: slot, period: Int32(clamping: month.index),
        other: strata?.number(ofCell: index) ?? 0)
      leaves.append(SurveyTally(position: position, trials: cell.trials, passes: cell.passes))
    }
    var sums: [SurveyTally] = []
    var lifted = leaves.merged()
    for depth in (0...regions.places.height).reversed() {
      lifted = lifted.moved { $0.region = regions.places.lifted($0.region, to: depth) }
      sums += lifted.filter { regions.places.depths[Int($0.position.region)] == depth }
    }
    let apart = sums.filter { $0.position.category != 0 }
    return (apart + sums.moved { $0.category = 0 }).moved {
      $0.region = regions.regionAtPlace[Int($0.region)]
    }
  }

  /// The sums of a quantity over the cells an indicator covers, at the positions of ``tallies(of:strata:)``.
  ///
  /// - Parameters:
  ///   - scope: The cells covered.
  ///   - number: The quantity's number in the cube.
  /// - Returns: The sums, by position.
  /// - Complexity: O(c d) for c cells and d region levels.
  func quantities(of scope: AssessmentScope, number: Int) -> [SurveyTally.Position: QuantityTally] {
    var sums: [SurveyTally.Position: QuantityTally] = [:]
    for (index, cell) in ingested.cube.cells.enumerated() {
      guard let slot = scope.slots[index], let month = cell.month, number < cell.quantities.count else {
        continue
      }
      for place in regions.places.path(from: places[index]) + [0] {
        var position = SurveyTally.Position(
          region: regions.regionAtPlace[Int(place)], period: Int32(clamping: month.index))
        sums[position, default: QuantityTally()] += cell.quantities[number]
        guard slot != 0 else { continue }
        position.category = slot
        sums[position, default: QuantityTally()] += cell.quantities[number]
      }
    }
    return sums
  }
}
