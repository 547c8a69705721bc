/// A decimal fraction exactly as it was written: `digits / 10^places`.
///
/// Targets, weights and planned shares are held so, and compared with counts in integers: in doubles
/// .936 × 2125 exceeds 1989, and a census that meets its target would fail.
public struct DecimalFraction: Hashable, Sendable {
  /// The digits without the point, at least 0.
  public let digits: Int
  /// Digits behind the point, `0...15`.
  public let places: Int

  /// Reads `0.985`, `1`, `.5`; no sign, exponent or percent sign, at most 15 places and 15 digits.
  ///
  /// - Returns: `nil` where the text is anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts[0]
    let fraction = parts.count == 2 ? parts[1] : ""
    let all = whole.utf8.map { $0 } + fraction.utf8.map { $0 }
    guard !all.isEmpty, all.count <= 15, all.allSatisfy({ (0x30...0x39).contains($0) }),
      parts.count == 1 || !fraction.isEmpty
    else { return nil }
    self.digits = all.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    self.places = fraction.utf8.count
  }

  /// Creates a fraction from its parts.
  public init(digits: Int, places: Int) {
    precondition(digits >= 0 && (0...15).contains(places), "no decimal fraction: \(digits) / 10^\(places)")
    self.digits = digits
    self.places = places
  }

  /// 10^`places`.
  public var scale: Int {
    (0..<places).reduce(1) { power, _ in power * 10 }
  }

  /// The nearest double.
  public var value: Double { Double(digits) / Double(scale) }

  /// `1 −` this fraction; `nil` where this exceeds 1.
  public var complement: DecimalFraction? {
    digits > scale ? nil : DecimalFraction(digits: scale - digits, places: places)
  }

  /// The sign of `passes / trials −` this fraction, exactly; `trials` is at least 1.
  public func sign(ofRate passes: Int, over trials: Int) -> Int {
    let left = passes.multipliedFullWidth(by: scale)
    let right = digits.multipliedFullWidth(by: trials)
    if left.high != right.high { return left.high < right.high ? -1 : 1 }
    return left.low == right.low ? 0 : left.low < right.low ? -1 : 1
  }

  /// The least whole number at or above this fraction of `count`: ⌈τN⌉, exactly.
  public func ceiling(of count: Int) -> Int {
    let product = digits.multipliedFullWidth(by: count)
    let (quotient, remainder) = scale.dividingFullWidth(product)
    return remainder == 0 ? quotient : quotient + 1
  }
}

extension DecimalFraction: CustomStringConvertible {
  /// The fraction as it was written, with a leading zero.
  public var description: String {
    guard places > 0 else { return String(digits) }
    let text = String(digits)
    let padded = String(repeating: "0", count: max(0, places + 1 - text.utf8.count)) + text
    return padded.dropLast(places) + "." + padded.suffix(places)
  }
}
