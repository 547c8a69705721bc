import SpotCheck

/// A mark in a picture: shape and filling tell it apart without its colour.
enum Mark: String, Sendable, CaseIterable {
  /// A certain or significant shortfall, or below the outer limit: ▼.
  case short
  /// A likely shortfall, or below the inner limit: ▽.
  case likelyShort
  /// Nothing shown either way: ○.
  case open
  /// Certainly or significantly met, or above the outer limit: ▲.
  case met
  /// Above the inner limit: △.
  case likelyMet
  /// Too few units: ✕.
  case few
  /// A value as such: ●.
  case value
  /// A value outside the limits of the process: ◆.
  case outside

  /// The class of its colour and filling.
  var role: String { rawValue }

  /// The mark of a verdict.
  init(_ evidence: Evidence) {
    switch evidence {
    case .certainShortfall, .provenShortfall: self = .short
    case .likelyShortfall: self = .likelyShort
    case .inconclusiveBelow, .inconclusiveMet, .noTarget: self = .open
    case .provenMet, .certainMet: self = .met
    case .tooFew, .noData: self = .few
    }
  }

  /// The mark as a character, for tables.
  var character: String {
    switch self {
    case .short: "▼"
    case .likelyShort: "▽"
    case .open: "○"
    case .met: "▲"
    case .likelyMet: "△"
    case .few: "✕"
    case .value: "●"
    case .outside: "◆"
    }
  }

  /// The path that draws it around a point.
  func outline(at point: Drawing.Point, _ radius: Double) -> String {
    func at(_ x: Double, _ y: Double) -> String {
      "\(Drawing.number(point.x + x * radius)) \(Drawing.number(point.y + y * radius))"
    }
    switch self {
    case .short, .likelyShort: return "M\(at(-1.1, -0.9))L\(at(1.1, -0.9))L\(at(0, 1.1))Z"
    case .met, .likelyMet: return "M\(at(-1.1, 0.9))L\(at(1.1, 0.9))L\(at(0, -1.1))Z"
    case .outside: return "M\(at(0, -1.3))L\(at(1.3, 0))L\(at(0, 1.3))L\(at(-1.3, 0))Z"
    case .few: return "M\(at(-0.8, -0.8))L\(at(0.8, 0.8))M\(at(-0.8, 0.8))L\(at(0.8, -0.8))"
    case .open, .value:
      let arc = "\(Drawing.number(radius)) \(Drawing.number(radius)) 0 1 0"
      return "M\(at(-1, 0))A\(arc) \(at(1, 0))A\(arc) \(at(-1, 0))Z"
    }
  }
}
