/// The counts of one rate before and now.
public struct RatePair: Hashable, Sendable {
  /// Passes before, k0 ≤ n0.
  public var passesBefore: Int
  /// Trials before, n0.
  public var trialsBefore: Int
  /// Passes now, k1 ≤ n1.
  public var passesNow: Int
  /// Trials now, n1.
  public var trialsNow: Int

  /// Creates a pair of counts.
  public init(passesBefore: Int, trialsBefore: Int, passesNow: Int, trialsNow: Int) {
    precondition(
      (0...trialsBefore).contains(passesBefore) && (0...trialsNow).contains(passesNow),
      "no rates: \(passesBefore) of \(trialsBefore), \(passesNow) of \(trialsNow)")
    self.passesBefore = passesBefore
    self.trialsBefore = trialsBefore
    self.passesNow = passesNow
    self.trialsNow = trialsNow
  }

  /// Whether both have trials, without which there is nothing to compare.
  public var isComparable: Bool { trialsBefore > 0 && trialsNow > 0 }

  /// k0/n0; `nil` without trials.
  public var rateBefore: Double? { trialsBefore > 0 ? Double(passesBefore) / Double(trialsBefore) : nil }

  /// k1/n1; `nil` without trials.
  public var rateNow: Double? { trialsNow > 0 ? Double(passesNow) / Double(trialsNow) : nil }

  /// k1/n1 − k0/n0; `nil` where one has no trials.
  public var difference: Double? {
    guard let rateBefore, let rateNow else { return nil }
    return rateNow - rateBefore
  }

  /// The sign of k1/n1 − k0/n0 in whole numbers: that of k1 n0 − k0 n1.
  public var direction: Int {
    let left = passesNow.multipliedFullWidth(by: trialsBefore)
    let right = passesBefore.multipliedFullWidth(by: trialsNow)
    if left.high != right.high { return left.high < right.high ? -1 : 1 }
    return left.low == right.low ? 0 : left.low < right.low ? -1 : 1
  }

  /// Whether the rate rose, or stayed at 100 %: k1 n0 > k0 n1, or no failure in either.
  public var hasRisen: Bool {
    guard isComparable else { return false }
    return direction > 0 || (passesBefore == trialsBefore && passesNow == trialsNow)
  }
}
