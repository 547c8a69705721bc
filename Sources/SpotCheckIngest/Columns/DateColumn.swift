/// Turns raw date fields into days and month ids, for one worker and one form of files.
struct DateColumn: ~Copyable {
  /// What is known of a distinct raw field.
  struct Value: FieldValue {
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
  private let decoder: Decoder
  private(set) var memory: FieldMemory<Value>

  /// Creates a column that has seen nothing; `months` gives months their ids and is `nil` for dates that order
  /// versions.
  ///
  /// Where the file lacks the column there is no date, and nothing at fault.
  init(
    slot: Int, isAbsent: Bool, source: DateSource, text: FieldText, months: KeyRegistry?, hash: ByteHash
  ) {
    self.slot = slot
    decoder = Decoder(isAbsent: isAbsent, source: source, text: text, months: months)
    // Columns with times hardly repeat.
    memory = FieldMemory(hash: hash, limits: .init(fields: 1 << 16, bytes: 64 << 20))
  }

  /// Reads the dates of a batch.
  mutating func read(_ batch: borrowing RecordBatch, positions: [Int]) throws(IngestError) {
    let decoder = decoder
    try memory.read(batch, at: [positions[slot]]) { _, field throws(IngestError) in
      try unsafe decoder.decode(field.bytes)
    }
  }

  private struct Decoder {
    let isAbsent: Bool
    let source: DateSource
    let text: FieldText
    let months: KeyRegistry?

    func decode(_ raw: UnsafeBufferPointer<UInt8>) throws(IngestError) -> Value {
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
