/// Reads the records of a window into cells: the hot path, for one worker and one form of files.
///
/// A record without trouble is counted right here. Any other goes to ``judge(_:_:into:)``, which settles what
/// becomes of it in the order the contract gives.
@safe struct RecordReader: ~Copyable {
  let plan: ReadingPlan
  let text: FieldText
  let dialect: Dialect
  let keepsAllRejects: Bool
  var unknownLabels: [[UInt8]: Int] = [:]
  /// The values of the record at hand, one per key.
  let values: UnsafeMutablePointer<KeyColumn.Value>
  let results: UnsafeMutablePointer<ResultColumn>
  let unit: UnitColumn?

  let recordLimit: Int
  private let keys: UnsafeMutablePointer<KeyColumn>
  private let date: UnsafeMutablePointer<DateColumn>?
  private let revised: UnsafeMutablePointer<DateColumn>?
  /// Ids of the record's cell: dimensions, selections, month.
  private let cell: UnsafeMutablePointer<UInt32>
  private let selections: SelectionColumn
  private var positions: [Int] = []
  private var place = (fieldCount: 0, rank: 0, file: UInt32(0))

  /// By byte, whether a blank record may begin with it.
  private let mayBeginBlank: [Bool]

  init(plan: ReadingPlan, form: FileForm, shared: SharedKeys, options: IngestOptions) {
    self.plan = plan
    dialect = form.dialect
    recordLimit = options.recordLimit
    keepsAllRejects = options.onReject != nil
    let text = FieldText(encoding: form.encoding, dialect: form.dialect)
    self.text = text
    unsafe keys = .allocate(capacity: plan.keys.count + 1)
    unsafe values = .allocate(capacity: plan.keys.count + 1)
    unsafe values.initialize(repeating: KeyColumn.Value(), count: plan.keys.count + 1)
    unsafe cell = .allocate(capacity: plan.dimensionCount + 2)
    unsafe cell.initialize(repeating: 0, count: plan.dimensionCount + 2)
    for (number, key) in plan.keys.enumerated() {
      let registry = number < plan.dimensionCount ? shared.dimensions[number] : nil
      unsafe (keys + number).initialize(
        to: KeyColumn(
          key, absent: form.absent, sources: plan.slots, registry: registry, text: text, hash: shared.hash,
          pairKey: shared.pairKey))
    }
    unsafe results = .allocate(capacity: plan.results.count + 1)
    for (number, slot) in plan.results.enumerated() {
      unsafe (results + number).initialize(
        to: ResultColumn(
          slot: slot, source: plan.slots[slot], rule: plan.schema.result.rule, text: text, hash: shared.hash))
    }
    unsafe date = Self.dateColumn(
      plan.date, plan.schema.date, text: text, months: shared.months, hash: shared.hash)
    unsafe revised = Self.dateColumn(
      plan.revised, plan.schema.revised, text: text, months: nil, hash: shared.hash)
    unit = plan.sampleID.map { slot in
      UnitColumn(sampleSlot: slot, itemSlot: plan.item, sources: plan.slots, text: text, hash: shared.hash)
    }
    selections = SelectionColumn(plan.selections, registry: shared.selections)
    mayBeginBlank = (0...255).map { byte in
      byte <= 0x20 || UInt8(byte) == form.dialect.delimiter || UInt8(byte) == form.dialect.quote
        || [0xC2, 0xE3, 0x81, 0xA1].contains(byte)
    }
  }

  deinit {
    unsafe keys.deinitialize(count: plan.keys.count)
    unsafe keys.deallocate()
    unsafe values.deallocate()
    unsafe results.deinitialize(count: plan.results.count)
    unsafe results.deallocate()
    unsafe cell.deallocate()
    unsafe date?.deinitialize(count: 1)
    unsafe date?.deallocate()
    unsafe revised?.deinitialize(count: 1)
    unsafe revised?.deallocate()
  }

  private static func dateColumn(
    _ slot: Int?, _ source: DateSource?, text: FieldText, months: KeyRegistry?, hash: ByteHash
  ) -> UnsafeMutablePointer<DateColumn>? {
    guard let slot, let source else { return nil }
    let column = UnsafeMutablePointer<DateColumn>.allocate(capacity: 1)
    unsafe column.initialize(
      to: DateColumn(slot: slot, source: source, text: text, months: months, hash: hash))
    return unsafe column
  }

  /// Takes up the columns of a file.
  mutating func begin(_ file: FileContext) {
    positions = file.match.positions
    place = (file.match.fieldCount, file.rank, UInt32(file.index))
  }

  /// Reads every record that the window's index holds.
  ///
  /// Accepted records are counted in `counter`; the chunk's account `outcome` is added to.
  ///
  /// - Throws: `tooManyKeys` and `tooManyCells`.
  mutating func read(
    _ window: borrowing ChunkWindow, counter: inout RecordCounter, into outcome: inout ChunkOutcome,
    of file: FileContext
  ) throws(IngestError) {
    let text = unsafe UnsafePointer(window.bytes + window.indexed)
    var firstEnd = 0
    var start = 0
    let positions = self.positions
    let failure: IngestError? = unsafe positions.withUnsafeBufferPointer { positions in
      guard let slots = positions.baseAddress else { return nil }
      do throws(IngestError) {
        for record in 0..<window.index.recordCount {
          let flagged = unsafe window.index.recordEnds[record]
          let lastEnd = Int(flagged & ~StructuralIndex.strayFlag)
          let fields = unsafe RecordFields(
            text: text, ends: window.index.fieldEnds + firstEnd, start: start, count: lastEnd - firstEnd,
            positions: slots, trimsCarriageReturns: !dialect.endsAtCarriageReturn)
          let end = fields.end
          if unsafe mayBeginBlank[Int(text[start])], isBlank(fields) {
            outcome.blank += 1
          } else if flagged == UInt32(lastEnd), end - start <= recordLimit, hasAllFields(fields) {
            try count(fields, at: window.start + window.indexed + start, &counter, &outcome, window, file)
          } else {
            rejectStructure(fields, isStray: flagged != UInt32(lastEnd), into: &outcome, window, file)
          }
          firstEnd = lastEnd
          start = end + 1
        }
      } catch {
        return error
      }
      return nil
    }
    if let failure { throw failure }
  }

