/// Turns the identifiers of records into fingerprints, for one worker and one form of files.
@safe struct UnitColumn: ~Copyable {
  /// What a record's identifiers are.
  struct Value {
    /// Stands for the sample.
    var sample = Fingerprint(high: 0, low: 0)
    /// Stands for the sample and item; equal to `sample` where there are no items.
    var unit = Fingerprint(high: 0, low: 0)
    /// The id of the item's name; 0 where there are no items.
    var item: UInt32 = 0
    var trouble: FieldTrouble = []
    /// Whether the trouble is the item's.
    var isItemAtFault = false
    /// Whether the record is a unit of its own: its sample has no identifier.
    var isAlone = false
  }

  private let sampleSlot: Int
  private let itemSlot: Int?
  private let decoder: Decoder
  private var items: FieldMemory<ItemName>

  /// What stands for an item's name, and its id.
  struct ItemName: FieldValue {
    var print = Fingerprint(high: 0, low: 0)
    var id: UInt32 = 0
    var trouble: FieldTrouble = []
  }

  init(
    sampleSlot: Int, itemSlot: Int?, sources: [FieldSource], registry: KeyRegistry, text: FieldText,
    hash: ByteHash
  ) {
    self.sampleSlot = sampleSlot
    self.itemSlot = itemSlot
    decoder = Decoder(
      sample: sources[sampleSlot], item: itemSlot.map { sources[$0] }, registry: registry, text: text,
      hash: hash)
    items = FieldMemory(hash: hash, limits: .init(fields: 1 << 16, bytes: 64 << 20))
  }

  /// Reads the identifiers of a batch.
  mutating func read(
    _ batch: borrowing RecordBatch, positions: [Int], into found: UnsafeMutablePointer<Value>
  ) throws(IngestError) {
    let decoder = decoder
    if let column = batch.column(at: [positions[sampleSlot]]) {
      for record in 0..<batch.count { unsafe found[record] = decoder.sample(column.field(of: record)) }
    } else {
      try batch.forEachJoinedField(at: [positions[sampleSlot]]) { record, field in
        unsafe found[record] = decoder.sample(field)
      }
    }
    guard let itemSlot else { return }
    try items.read(batch, at: [positions[itemSlot]]) { _, field throws(IngestError) in
      try decoder.item(field)
    }
    items.forEach(batch.count) { record, name in unsafe found[record].add(item: name) }
  }

  /// The identifier of a record's sample; `nil` where it has none.
  func name(of fields: RecordFields, positions: [Int]) -> DimensionKey? {
    let field = fields.field(at: positions[sampleSlot])
    return unsafe decoder.name(in: field.bytes)
  }

  private struct Decoder {
    let sample: FieldSource
    let item: FieldSource?
    let registry: KeyRegistry
    let text: FieldText
    let hash: ByteHash

    func sample(_ field: RawField) -> Value {
      if let plain = plain(field) {
        let sample = hash.fingerprint(plain)
        return Value(sample: sample, unit: sample, isAlone: plain.length == 0)
      }
      guard let folded = unsafe text.text(of: field.bytes) else { return Value(trouble: .badEncoding) }
      switch Identifier.read(folded) {
      case .intact: return value(of: folded, [])
      case .unwrapped(let bytes): return value(of: bytes, .unwrapped)
      case .precisionLost: return Value(trouble: .precisionLost)
      }
    }

    private func value(of text: [UInt8], _ trouble: FieldTrouble) -> Value {
      let id = sample.key(of: text) ?? []
      let sample = hash.fingerprint(of: id)
      return Value(sample: sample, unit: sample, trouble: id.isEmpty ? [] : trouble, isAlone: id.isEmpty)
    }

    func name(in raw: UnsafeBufferPointer<UInt8>) -> DimensionKey? {
      guard var name = unsafe text.text(of: raw) else { return nil }
      if case .unwrapped(let bytes) = Identifier.read(name) { name = bytes }
      return sample.key(of: name).flatMap { $0.isEmpty ? nil : DimensionKey(bytes: $0) }
    }

    func item(_ field: RawField) throws(IngestError) -> ItemName {
      guard let name = unsafe text.text(of: field.bytes).flatMap({ item?.key(of: $0) }) else {
        return ItemName(trouble: .badEncoding)
      }
      return ItemName(print: hash.fingerprint(of: name), id: try registry.id(of: DimensionKey(bytes: name)))
    }

    /// A field that folding leaves as it is, and that no spreadsheet has touched; without its quotes.
    @inline(__always)
    private func plain(_ field: RawField) -> RawField? {
      let inner = text.unquoted(field)
      return !sample.hasRules && inner.isPlain ? inner : nil
    }
  }
}

extension UnitColumn.Value {
  /// Tells the items of a sample apart.
  @inline(__always)
  fileprivate mutating func add(item: UnitColumn.ItemName) {
    guard trouble.isHarmless, !isAlone else { return }
    guard item.trouble.isEmpty else {
      trouble = item.trouble
      isItemAtFault = true
      return
    }
    unit = sample.joined(with: item.print)
    self.item = item.id
  }
}

extension RawField {
  /// Whether the field has nothing but letters and digits of ASCII, `-` and `_`.
  @inline(__always)
  fileprivate var isPlain: Bool {
    var offset = 0
    while offset < length {
      let own = WordPair(first: length - offset).low
      let word = unsafe WordPair(start + offset).low & own | ~own & Self.eight("0")
      guard Self.isPlain(word) else { return false }
      offset += 8
    }
    return true
  }

  /// Whether that holds for each of eight bytes.
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    let folded = word | eight(" ")
    let plain =
      within(folded, "a", "z") | within(word, "0", "9") | within(word, "-", "-") | within(word, "_", "_")
    return (plain & ~word & eight(0x80)) == eight(0x80)
  }

  /// The highest bit of each byte below 128 that lies in a range.
  @inline(__always)
  private static func within(_ word: UInt64, _ least: Unicode.Scalar, _ most: Unicode.Scalar) -> UInt64 {
    let own = word & eight(0x7F)
    return (own &+ eight(0x80 - UInt8(ascii: least))) & ~(own &+ eight(0x7F - UInt8(ascii: most)))
  }

  @inline(__always)
  private static func eight(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  @inline(__always)
  private static func eight(_ scalar: Unicode.Scalar) -> UInt64 { eight(UInt8(ascii: scalar)) }
}

extension FieldSource {
  /// Whether the source does anything to a text but fold it.
  var hasRules: Bool { separator != nil || between != nil || first != nil || missing != nil }
}
