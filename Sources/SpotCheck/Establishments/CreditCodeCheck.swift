import SpotCheckIngest
import SpotCheckStatistics

/// What the check character of a unified social credit code says (GB 32100-2015).
public enum CreditCodeCheck: String, Sendable, CaseIterable {
  /// The last character checks the others.
  case valid
  /// The text has the form of a code, and its last character is another than the one asked for.
  case invalid
  /// The text has not the form of a code: 18 characters of its alphabet.
  case notACode = "not_a_code"
  /// There is no text.
  case absent

  /// Checks a text.
  public init(_ text: String) {
    self.init(DimensionKey(levels: [text]))
  }

  init(_ key: DimensionKey) {
    guard !key.bytes.isEmpty else {
      self = .absent
      return
    }
    guard key.bytes.count == 18, let code = CreditCode(key.text) else {
      self = .notACode
      return
    }
    self = code.isValid ? .valid : .invalid
  }
}
