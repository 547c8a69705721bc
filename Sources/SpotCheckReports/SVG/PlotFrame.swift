import SpotCheck

/// The axes of a plot: where values lie, with ticks and titles.
struct PlotFrame: Sendable {
  /// The horizontal axis.
  var x: AxisScale
  /// The vertical axis.
  var y: AxisScale

  /// The place of a pair of values.
  func point(_ x: Double, _ y: Double) -> Drawing.Point {
    Drawing.Point(x: self.x.place(x), y: self.y.place(y))
  }

  /// The pieces of a line through values that lie within the vertical domain, as places.
  func pieces(_ values: [(x: Double, y: Double)]) -> [[Drawing.Point]] {
    values.split { !y.domain.contains($0.y) }.map { $0.map { point($0.x, $0.y) } }
  }

  /// A share as a label of an axis, with no more decimals than it needs.
  static func percent(_ share: Double) -> Wording {
    let text = Rounding.percentText(share, decimals: 3)
    return Wording(text.contains(".") ? text.replacing(/\.?0+$/, with: "") : text)
  }
}

extension Drawing {
  /// A tick of an axis and its label.
  typealias Tick = (value: Double, label: Wording)

  /// Draws grid lines and labels left of the frame.
  mutating func verticalAxis(_ frame: PlotFrame, _ ticks: [Tick]) {
    for tick in ticks {
      let y = frame.y.place(tick.value)
      line(from: Point(x: frame.x.start, y: y), to: Point(x: frame.x.end, y: y), "grid")
      text(tick.label, at: Point(x: frame.x.start - 6, y: y + 4), .end, "tick")
    }
    line(
      from: Point(x: frame.x.start, y: frame.y.start), to: Point(x: frame.x.start, y: frame.y.end), "axis")
  }

  /// Draws grid lines and labels below the frame; labels that would meet the one before are left out.
  mutating func horizontalAxis(_ frame: PlotFrame, _ ticks: [Tick]) {
    line(from: Point(x: frame.x.start, y: frame.y.start), to: Point(x: frame.x.end, y: frame.y.start), "axis")
    var free = -Double.infinity
    for tick in ticks {
      let x = frame.x.place(tick.value)
      line(from: Point(x: x, y: frame.y.start), to: Point(x: x, y: frame.y.end), "grid")
      let half =
        max(
          LabelPlacement.width(of: tick.label.english, size: 12),
          LabelPlacement.width(of: tick.label.chinese, size: 12)) / 2
      let center = min(x, width - half)
      guard center - half >= free else { continue }
      text(tick.label, at: Point(x: center, y: frame.y.start + 16), .middle, "tick")
      free = center + half + 6
    }
  }
}
