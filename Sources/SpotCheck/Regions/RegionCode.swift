/// A six-digit division code of GB/T 2260, whose zeros tell its level.
///
/// `530000` is a province, `530100` a prefecture in it, `530102` a county in that.
struct RegionCode: Hashable {
  /// The code as a number of six digits.
  let number: Int

  /// Reads a code; `nil` where the text is not six digits that begin with `1...8`.
  init?(_ text: some StringProtocol) {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.count == 6, digits.allSatisfy({ (0...9).contains($0) }), (1...8).contains(digits[0]) else {
      return nil
    }
    self.number = digits.reduce(0) { $0 * 10 + $1 }
  }

  private init(number: Int) {
    self.number = number
  }

  /// The code's six digits.
  var text: String { String(number) }

  /// `province`, `prefecture` or `county`.
  var level: String {
    number % 10_000 == 0 ? "province" : number % 100 == 0 ? "prefecture" : "county"
  }

  /// The codes this one lies in by its digits, nearest first.
  var ancestors: [RegionCode] {
    [number / 100 * 100, number / 10_000 * 10_000]
      .filter { $0 < number }
      .reduce(into: []) { found, ancestor in
        if found.last?.number != ancestor { found.append(RegionCode(number: ancestor)) }
      }
  }
}
