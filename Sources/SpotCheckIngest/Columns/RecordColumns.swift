/// The columns a plan reads, and what they made of the batch at hand.
@safe struct RecordColumns: ~Copyable {
  let keyCount: Int
  let dimensionCount: Int
  private let resultCount: Int
  private let keys: UnsafeMutablePointer<KeyColumn>
  private let results: UnsafeMutablePointer<ResultColumn>
  private let quantityCount: Int
  private let quantities: UnsafeMutablePointer<QuantityColumn>
  private let date: UnsafeMutablePointer<DateColumn>?
  private let revised: UnsafeMutablePointer<DateColumn>?
  private let unit: UnsafeMutablePointer<UnitColumn>?
  private let selections: SelectionColumn?

  // What was read: `RecordBatch.capacity` values a column.
  private let keyValues: UnsafeMutablePointer<KeyColumn.Value>
  private let resultValues: UnsafeMutablePointer<ResultColumn.Value>
  private let dateValues: UnsafeMutablePointer<DateColumn.Value>
  private let quantityValues: UnsafeMutablePointer<QuantityColumn.Value>
  private let revisedValues: UnsafeMutablePointer<DateColumn.Value>
  private let units: UnsafeMutablePointer<UnitColumn.Value>
  private let items: UnsafeMutablePointer<UnitColumn.ItemName?>

  /// What the columns found, drawn together record by record.
  let gathered: GatheredBatch

  init(plan: ReadingPlan, form: FileForm, text: FieldText, shared: SharedKeys) {
    keyCount = plan.keys.count
    dimensionCount = plan.dimensionCount
    resultCount = plan.results.count
    unsafe keys = .allocate(capacity: keyCount + 1)
    for (number, key) in plan.keys.enumerated() {
      let registry = number < plan.dimensionCount ? shared.dimensions[number] : nil
      unsafe (keys + number).initialize(
        to: KeyColumn(
          key, absent: form.absent, sources: plan.slots, registry: registry, text: text, hash: shared.hash))
    }
    unsafe results = .allocate(capacity: resultCount + 1)
    for (number, slot) in plan.results.enumerated() {
      unsafe (results + number).initialize(
        to: ResultColumn(
          slot: slot, source: plan.slots[slot], rule: plan.schema.result.rule, text: text, hash: shared.hash))
    }
    quantityCount = plan.quantities.count
    unsafe quantities = .allocate(capacity: quantityCount + 1)
    for (number, slot) in plan.quantities.enumerated() {
      unsafe (quantities + number).initialize(
        to: QuantityColumn(slot: slot, source: plan.slots[slot], text: text, hash: shared.hash))
    }
    unsafe date = Self.dateColumn(
      plan.date, plan.schema.date, form: form, text: text, months: shared.months, hash: shared.hash)
    unsafe revised = Self.dateColumn(
      plan.revised, plan.schema.revised, form: form, text: text, months: nil, hash: shared.hash)
    unsafe unit = Self.unitColumn(plan, text: text, shared: shared)
    selections = plan.selections.isEmpty ? nil : SelectionColumn(plan.selections, registry: shared.selections)
    unsafe keyValues = Self.room(for: KeyColumn.Value(), columns: keyCount)
    unsafe resultValues = Self.room(for: ResultColumn.Value(), columns: resultCount)
    unsafe quantityValues = Self.room(for: QuantityColumn.Value(), columns: quantityCount)
    unsafe dateValues = Self.room(for: DateColumn.Value(), columns: 1)
    unsafe revisedValues = Self.room(for: DateColumn.Value(), columns: 1)
    unsafe units = Self.room(for: UnitColumn.Value(), columns: unit == nil ? 0 : 1)
    unsafe items = Self.room(for: nil, columns: unit == nil ? 0 : 1)
    gathered = GatheredBatch(width: dimensionCount + 2, quantityCount: quantityCount)
  }

