/// Rules that find patterns on a Shewhart chart which chance hardly makes.
///
/// Zones are multiples of σ from the centre. Western Electric 1956; Nelson 1984.
public enum RunRule: String, Hashable, Sendable, CaseIterable {
  /// A point beyond 3σ.
  case westernElectric1 = "WER1"
  /// Two of three points in a row beyond 2σ on one side.
  case westernElectric2 = "WER2"
  /// Four of five points in a row beyond 1σ on one side.
  case westernElectric3 = "WER3"
  /// Eight points in a row on one side of the centre.
  case westernElectric4 = "WER4"
  /// A point beyond 3σ.
  case nelson1 = "NEL1"
  /// Nine points in a row on one side of the centre.
  case nelson2 = "NEL2"
  /// Six points in a row that rise, or fall.
  case nelson3 = "NEL3"
  /// Fourteen points in a row that go up and down by turns.
  case nelson4 = "NEL4"
  /// Two of three points in a row beyond 2σ on one side.
  case nelson5 = "NEL5"
  /// Four of five points in a row beyond 1σ on one side.
  case nelson6 = "NEL6"
  /// Fifteen points in a row within 1σ.
  case nelson7 = "NEL7"
  /// Eight points in a row beyond 1σ, on both sides.
  case nelson8 = "NEL8"

  /// The points, from 0 and ascending, that complete the pattern or carry it on.
  ///
  /// - Parameter scores: (x − centre)/σ for each point in order; NaN breaks every pattern.
  /// - Returns: Points from 0.
  /// - Complexity: O(points).
  public func signals(in scores: [Double]) -> [Int] {
    switch self {
    case .westernElectric1, .nelson1: scores.indices.filter { scores[$0].magnitude > 3 }
    case .westernElectric2, .nelson5: Self.beyond(2, 2, of: 3, scores)
    case .westernElectric3, .nelson6: Self.beyond(1, 4, of: 5, scores)
    case .westernElectric4: Self.oneSided(8, scores)
    case .nelson2: Self.oneSided(9, scores)
    case .nelson3: Self.trending(6, scores)
    case .nelson4: Self.alternating(14, scores)
    case .nelson7: Self.runs(of: 15, in: scores.indices) { scores[$0].magnitude <= 1 }
    case .nelson8: Self.onBothSides(8, scores)
    }
  }

  /// The points that end at least `length` in a row which satisfy `condition`.
  static func runs(of length: Int, in points: Range<Int>, where condition: (Int) -> Bool) -> [Int] {
    var run = 0
    return points.filter { point in
      run = condition(point) ? run + 1 : 0
      return run >= length
    }
  }

  static func oneSided(_ length: Int, _ scores: [Double]) -> [Int] {
    merged(
      runs(of: length, in: scores.indices) { scores[$0] > 0 },
      runs(of: length, in: scores.indices) { scores[$0] < 0 })
  }

  static func trending(_ length: Int, _ scores: [Double]) -> [Int] {
    guard scores.count > 1 else { return [] }
    return merged(
      runs(of: length - 1, in: 1..<scores.count) { scores[$0] > scores[$0 - 1] },
      runs(of: length - 1, in: 1..<scores.count) { scores[$0] < scores[$0 - 1] })
  }

  private static func alternating(_ length: Int, _ scores: [Double]) -> [Int] {
    guard scores.count > 2 else { return [] }
    return runs(of: length - 2, in: 2..<scores.count) { point in
      let (before, now) = (scores[point - 1] - scores[point - 2], scores[point] - scores[point - 1])
      return (before > 0 && now < 0) || (before < 0 && now > 0)
    }
  }

  /// Points beyond a zone that have, with those before them in the window, enough on their side.
  private static func beyond(_ zone: Double, _ enough: Int, of window: Int, _ scores: [Double]) -> [Int] {
    scores.indices.dropFirst(window - 1).filter { point in
      let recent = scores[(point - window + 1)...point]
      return (scores[point] > zone && recent.count { $0 > zone } >= enough)
        || (scores[point] < -zone && recent.count { $0 < -zone } >= enough)
    }
  }

  private static func onBothSides(_ length: Int, _ scores: [Double]) -> [Int] {
    runs(of: length, in: scores.indices) { scores[$0].magnitude > 1 }.filter { point in
      let recent = scores[(point - length + 1)...point]
      return recent.contains { $0 > 1 } && recent.contains { $0 < -1 }
    }
  }

  private static func merged(_ some: [Int], _ others: [Int]) -> [Int] {
    (some + others).sorted()
  }
}
