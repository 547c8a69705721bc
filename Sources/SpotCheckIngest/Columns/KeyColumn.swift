/// Turns the raw fields of a key into its id, for one worker and one form of files.
@safe struct KeyColumn: ~Copyable {
  /// What is known of a distinct combination of raw fields.
  struct Value {
    /// Bit i is set where the key lies within a value of filter i.
    var filters: UInt64 = 0
    /// The key's id in its registry; 0 for keys that are no dimension.
    var id: UInt32 = 0
    var trouble: FieldTrouble = []
    /// The level at fault, where there is trouble.
    var level: UInt8 = 0
    /// Whether an identifier was unwrapped.
    var isUnwrapped = false
  }

  private enum LevelText {
    case text([UInt8], isUnwrapped: Bool)
    case gap
    case badEncoding
    case precisionLost
  }

  /// Slots of the levels, outermost first.
  let slots: [Int]
  private let plan: ReadingPlan.Key
  private let sources: [FieldSource]
  private let allowsBlank: Bool
  private let registry: KeyRegistry?
  private let text: FieldText
  /// One table per level.
  private let tables: UnsafeMutablePointer<FieldTable>
  /// Pairs of an outer level's number and the next one's: one table per level but the first.
  private let pairs: UnsafeMutablePointer<PairTable>
  private let isNested: Bool
  private var values: [Value] = []

  /// Distinct raw fields after which a worker forgets what it has seen and begins anew.
  private static let rememberedLimit = 1 << 20
  /// Bytes of long fields after which it does so too.
  private static let bytesLimit = 256 << 20

  private var bytesHeld: Int {
    slots.indices.reduce(0) { unsafe max($0, tables[$1].bytesHeld) }
  }

  /// Creates a column that has seen nothing.
  ///
  /// `absent` says for each slot of the reading plan whether the file lacks its column: a key none of whose
  /// columns is there is blank, and at no fault.
  init(
    _ plan: ReadingPlan.Key, absent: [Bool], sources: [FieldSource], registry: KeyRegistry?, text: FieldText,
    hash: ByteHash, pairKey: UInt64
  ) {
    slots = plan.slots
    self.plan = plan
    self.sources = plan.slots.map { sources[$0] }
    allowsBlank = plan.allowsBlank || plan.slots.allSatisfy { absent[$0] }
    self.registry = registry
    self.text = text
    isNested = plan.slots.count > 1
    unsafe tables = .allocate(capacity: plan.slots.count)
    unsafe pairs = .allocate(capacity: plan.slots.count)
    for level in plan.slots.indices {
      unsafe (tables + level).initialize(to: FieldTable(hash: hash))
      unsafe (pairs + level).initialize(to: PairTable(key: pairKey))
    }
  }

  deinit {
    unsafe tables.deinitialize(count: slots.count)
    unsafe tables.deallocate()
    unsafe pairs.deinitialize(count: slots.count)
    unsafe pairs.deallocate()
  }

  /// Reads the keys of a batch.
  ///
  /// `positions` are those of the file's columns by slot; `numbers` is room for a number per record.
  mutating func read(
    _ batch: borrowing RecordBatch, positions: [Int], into found: UnsafeMutablePointer<Value>,
    numbers: UnsafeMutablePointer<UInt32>
  ) throws(IngestError) {
    if values.count >= Self.rememberedLimit || bytesHeld >= Self.bytesLimit { forget() }
    if isNested { try unsafe readOuterLevels(batch, positions: positions, numbers: numbers) }
    let last = slots.count - 1
    try batch.forEachField(at: positions[slots[last]]) { record, field throws(IngestError) in
      var number = unsafe tables[last].number(of: field.start, length: field.length)
      if isNested { number = unsafe pairs[last].number(of: Int(numbers[record]), number) }
      if number == values.count {
        guard let fields = batch.fields(of: record) else { return }
        values.append(try decode(fields, positions: positions))
      }
      unsafe found[record] = values[number]
    }
  }

  /// Numbers the combinations of all levels but the last.
  private func readOuterLevels(
    _ batch: borrowing RecordBatch, positions: [Int], numbers: UnsafeMutablePointer<UInt32>
  ) throws(IngestError) {
    for level in 0..<(slots.count - 1) {
      try batch.forEachField(at: positions[slots[level]]) { record, field throws(IngestError) in
        var number = unsafe tables[level].number(of: field.start, length: field.length)
        if level > 0 { number = unsafe pairs[level].number(of: Int(numbers[record]), number) }
        unsafe numbers[record] = UInt32(truncatingIfNeeded: number)
      }
    }
  }

  /// Begins anew, so that memory stays bounded.
  private mutating func forget() {
    for level in slots.indices {
      unsafe tables[level].removeAll()
      unsafe pairs[level].removeAll()
    }
    values.removeAll(keepingCapacity: true)
  }

  @inline(never)
  private func decode(_ record: RecordFields, positions: [Int]) throws(IngestError) -> Value {
    var levels: [[UInt8]] = []
    var value = Value()
    for (level, slot) in slots.enumerated() {
      let field = record.field(at: positions[slot])
      switch unsafe levelText(of: field.bytes, by: sources[level]) {
      case .text(let text, let isUnwrapped):
        levels.append(text)
        if isUnwrapped { value.isUnwrapped = true }
      case .gap: value.note(.gap, at: level)
      case .badEncoding: value.note(.badEncoding, at: level)
      case .precisionLost: value.note(.precisionLost, at: level)
      }
    }
    if value.trouble.isEmpty {
      if let bytes = FieldSource.joined(levels) {
        if bytes.isEmpty, !allowsBlank { value.note(.blank, at: 0) }
        let written = DimensionKey(bytes: bytes)
        let key = plan.groups[written] ?? written
        if let known = plan.known, !bytes.isEmpty, !known.contains(written.deepestLevel) {
          value.note(.unknownKey, at: slots.count - 1)
        }
        if value.trouble.isEmpty, let registry { value.id = try registry.id(of: key) }
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

extension KeyColumn.Value {
  /// Records trouble, keeping the first level at fault.
  fileprivate mutating func note(_ new: FieldTrouble, at level: Int) {
    if trouble.isEmpty { self.level = UInt8(truncatingIfNeeded: level) }
    trouble.insert(new)
  }
}
