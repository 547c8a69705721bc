/// Turns the raw fields of a key into its id, for one worker and one form of files.
@safe struct KeyColumn: ~Copyable {
  /// What is known of a distinct combination of raw fields.
  struct Value: FieldValue {
    /// Bit i is set where the key lies within a value of filter i.
    var filters: UInt64 = 0
    /// The key's id in its registry; 0 for keys that are no dimension.
    var id: UInt32 = 0
    var trouble: FieldTrouble = []
    /// The level at fault, where there is trouble.
    var level: UInt8 = 0
  }

  private let decoder: Decoder
  private(set) var memory: FieldMemory<Value>

  /// Creates a column that has seen nothing.
  ///
  /// `absent` says for each slot of the reading plan whether the file lacks its column: a key none of whose
  /// columns is there is blank, and at no fault.
  init(
    _ plan: ReadingPlan.Key, absent: [Bool], sources: [FieldSource], registry: KeyRegistry?, text: FieldText,
    hash: ByteHash
  ) {
    decoder = Decoder(
      plan: plan, sources: plan.slots.map { sources[$0] },
      allowsBlank: plan.allowsBlank || plan.slots.allSatisfy { absent[$0] }, registry: registry, text: text)
    memory = FieldMemory(hash: hash, limits: .init(fields: 1 << 20, bytes: 256 << 20))
  }

  /// Reads the keys of a batch; `positions` are those of the file's columns by slot.
  mutating func read(_ batch: borrowing RecordBatch, positions: [Int]) throws(IngestError) {
    let decoder = decoder
    let own = decoder.plan.slots.map { positions[$0] }
    try memory.read(batch, at: own) { record, _ throws(IngestError) in
      guard let fields = batch.fields(of: record) else { return Value() }
      return try decoder.decode(fields, positions: own)
    }
  }

  /// Turns the fields of a key into its id.
  private struct Decoder {
    private enum LevelText {
      case text([UInt8], isUnwrapped: Bool)
      case gap
      case badEncoding
      case precisionLost
    }

    let plan: ReadingPlan.Key
    let sources: [FieldSource]
    let allowsBlank: Bool
    let registry: KeyRegistry?
    let text: FieldText

    func decode(_ record: RecordFields, positions: [Int]) throws(IngestError) -> Value {
      var levels: [[UInt8]] = []
      var value = Value()
      for (level, position) in positions.enumerated() {
        let field = record.field(at: position)
        switch unsafe levelText(of: field.bytes, by: sources[level]) {
        case .text(let text, let isUnwrapped):
          levels.append(text)
          if isUnwrapped { value.trouble.insert(.unwrapped) }
        case .gap: value.note(.gap, at: level)
        case .badEncoding: value.note(.badEncoding, at: level)
        case .precisionLost: value.note(.precisionLost, at: level)
        }
      }
      if value.trouble.isHarmless {
        if let bytes = FieldSource.joined(levels) {
          if bytes.isEmpty, !allowsBlank { value.note(.blank, at: 0) }
          let written = DimensionKey(bytes: bytes)
          let key = plan.groups[written] ?? written
          if let known = plan.known, !bytes.isEmpty, !known.contains(written.deepestLevel) {
            value.note(.unknownKey, at: plan.slots.count - 1)
          }
          if value.trouble.isHarmless, let registry { value.id = try registry.id(of: key) }
          for (bit, accepted) in plan.filters.enumerated() where accepted.contains(where: key.isWithin) {
            value.filters |= 1 << UInt64(bit)
          }
        } else {
          value.note(.gap, at: levels.firstIndex(where: \.isEmpty) ?? 0)
        }
      }
      let isOut = value.filters & plan.required != plan.required || value.filters & plan.excluded != 0
      if isOut { value.trouble.insert(.filteredOut) }
      return value
    }

    private func levelText(of raw: UnsafeBufferPointer<UInt8>, by source: FieldSource) -> LevelText {
      guard var text = unsafe text.text(of: raw) else { return .badEncoding }
      var isUnwrapped = false
      if source.isIdentifier {
        switch Identifier.read(text) {
        case .intact: break
        case .unwrapped(let bytes):
          text = bytes
          isUnwrapped = true
        case .precisionLost: return .precisionLost
        }
      }
      return source.key(of: text).map { .text($0, isUnwrapped: isUnwrapped) } ?? .gap
    }
  }
}

extension KeyColumn.Value {
  /// Records trouble, keeping the first level at fault.
  fileprivate mutating func note(_ new: FieldTrouble, at level: Int) {
    if trouble.isHarmless { self.level = UInt8(truncatingIfNeeded: level) }
    trouble.insert(new)
  }
}