  deinit {
    unsafe keys.deinitialize(count: keyCount)
    unsafe keys.deallocate()
    unsafe results.deinitialize(count: resultCount)
    unsafe results.deallocate()
    unsafe quantities.deinitialize(count: quantityCount)
    unsafe quantities.deallocate()
    unsafe date?.deinitialize(count: 1)
    unsafe date?.deallocate()
    unsafe revised?.deinitialize(count: 1)
    unsafe revised?.deallocate()
    unsafe keyValues.deallocate()
    unsafe resultValues.deallocate()
    unsafe quantityValues.deallocate()
    unsafe dateValues.deallocate()
    unsafe revisedValues.deallocate()
    unsafe unit?.deinitialize(count: 1)
    unsafe unit?.deallocate()
    unsafe units.deallocate()
    unsafe items.deallocate()
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

  private static func unitColumn(
    _ plan: ReadingPlan, text: FieldText, shared: SharedKeys
  ) -> UnsafeMutablePointer<UnitColumn>? {
    guard let slot = plan.sampleID else { return nil }
    let column = UnsafeMutablePointer<UnitColumn>.allocate(capacity: 1)
    unsafe column.initialize(
      to: UnitColumn(
        sampleSlot: slot, itemSlot: plan.item, sources: plan.slots, registry: shared.items, text: text,
        hash: shared.hash))
    return unsafe column
  }

  private static func room<Value: BitwiseCopyable>(
    for value: Value, columns: Int
  ) -> UnsafeMutablePointer<Value> {
    let count = columns * RecordBatch.capacity
    let room = UnsafeMutablePointer<Value>.allocate(capacity: count)
    unsafe room.initialize(repeating: value, count: count)
    return unsafe room
  }

  /// Whether records are units of samples.
  var hasUnits: Bool { unsafe unit != nil }

  /// Reads a batch, column by column, and gathers what was found.
  func read(_ batch: borrowing RecordBatch, positions: [Int]) throws(IngestError) {
    for key in 0..<keyCount {
      try unsafe keys[key].read(batch, positions: positions, into: keyValues + key * RecordBatch.capacity)
    }
    if let date = unsafe date {
      try unsafe date.pointee.read(batch, positions: positions, into: dateValues)
    }
    for result in 0..<resultCount {
      try unsafe results[result].read(
        batch, positions: positions, into: resultValues + result * RecordBatch.capacity)
    }
    for quantity in 0..<quantityCount {
      try unsafe quantities[quantity].read(
        batch, positions: positions, into: quantityValues + quantity * RecordBatch.capacity)
    }
    if let revised = unsafe revised {
      try unsafe revised.pointee.read(batch, positions: positions, into: revisedValues)
    }
    if let unit = unsafe unit {
      try unsafe unit.pointee.read(batch, positions: positions, into: units, items: items)
    }
    try gather(batch.count)
  }

  private func gather(_ count: Int) throws(IngestError) {
    let troubles = unsafe gathered.troubles
    let months = unsafe gathered.ids(at: dimensionCount + 1)
    for record in 0..<count {
      let date = unsafe dateValues[record]
      let (verdict, _) = verdict(of: record)
      unsafe troubles[record] = date.trouble.union(verdict.trouble)
      unsafe gathered.conforming[record] = verdict.isConforming
      unsafe gathered.days[record] = date.day
      unsafe months[record] = date.month
    }
    for key in 0..<keyCount {
      let values = unsafe keyValues + key * RecordBatch.capacity
      for record in 0..<count { unsafe troubles[record].formUnion(values[record].trouble) }
      guard key < dimensionCount else { continue }
      let ids = unsafe gathered.ids(at: key)
      for record in 0..<count { unsafe ids[record] = values[record].id }
    }
    for quantity in 0..<quantityCount {
      let values = unsafe quantityValues + quantity * RecordBatch.capacity
      let scaled = unsafe gathered.quantities(at: quantity)
      for record in 0..<count {
        unsafe troubles[record].formUnion(values[record].trouble)
        unsafe scaled[record] = values[record].scaled
      }
    }
    if hasUnits {
      for record in 0..<count {
        unsafe troubles[record].formUnion(units[record].trouble.union(revisedValues[record].trouble))
      }
    }
    guard let selections else { return }
    let ids = unsafe gathered.ids(at: dimensionCount)
    for record in 0..<count { unsafe ids[record] = try selections.id(of: record, in: self) }
  }

  /// A record's key.
  @inline(__always)
  func key(_ key: Int, of record: Int) -> KeyColumn.Value {
    unsafe keyValues[key * RecordBatch.capacity + record]
  }

  /// A record's date; day 0 where no column gives one.
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

  /// What is wrong with a record's numbers.
  func quantityTroubles(of record: Int) -> [FieldTrouble] {
    (0..<quantityCount).map { unsafe quantityValues[$0 * RecordBatch.capacity + record].trouble }
  }

  /// The label of a result as it is compared.
  func label(of fields: RecordFields, column: Int, positions: [Int]) -> [UInt8]? {
    unsafe results[column].label(of: fields, positions: positions)
  }

  /// What the sample of a record is called, where records are units.
  func sample(of fields: RecordFields, positions: [Int]) -> DimensionKey? {
    unsafe unit?.pointee.name(of: fields, positions: positions)
  }

  /// What a record says of its unit, where records are units.
  @inline(__always)
  func unit(of record: Int) -> UnitColumn.Value { unsafe units[record] }

  /// When a record was revised.
  @inline(__always)
  func revised(of record: Int) -> DateColumn.Value { unsafe revisedValues[record] }

  /// How many of a record's identifiers were unwrapped.
  func unwrappedIdentifiers(in record: Int) -> Int {
    (0..<keyCount).count { key($0, of: record).trouble.contains(.unwrapped) }
      + (hasUnits && unit(of: record).trouble.contains(.unwrapped) ? 1 : 0)
  }
}
