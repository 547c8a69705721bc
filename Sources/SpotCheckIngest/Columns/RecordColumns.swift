/// The columns a plan reads, and what they made of the batch at hand.
@safe struct RecordColumns: ~Copyable {
  let keyCount: Int
  let dimensionCount: Int
  let hasSelections: Bool
  /// Whether records are units of samples.
  let hasUnits: Bool
  private let resultCount: Int
  private let keys: UnsafeMutablePointer<KeyColumn>
  private let results: UnsafeMutablePointer<ResultColumn>
  private let date: UnsafeMutablePointer<DateColumn>?
  private let revised: UnsafeMutablePointer<DateColumn>?
  private let unit: UnitColumn?

  // What was read: `RecordBatch.capacity` values a column.
  private let keyValues: UnsafeMutablePointer<KeyColumn.Value>
  private let resultValues: UnsafeMutablePointer<ResultColumn.Value>
  private let dateValues: UnsafeMutablePointer<DateColumn.Value>
  private let revisedValues: UnsafeMutablePointer<DateColumn.Value>
  private let numbers: UnsafeMutablePointer<UInt32>

  init(plan: ReadingPlan, form: FileForm, text: FieldText, shared: SharedKeys) {
    keyCount = plan.keys.count
    dimensionCount = plan.dimensionCount
    resultCount = plan.results.count
    hasSelections = !plan.selections.isEmpty
    hasUnits = plan.countsUnits
    unsafe keys = .allocate(capacity: keyCount + 1)
    for (number, key) in plan.keys.enumerated() {
      let registry = number < plan.dimensionCount ? shared.dimensions[number] : nil
      unsafe (keys + number).initialize(
        to: KeyColumn(
          key, absent: form.absent, sources: plan.slots, registry: registry, text: text, hash: shared.hash,
          pairKey: shared.pairKey))
    }
    unsafe results = .allocate(capacity: resultCount + 1)
    for (number, slot) in plan.results.enumerated() {
      unsafe (results + number).initialize(
        to: ResultColumn(
          slot: slot, source: plan.slots[slot], rule: plan.schema.result.rule, text: text, hash: shared.hash))
    }
    unsafe date = Self.dateColumn(
      plan.date, plan.schema.date, form: form, text: text, months: shared.months, hash: shared.hash)
    unsafe revised = Self.dateColumn(
      plan.revised, plan.schema.revised, form: form, text: text, months: nil, hash: shared.hash)
    unit = plan.sampleID.map { slot in
      UnitColumn(sampleSlot: slot, itemSlot: plan.item, sources: plan.slots, text: text, hash: shared.hash)
    }
    let room = RecordBatch.capacity
    unsafe keyValues = Self.room(for: KeyColumn.Value(), count: keyCount * room)
    unsafe resultValues = Self.room(for: ResultColumn.Value(), count: resultCount * room)
    unsafe dateValues = Self.room(for: DateColumn.Value(), count: room)
    unsafe revisedValues = Self.room(for: DateColumn.Value(), count: room)
    unsafe numbers = Self.room(for: 0, count: room)
  }

  deinit {
    unsafe keys.deinitialize(count: keyCount)
    unsafe keys.deallocate()
    unsafe results.deinitialize(count: resultCount)
    unsafe results.deallocate()
    unsafe date?.deinitialize(count: 1)
    unsafe date?.deallocate()
    unsafe revised?.deinitialize(count: 1)
    unsafe revised?.deallocate()
    unsafe keyValues.deallocate()
    unsafe resultValues.deallocate()
    unsafe dateValues.deallocate()
    unsafe revisedValues.deallocate()
    unsafe numbers.deallocate()
  }

  private static func dateColumn(
    _ slot: Int?, _ source: DateSource?, form: FileForm, text: FieldText, months: KeyRegistry?, hash: ByteHash
  ) -> UnsafeMutablePointer<DateColumn>? {
    guard let slot, let source else { return nil }
    let column = UnsafeMutablePointer<DateColumn>.allocate(capacity: 1)
    unsafe column.initialize(
      to: DateColumn(
        slot: slot, isAbsent: form.absent[slot], source: source, text: text, months: months, hash: hash))
    return unsafe column
  }

  private static func room<Value: BitwiseCopyable>(
    for value: Value, count: Int
  ) -> UnsafeMutablePointer<Value> {
    let room = UnsafeMutablePointer<Value>.allocate(capacity: count + 1)
    unsafe room.initialize(repeating: value, count: count + 1)
    return unsafe room
  }

  /// Reads a batch, column by column.
  func read(_ batch: borrowing RecordBatch, positions: [Int]) throws(IngestError) {
    for key in 0..<keyCount {
      try unsafe keys[key].read(
        batch, positions: positions, into: keyValues + key * RecordBatch.capacity, numbers: numbers)
    }
    if let date = unsafe date {
      try unsafe date.pointee.read(batch, positions: positions, into: dateValues)
    }
    for result in 0..<resultCount {
      try unsafe results[result].read(
        batch, positions: positions, into: resultValues + result * RecordBatch.capacity)
    }
    if let revised = unsafe revised {
      try unsafe revised.pointee.read(batch, positions: positions, into: revisedValues)
    }
  }

  /// A record's key.
  @inline(__always)
  func key(_ key: Int, of record: Int) -> KeyColumn.Value {
    unsafe keyValues[key * RecordBatch.capacity + record]
  }

  /// A record's date; day 0 where no column gives one.
  @inline(__always)
  func date(of record: Int) -> DateColumn.Value { unsafe dateValues[record] }

  /// The first result that has text, and its column among the results.
  @inline(__always)
  func verdict(of record: Int) -> (ResultColumn.Value, Int) {
    for result in 0..<resultCount {
      let value = unsafe resultValues[result * RecordBatch.capacity + record]
      if value.trouble != .blank { return (value, result) }
    }
    return unsafe (results[0].blank, 0)
  }

  /// The label of a result as it is compared.
  func label(of fields: RecordFields, column: Int, positions: [Int]) -> [UInt8]? {
    unsafe results[column].label(of: fields, positions: positions)
  }

  /// What a record says of its unit and version.
  func identity(of record: Int, _ fields: RecordFields, positions: [Int]) -> RecordIdentity {
    RecordIdentity(
      unit: unit?.reading(of: fields, positions: positions) ?? .alone, revised: unsafe revisedValues[record])
  }
}

/// What a record says of its unit and version.
struct RecordIdentity {
  var unit: UnitColumn.Reading
  var revised: DateColumn.Value

  var trouble: FieldTrouble {
    guard case .trouble(let kind, _) = unit else { return revised.trouble }
    return revised.trouble.union(kind)
  }
}
