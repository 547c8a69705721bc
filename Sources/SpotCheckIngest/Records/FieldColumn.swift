import CSpotCheckScan

/// The fields of one column, or of several side by side, in the records of a batch.
@safe struct FieldColumn {
  /// Where they stand, as the C kernels are told.
  let layout: spotcheck_column

  /// What stands there in a record.
  @inline(__always)
  func field(of record: Int) -> RawField {
    let ends = unsafe layout.field_ends + Int(layout.record_firsts[record]) + layout.first
    let start = unsafe Int((ends - 1).pointee &+ 1)
    var end = unsafe Int(ends[layout.count - 1])
    if unsafe layout.trims_returns {
      while end > start, unsafe layout.text[end - 1] == 0x0D { end -= 1 }
    }
    return unsafe RawField(start: layout.text + start, length: end - start)
  }
}
