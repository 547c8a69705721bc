/// The fields of one record in a scanned text.
@safe struct RecordFields {
  /// The scanned text.
  let text: UnsafePointer<UInt8>
  /// The record's own field ends.
  let ends: UnsafePointer<UInt32>
  /// Where the record begins.
  let start: Int
  /// The number of its fields.
  let count: Int
  /// Whether carriage returns before a record end are part of it.
  let trimsCarriageReturns: Bool

  /// Where the record's last byte, without its end, is followed by something else.
  var end: Int { unsafe Int(ends[count - 1]) }

  /// The field at a position, from 0; empty where the record has none there.
  @inline(__always)
  func field(at position: Int) -> RawField {
    guard position >= 0, position < count else { return unsafe RawField(start: text + start, length: 0) }
    let from = unsafe position == 0 ? start : Int(ends[position - 1]) + 1
    var to = unsafe Int(ends[position])
    if position == count - 1, trimsCarriageReturns {
      while to > from, unsafe text[to - 1] == 0x0D { to -= 1 }
    }
    return unsafe RawField(start: text + from, length: to - from)
  }
}

/// The bytes of a field, without the record end; ``StructuralIndex/padding`` more are readable behind them.
@safe struct RawField {
  let start: UnsafePointer<UInt8>
  let length: Int

  /// The bytes, to be used while the window holds them.
  var bytes: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: start, count: length) }
}
