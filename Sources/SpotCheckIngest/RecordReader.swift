/// Reads the records of a window into cells: the hot path, for one worker and one form of files.
///
/// A record without trouble is counted right here. Any other goes to ``judge(_:_:into:)``, which settles what
/// becomes of it in the order the contract gives.
@safe struct RecordReader: ~Copyable {
  let plan: ReadingPlan
  let text: FieldText
  let dialect: Dialect
  let keepsAllRejects: Bool
  let keepsWholeRejects: Bool
  var unknownLabels = LabelCounts()
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
  // Counts and switches of the plan, at hand for every record.
  private let keyCount: Int
  private let dimensionCount: Int
  private let resultCount: Int
  private let hasSelections: Bool
  private let hasUnits: Bool
  private let isPadded: Bool
  private var positions: [Int] = []
  private var place = (fieldCount: 0, rank: 0, file: UInt32(0))

  /// By byte, whether a blank record may begin with it.
  private let mayBeginBlank: [Bool]

  init(plan: ReadingPlan, form: FileForm, shared: SharedKeys, options: IngestOptions) {
    self.plan = plan
    keyCount = plan.keys.count
    dimensionCount = plan.dimensionCount
    resultCount = plan.results.count
    hasSelections = !plan.selections.isEmpty
    hasUnits = plan.countsUnits
    isPadded = plan.schema.format.ragged == .pad
    dialect = form.dialect
    recordLimit = options.recordLimit
    keepsAllRejects = options.wantsAllRejects
    keepsWholeRejects = options.onRawReject != nil
    let text = FieldText(encoding: form.encoding, quote: form.dialect.quote)
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
      || (isPadded && fields.count < place.fieldCount)
  }

  @inline(__always)
  private mutating func count(
    _ fields: RecordFields, at offset: Int, _ counter: inout RecordCounter, _ outcome: inout ChunkOutcome,
    _ window: borrowing ChunkWindow, _ file: FileContext
  ) throws(IngestError) {
    var trouble: FieldTrouble = []
    for number in 0..<keyCount {
      let value = try unsafe keys[number].value(of: fields)
      unsafe values[number] = value
      trouble.formUnion(value.trouble)
      if number < dimensionCount { unsafe cell[number] = value.id }
      if value.isUnwrapped { outcome.unwrappedIdentifiers += 1 }
    }
    var day = DateColumn.Value()
    if let date = unsafe date {
      day = try unsafe date.pointee.value(of: fields)
      trouble.formUnion(day.trouble)
    }
    let (verdict, resultColumn) = verdict(of: fields)
    trouble.formUnion(verdict.trouble)
    var identity = Identity()
    if hasUnits {
      identity = try self.identity(of: fields)
      trouble.formUnion(identity.trouble)
    }
    guard trouble.isEmpty else {
      let record = TroubledRecord(
        fields: fields, date: day, verdict: verdict, resultColumn: resultColumn, identity: identity)
      return try judge(record, counter: counter, into: &outcome, window, file)
    }
    if hasSelections { unsafe cell[dimensionCount] = try selections.id(of: values) }
    unsafe cell[dimensionCount + 1] = day.month
    outcome.accepted += 1
    if day.day > outcome.latestDay { outcome.latestDay = day.day }
    let number = try unsafe counter.cells.number(of: cell)
    if hasUnits {
      count(identity, at: offset, in: number, verdict.isConforming, &counter, &outcome)
    } else {
      counter.cells.count(verdict.isConforming, in: number)
    }
  }

  /// Counts an accepted record in its unit, or in its cell where it is a unit of its own.
  private func count(
    _ identity: Identity, at offset: Int, in cell: Int, _ isConforming: Bool, _ counter: inout RecordCounter,
    _ outcome: inout ChunkOutcome
  ) {
    guard case .unit(let sample, let unit, let isUnwrapped) = identity.unit else {
      counter.cells.count(isConforming, in: cell)
      counter.loneUnits[Int(place.file)] += 1
      return
    }
    if isUnwrapped { outcome.unwrappedIdentifiers += 1 }
    counter.units?.add(
      sample: sample, unit: unit,
      version: UnitVersion(
        revised: identity.revised.instant, rank: place.rank, offset: offset, file: place.file,
        cell: counter.reference(to: cell), isConforming: isConforming))
  }

  /// What a record says of its unit and version.
  struct Identity {
    var unit = UnitColumn.Reading.alone
    var revised = DateColumn.Value()

    var trouble: FieldTrouble {
      guard case .trouble(let kind, _) = unit else { return revised.trouble }
      return revised.trouble.union(kind)
    }
  }

  private func identity(of fields: RecordFields) throws(IngestError) -> Identity {
    var identity = Identity()
    if let unit { identity.unit = unit.reading(of: fields) }
    if let revised = unsafe revised { identity.revised = try unsafe revised.pointee.value(of: fields) }
    return identity
  }

  /// The first result that has text, and the position of its column among the result columns.
  @inline(__always)
  private func verdict(of fields: RecordFields) -> (ResultColumn.Value, Int) {
    for number in 0..<resultCount {
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
