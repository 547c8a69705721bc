/// A cubic spline through points, whose ends bend like the cubics through the four points nearest to them.
///
/// Forsythe, Malcolm & Moler 1977; R's `spline` by default. O(points).
struct CubicSpline {
  private let points: [SampledCurve.Point]
  /// A sixth of the second derivative at each point.
  private let bend: [Double]

  /// The spline through at least four points, ordered by distinct `x`.
  init(_ points: [SampledCurve.Point]) {
    precondition(points.count >= 4, "a spline needs four points")
    self.points = points
    let last = points.count - 1
    let gaps = (0..<last).map { points[$0 + 1].x - points[$0].x }
    let slopes = (0..<last).map { (points[$0 + 1].y - points[$0].y) / gaps[$0] }
    /// The third difference of the four points from `first`.
    func third(_ first: Int) -> Double {
      func second(_ first: Int) -> Double {
        (slopes[first + 1] - slopes[first]) / (points[first + 2].x - points[first].x)
      }
      return (second(first + 1) - second(first)) / (points[first + 3].x - points[first].x)
    }
    var diagonal = [-gaps[0]]
    var right = [gaps[0] * gaps[0] * third(0)]
    for inner in 1..<last {
      diagonal.append(2 * (gaps[inner - 1] + gaps[inner]))
      right.append(slopes[inner] - slopes[inner - 1])
    }
    diagonal.append(-gaps[last - 1])
    right.append(-gaps[last - 1] * gaps[last - 1] * third(last - 3))
    for row in 1...last {
      let factor = gaps[row - 1] / diagonal[row - 1]
      diagonal[row] -= factor * gaps[row - 1]
      right[row] -= factor * right[row - 1]
    }
    right[last] /= diagonal[last]
    for row in (0..<last).reversed() {
      right[row] = (right[row] - gaps[row] * right[row + 1]) / diagonal[row]
    }
    bend = right
  }

  /// The spline at so many even steps from its first point to its last.
  func sampled(_ count: Int) -> SampledCurve {
    let first = points[0].x
    let step = (points[points.count - 1].x - first) / Double(count - 1)
    var piece = 0
    return SampledCurve(
      points: (0..<count).map { index in
        let x = first + Double(index) * step
        while piece < points.count - 2, points[piece + 1].x <= x { piece += 1 }
        return SampledCurve.Point(x: x, y: value(at: x, in: piece))
      })
  }

  private func value(at x: Double, in piece: Int) -> Double {
    let gap = points[piece + 1].x - points[piece].x
    let after = (x - points[piece].x) / gap
    let before = 1 - after
    let bent =
      (after * after * after - after) * bend[piece + 1]
      + (before * before * before - before) * bend[piece]
    return after * points[piece + 1].y + before * points[piece].y + gap * gap * bent
  }
}

/// A rising curve known at points, and linear between them.
struct SampledCurve {
  struct Point {
    let x: Double
    let y: Double
  }

  let points: [Point]

  /// The `x` at which the curve is at `y`; the nearer end where it never is.
  func place(of y: Double) -> Double {
    guard let next = points.firstIndex(where: { $0.y >= y }) else { return points[points.count - 1].x }
    guard next > 0 else { return points[0].x }
    let (before, after) = (points[next - 1], points[next])
    return before.x + (y - before.y) / (after.y - before.y) * (after.x - before.x)
  }
}
