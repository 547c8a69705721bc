/// Roots of a function that changes its sign once between two places.
enum RootFinding {
  /// The root by inverse quadratic interpolation, safeguarded by bisection (Chandrupatla 1997).
  ///
  /// - Parameters:
  ///   - start: One place.
  ///   - end: The other; the function has the other sign there.
  ///   - function: Continuous and finite between both.
  /// - Returns: The root to two units of the last place; where there is no change of sign, the place of the
  ///   smaller value. At most 200 values are taken.
  static func root(from start: Double, to end: Double, of function: (Double) -> Double) -> Double {
    var near = (x: end, y: function(end))
    var far = (x: start, y: function(start))
    guard (near.y < 0) != (far.y < 0) else { return near.y.magnitude < far.y.magnitude ? near.x : far.x }
    var fraction = 0.5
    for _ in 0..<200 {
      let x = near.x + fraction * (far.x - near.x)
      let next = (x: x, y: function(x))
      let old: (x: Double, y: Double)
      if (next.y < 0) == (near.y < 0) {
        old = near
      } else {
        old = far
        far = near
      }
      near = next
      let best = far.y.magnitude < near.y.magnitude ? far : near
      let width = (far.x - near.x).magnitude
      let tolerance = (2 * Double.ulpOfOne * best.x.magnitude + .leastNormalMagnitude) / width
      if best.y == 0 || !(tolerance < 0.5) { return best.x }
      fraction = min(max(interpolated(near, far, old), tolerance), 1 - tolerance)
    }
    return near.y.magnitude < far.y.magnitude ? near.x : far.x
  }

  /// How far from `near` to `far` the root lies by the parabola through three places; ½ where that is unsafe.
  private static func interpolated(
    _ near: (x: Double, y: Double), _ far: (x: Double, y: Double), _ old: (x: Double, y: Double)
  ) -> Double {
    let xi = (near.x - far.x) / (old.x - far.x)
    let phi = (near.y - far.y) / (old.y - far.y)
    guard phi * phi < xi, (1 - phi) * (1 - phi) < 1 - xi else { return 0.5 }
    return near.y / (far.y - near.y) * old.y / (far.y - old.y)
      + (old.x - near.x) / (far.x - near.x) * near.y / (old.y - near.y) * far.y / (old.y - far.y)
  }
}
