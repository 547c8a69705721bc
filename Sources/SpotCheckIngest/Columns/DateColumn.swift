/// Turns raw date fields into days and month ids, for one worker and one form of files.
struct DateColumn: ~Copyable {
  /// What is known of a distinct raw field.
  struct Value {
    /// The month's id in its registry.
    var month: UInt32 = 0
    /// The day's number.
    var day: Int32 = 0
    /// Seconds since midnight.
    var seconds: Int32 = 0
    var trouble: FieldTrouble = []

    /// Seconds since day 0.
    var instant: Int { Int(day) * 86_400 + Int(seconds) }
  }

  let slot: Int
  /// Whether the file lacks the column: then there is no date, and nothing at fault.
  private let isAbsent: Bool
  private let source: DateSource
  private let text: FieldText
  private let months: KeyRegistry?
  private var table: FieldTable
  private var values: [Value] = []

  /// Distinct fields after which a worker begins anew: columns with times hardly repeat.
  private static let rememberedLimit = 1 << 16
  /// Bytes of long fields after which it does so too.
  private static let bytesLimit = 64 << 20

  /// Creates a column that has seen nothing; `months` gives months their ids and is `nil` for dates that order
  /// versions.
  init(
    slot: Int, isAbsent: Bool, source: DateSource, text: FieldText, months: KeyRegistry?, hash: ByteHash
  ) {
    self.slot = slot
    self.isAbsent = isAbsent
    self.source = source
    self.text = text
    self.months = months
    table = FieldTable(hash: hash)
  }

  /// Reads the dates of a batch.
  mutating func read(
    _ batch: borrowing RecordBatch, positions: [Int], into found: UnsafeMutablePointer<Value>
  ) throws(IngestError) {
    if values.count >= Self.rememberedLimit || table.bytesHeld >= Self.bytesLimit {
      table.removeAll()
      values.removeAll(keepingCapacity: true)
    }
    try batch.forEachField(at: positions[slot]) { record, field throws(IngestError) in
      let number = unsafe table.number(of: field.start, length: field.length)
      if number == values.count { values.append(try unsafe decode(field.bytes)) }
      unsafe found[record] = values[number]
    }
  }

  private func decode(_ raw: UnsafeBufferPointer<UInt8>) throws(IngestError) -> Value {
    if isAbsent { return Value(day: .min) }
    guard let folded = unsafe text.text(of: raw) else { return Value(trouble: .badEncoding) }
    guard let text = source.field.key(of: folded) else { return Value(trouble: .unreadable) }
    guard !text.isEmpty else { return Value(trouble: .blank) }
    for pattern in source.patterns {
      guard let reading = pattern.read(text) else { continue }
      var value = Value(day: Int32(reading.date.dayNumber), seconds: Int32(reading.seconds))
      if let months { value.month = try months.id(of: DimensionKey(reading.date.month)) }
      return value
    }
    return Value(trouble: .unreadable)
  }
}

extension DimensionKey {
  /// A month as a key whose byte order is that of time.
  init(_ month: Month) {
    let index = UInt32(month.index)
    self.init(bytes: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: index >> $0) })
  }

  /// The month that ``init(_:)`` made a key of.
  var month: Month {
    Month(index: Int(bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }))
  }
}
