/// Finds places for labels at points, so that none lies on another or on a point.
struct LabelPlacement: Sendable {
  /// A rectangle that is taken.
  private struct Box {
    var x0: Double, y0: Double, x1: Double, y1: Double

    func meets(_ other: Box) -> Bool { x0 < other.x1 && other.x0 < x1 && y0 < other.y1 && other.y0 < y1 }
  }

  /// Where a label goes.
  struct Place: Equatable {
    /// The place of the text's baseline.
    var x: Double, y: Double
    /// What of the text lies there.
    var anchor: Anchor
  }

  /// What of a text lies at its place.
  enum Anchor: String {
    case start, middle, end
  }

  private let frame: Box
  private var taken: [Box] = []

  /// Creates the plane of a plot, in pixels.
  init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    frame = Box(x0: x.lowerBound, y0: y.lowerBound, x1: x.upperBound, y1: y.upperBound)
  }

  /// The pixels that a text takes at most, at a size of type: 0.64 of it a narrow character, 1.05 a wide one.
  static func width(of text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch DisplayWidth.of(scalar) {
      case 0: sum
      case 1: sum + 0.64 * size
      default: sum + 1.05 * size
      }
    }
  }

  /// Keeps labels off a square around a point.
  mutating func keepOff(x: Double, y: Double, radius: Double) {
    taken.append(Box(x0: x - radius, y0: y - radius, x1: x + radius, y1: y + radius))
  }

  /// The first free place around a point: right of it, left, above, below; `nil` where there is none.
  ///
  /// - Complexity: O(boxes taken).
  mutating func place(_ text: Wording, x: Double, y: Double, offset: Double, size: Double) -> Place? {
    let length = max(
      Self.width(of: text.english, size: size), Self.width(of: text.chinese, size: size))
    let candidates: [(Place, Double)] = [
      (Place(x: x + offset, y: y + size * 0.35, anchor: .start), x + offset),
      (Place(x: x - offset, y: y + size * 0.35, anchor: .end), x - offset - length),
      (Place(x: x, y: y - offset, anchor: .middle), x - length / 2),
      (Place(x: x, y: y + offset + size * 0.8, anchor: .middle), x - length / 2),
    ]
    for (place, left) in candidates {
      let box = Box(x0: left, y0: place.y - size * 0.85, x1: left + length, y1: place.y + size * 0.2)
      let isInside = box.x0 >= frame.x0 && box.y0 >= frame.y0 && box.x1 <= frame.x1 && box.y1 <= frame.y1
      guard isInside, !taken.contains(where: box.meets) else { continue }
      taken.append(box)
      return place
    }
    return nil
  }
}
