/// The values of a column of which few are distinct, numbered by first sight.
///
/// A raw field is decoded once, however often it occurs.
struct TableKeys: Sendable {
  /// The distinct texts.
  private(set) var values: [DimensionKey] = []
  /// For each record the position of its text in ``values``.
  private(set) var codes: [UInt32] = []
  private var codeOfField: [ArraySlice<UInt8>: UInt32] = [:]
  private var codeOfValue: [DimensionKey: UInt32] = [:]
  private var last: (field: [UInt8], code: UInt32)?

  /// Adds the field that is a range of `bytes`; why it cannot be read, if it cannot.
  mutating func append(_ bytes: [UInt8], _ range: Range<Int>, _ text: FieldText) -> RejectReason? {
    let field = bytes[range]
    if let last, last.field.elementsEqual(field) {
      codes.append(last.code)
      return nil
    }
    guard let code = codeOfField[field] ?? decoded(field, text) else { return .badEncoding }
    last = (Array(field), code)
    codes.append(code)
    return nil
  }

  private mutating func decoded(_ field: ArraySlice<UInt8>, _ text: FieldText) -> UInt32? {
    guard let folded = text.text(of: field) else { return nil }
    let value = DimensionKey(bytes: folded)
    let code = codeOfValue[value] ?? UInt32(truncatingIfNeeded: values.count)
    if code == values.count { values.append(value) }
    codeOfValue[value] = code
    codeOfField[ArraySlice(Array(field))] = code
    return code
  }
}
