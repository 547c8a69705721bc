/// What may be wrong with a field, as a set the hot path can test at once.
struct FieldTrouble: OptionSet {
  let rawValue: UInt16

  /// There is no text.
  static let blank = FieldTrouble(rawValue: 1 << 0)
  /// A blank level stands before one with text.
  static let gap = FieldTrouble(rawValue: 1 << 1)
  /// The bytes are not of the file's encoding.
  static let badEncoding = FieldTrouble(rawValue: 1 << 2)
  /// The identifier has lost digits.
  static let precisionLost = FieldTrouble(rawValue: 1 << 3)
  /// No date pattern matches, or the score is no number.
  static let unreadable = FieldTrouble(rawValue: 1 << 4)
  /// No list has the label.
  static let unknownLabel = FieldTrouble(rawValue: 1 << 5)
  /// The label has no verdict.
  static let noVerdict = FieldTrouble(rawValue: 1 << 6)
  /// The key keeps the record out: a filter is not met, or a follow-up is.
  static let filteredOut = FieldTrouble(rawValue: 1 << 7)
  /// The table does not know the key.
  static let unknownKey = FieldTrouble(rawValue: 1 << 8)
  /// An identifier was unwrapped: no reason to leave the record out, but counted.
  static let unwrapped = FieldTrouble(rawValue: 1 << 9)
  /// A blank field that stands for a result all the same: no reason, unless all of the record is blank.
  static let filled = FieldTrouble(rawValue: 1 << 10)

  /// Whether nothing in the set keeps a record out.
  var isHarmless: Bool { subtracting([.unwrapped, .filled]).isEmpty }
}
