/// A unified social credit code of 18 characters, the last of which checks the others (GB 32100-2015).
///
///     C18 = 31 − Σ Cᵢ · (3^(i−1) mod 31) mod 31, where 31 stands for 0
///
/// Characters are digits and the capitals without I, O, S, V and Z, valued 0…30 in that order.
public struct CreditCode: Hashable, Sendable {
  /// Σ Cᵢ Wᵢ over the first 17 characters.
  public let weightedSum: Int
  /// The check character that these ask for.
  public let checkCharacter: Character
  /// Whether the last character is that one.
  public let isValid: Bool

  /// Reads a code; the last character may be any.
  ///
  /// - Returns: `nil` unless there are 18 characters, the first 17 of them from the alphabet.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 18 else { return nil }
    var sum = 0
    var weight = 1
    for byte in bytes.dropLast() {
      guard let value = Self.alphabet.firstIndex(of: byte) else { return nil }
      sum += value * weight
      weight = weight * 3 % 31
    }
    let check = Self.alphabet[(31 - sum % 31) % 31]
    weightedSum = sum
    checkCharacter = Character(UnicodeScalar(check))
    isValid = bytes[17] == check
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
}
