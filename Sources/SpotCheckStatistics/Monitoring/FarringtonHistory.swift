/// Which past points a count is compared with, and the season of each.
struct FarringtonHistory {
  /// Points of the series, from 0, ascending.
  private(set) var points: [Int] = []
  /// The season of each, 1…seasons; the windows are the last.
  private(set) var seasons: [Int] = []

  /// The windows of past years and, where there are seasons, what lies between them in even parts.
  ///
  /// The first parts of a year are longer by one where it does not divide.
  init(_ detector: FarringtonDetector, point: Int, frequency: Int, counts: [Int]) {
    let width = detector.halfWindow
    var season = [Int?](repeating: nil, count: point + 1)
    for now in max(0, point - width)...point { season[now] = detector.seasons }
    for year in 1...detector.years {
      let middle = point - year * frequency
      for place in middle - width...middle + width where season.indices.contains(place) {
        season[place] = detector.seasons
      }
      let parts = detector.seasons - 1
      let between = middle + width + 1..<max(middle + width + 1, middle + frequency - width)
      guard parts > 0 else { continue }
      let (length, longer) = between.count.quotientAndRemainder(dividingBy: parts)
      var place = between.lowerBound
      for part in 0..<parts {
        for _ in 0..<(length + (part < longer ? 1 : 0)) {
          season[place] = part + 1
          place += 1
        }
      }
    }
    for recent in max(0, point - (detector.recentPointsLeftOut ?? width))...point { season[recent] = nil }
    for (place, season) in season.enumerated() {
      guard let season, counts[place] >= 0 else { continue }
      points.append(place)
      seasons.append(season)
    }
  }
}