  @inline(__always)
  private func hasAllFields(_ fields: RecordFields) -> Bool {
    fields.count == place.fieldCount
      || (fields.count < place.fieldCount && plan.schema.format.ragged == .pad)
  }

  @inline(__always)
  private mutating func count(
    _ fields: RecordFields, at offset: Int, _ counter: inout RecordCounter, _ outcome: inout ChunkOutcome,
    _ window: borrowing ChunkWindow, _ file: FileContext
  ) throws(IngestError) {
    var trouble: FieldTrouble = []
    for number in 0..<plan.keys.count {
      let value = try unsafe keys[number].value(of: fields)
      unsafe values[number] = value
      trouble.formUnion(value.trouble)
      if number < plan.dimensionCount { unsafe cell[number] = value.id }
      if value.isUnwrapped { outcome.unwrappedIdentifiers += 1 }
    }
    var day = DateColumn.Value()
    if let date = unsafe date {
      day = try unsafe date.pointee.value(of: fields)
      trouble.formUnion(day.trouble)
    }
    let (verdict, resultColumn) = verdict(of: fields)
    trouble.formUnion(verdict.trouble)
    var identity = UnitColumn.Reading.alone
    if let unit {
      identity = unit.reading(of: fields)
      if case .trouble(let kind, _) = identity { trouble.formUnion(kind) }
    }
    var version = DateColumn.Value()
    if let revised = unsafe revised {
      version = try unsafe revised.pointee.value(of: fields)
      trouble.formUnion(version.trouble)
    }
    guard trouble.isEmpty else {
      let record = TroubledRecord(
        fields: fields, date: day, verdict: verdict, resultColumn: resultColumn, identity: identity,
        revised: version)
      return try judge(record, counter: counter, into: &outcome, window, file)
    }
    unsafe cell[plan.dimensionCount] = try selections.id(of: values)
    unsafe cell[plan.dimensionCount + 1] = day.month
    outcome.accepted += 1
    if day.day > outcome.latestDay { outcome.latestDay = day.day }
    let number = try unsafe counter.cells.number(of: cell)
    guard case .unit(let sample, let unit, let isUnwrapped) = identity, let units = counter.units else {
      counter.cells.count(verdict.isConforming, in: number)
      counter.loneUnits[Int(place.file)] += plan.countsUnits ? 1 : 0
      return
    }
    if isUnwrapped { outcome.unwrappedIdentifiers += 1 }
    units.add(
      sample: sample, unit: unit,
      version: UnitVersion(
        revised: version.instant, rank: place.rank, offset: offset, file: place.file,
        cell: counter.reference(to: number), isConforming: verdict.isConforming))
  }

  /// The first result that has text, and the position of its column among the result columns.
  @inline(__always)
  private func verdict(of fields: RecordFields) -> (ResultColumn.Value, Int) {
    for number in 0..<plan.results.count {
      let value = unsafe results[number].value(of: fields)
      if value.trouble != .blank { return (value, number) }
    }
    return unsafe (results[0].blank, 0)
  }
}

/// What makes equal bytes in two files mean the same.
struct FileForm: Hashable {
  var encoding: TextEncoding
  var dialect: Dialect
  /// For each slot of the reading plan whether the file lacks its column.
  var absent: [Bool]

  init(of file: FileContext) {
    encoding = file.encoding
    dialect = file.dialect
    absent = file.match.positions.map { $0 < 0 }
  }
}

/// What all workers share of keys.
struct SharedKeys: Sendable {
  let hash: ByteHash
  let pairKey: UInt64
  /// One registry per dimension.
  let dimensions: [KeyRegistry]
  let months: KeyRegistry
  let selections: KeyRegistry

  init(_ schema: Schema, keyLimit: Int) {
    var generator = SystemRandomNumberGenerator()
    hash = ByteHash(using: &generator)
    pairKey = generator.next()
    dimensions = schema.dimensions.map { KeyRegistry(name: $0.name, limit: keyLimit) }
    months = KeyRegistry(name: "date", limit: keyLimit)
    selections = KeyRegistry(name: "where", limit: keyLimit)
  }
}

/// Where one worker counts accepted records.
struct RecordCounter {
  /// The worker's number.
  let worker: UInt32
  var cells: CellTable
  /// Where records go that are units; `nil` where every record is a trial.
  let units: UnitTable?
  /// Records without an identifier, per file: units of their own.
  var loneUnits: [Int]

  static let numberBits: UInt32 = 26

  /// A cell of this worker, as ``UnitVersion/cell`` holds it.
  func reference(to number: Int) -> UInt32 {
    worker << Self.numberBits | UInt32(truncatingIfNeeded: number)
  }
}
