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

  /// What records say of their units: `RecordBatch.capacity` values.
  private let units: UnsafeMutablePointer<UnitColumn.Value>

  /// What the columns found, drawn together record by record.
  private(set) var gathered: GatheredBatch

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
    let unitRoom = unsafe unit == nil ? 0 : RecordBatch.capacity
    unsafe units = .allocate(capacity: unitRoom)
    unsafe units.initialize(repeating: UnitColumn.Value(), count: unitRoom)
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
    unsafe unit?.deinitialize(count: 1)
    unsafe unit?.deallocate()
    unsafe units.deallocate()
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

  /// Whether records are units of samples.
  var hasUnits: Bool { unsafe unit != nil }

  /// Reads a batch, column by column, and gathers what was found.
  mutating func read(_ batch: borrowing RecordBatch, positions: [Int]) throws(IngestError) {
    for key in 0..<keyCount { try unsafe keys[key].read(batch, positions: positions) }
    try unsafe date?.pointee.read(batch, positions: positions)
    for result in 0..<resultCount { try unsafe results[result].read(batch, positions: positions) }
    for quantity in 0..<quantityCount { try unsafe quantities[quantity].read(batch, positions: positions) }
    try unsafe revised?.pointee.read(batch, positions: positions)
    try unsafe unit?.pointee.read(batch, positions: positions, into: units)
    try gather(batch.count)
  }

  private mutating func gather(_ count: Int) throws(IngestError) {
    gathered.begin()
    gatherVerdicts(count)
    for key in 0..<keyCount {
      unsafe gathered.note(keys[key].memory, count: count)
      guard key < dimensionCount else { continue }
      let ids = unsafe gathered.ids(at: key)
      unsafe keys[key].memory.forEach(count) { record, value in unsafe ids[record] = value.id }
    }
    if let date = unsafe date {
      unsafe gathered.note(date.pointee.memory, count: count)
      let days = unsafe gathered.days
      let months = unsafe gathered.ids(at: dimensionCount + 1)
      unsafe date.pointee.memory.forEach(count) { record, date in
        unsafe days[record] = date.day
        unsafe months[record] = date.month
      }
    }
    for quantity in 0..<quantityCount {
      unsafe gathered.note(quantities[quantity].memory, count: count)
      let scaled = unsafe gathered.quantities(at: quantity)
      unsafe quantities[quantity].memory.forEach(count) { record, value in
        unsafe scaled[record] = value.scaled
      }
    }
    if hasUnits {
      for record in 0..<count { unsafe gathered.note(units[record].trouble, of: record) }
      if let revised = unsafe revised { unsafe gathered.note(revised.pointee.memory, count: count) }
    }
    guard let selections else { return }
    let ids = unsafe gathered.ids(at: dimensionCount)
    for record in 0..<count { unsafe ids[record] = try selections.id(of: record, in: self) }
  }

  private mutating func gatherVerdicts(_ count: Int) {
    let conforming = unsafe gathered.conforming
    if resultCount == 1, unsafe !results[0].memory.knowsTrouble {
      return unsafe results[0].memory.forEach(count) { record, found in
        unsafe conforming[record] = found.isConforming
      }
    }
    for record in 0..<count {
      let (verdict, _) = verdict(of: record)
      gathered.note(verdict.trouble, of: record)
      unsafe conforming[record] = verdict.isConforming
    }
  }

  /// A record's key.
  @inline(__always)
  func key(_ key: Int, of record: Int) -> KeyColumn.Value { unsafe keys[key].memory[record] }

  /// A record's date; day 0 where no column gives one.
  func date(of record: Int) -> DateColumn.Value { unsafe date?.pointee.memory[record] ?? DateColumn.Value() }

  /// The first result that has text, and its column among the results.
  @inline(__always)
  func verdict(of record: Int) -> (ResultColumn.Value, Int) {
    for result in 0..<resultCount {
      let value = unsafe results[result].memory[record]
      if value.trouble != .blank { return (value, result) }
    }
    return unsafe (results[0].blank, 0)
  }

  /// What is wrong with a record's numbers.
  func quantityTroubles(of record: Int) -> [FieldTrouble] {
    (0..<quantityCount).map { unsafe quantities[$0].memory[record].trouble }
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
  func revised(of record: Int) -> DateColumn.Value {
    unsafe revised?.pointee.memory[record] ?? DateColumn.Value()
  }

  /// How many of a record's identifiers were unwrapped.
  func unwrappedIdentifiers(in record: Int) -> Int {
    (0..<keyCount).count { key($0, of: record).trouble.contains(.unwrapped) }
      + (hasUnits && unit(of: record).trouble.contains(.unwrapped) ? 1 : 0)
  }
}
