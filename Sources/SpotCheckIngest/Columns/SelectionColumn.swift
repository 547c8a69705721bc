/// Turns the filters a record meets into the id of its set of selections.
final class SelectionColumn {
  private let selections: [[(key: Int, bit: UInt64)]]
  private let registry: KeyRegistry
  private var last: (mask: UInt64, id: UInt32)?

  init(_ selections: [[(key: Int, bit: UInt64)]], registry: KeyRegistry) {
    self.selections = selections
    self.registry = registry
  }

  /// The id of the set of selections that hold for a record.
  func id(of record: Int, in columns: borrowing RecordColumns) throws(IngestError) -> UInt32 {
    var mask: UInt64 = 0
    for (number, filters) in selections.enumerated() {
      var isMet = true
      for filter in filters where columns.key(filter.key, of: record).filters & filter.bit == 0 {
        isMet = false
      }
      if isMet { mask |= 1 << UInt64(number) }
    }
    if let last, last.mask == mask { return last.id }
    let id = try registry.id(of: DimensionKey(bytes: Self.bytes(of: mask)))
    last = (mask, id)
    return id
  }

  private static func bytes(of mask: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: mask >> (56 - 8 * UInt64($0))) }
  }

  /// The mask that a key of the registry stands for.
  static func mask(of key: DimensionKey) -> UInt64 {
    key.bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
