/// Turns raw fields of numbers into decimals, for one worker and one form of files.
struct QuantityColumn: ~Copyable {
  /// What is known of a distinct raw field.
  struct Value: FieldValue {
    /// The number times 10⁴; ``none`` where the field is blank.
    var scaled = Self.none
    var trouble: FieldTrouble = []

    /// Stands for no number.
    static let none = Int64.min
  }

  let slot: Int
  private let decoder: Decoder
  private(set) var memory: FieldMemory<Value>

  init(slot: Int, source: FieldSource, text: FieldText, hash: ByteHash) {
    self.slot = slot
    decoder = Decoder(source: source, text: text)
    // Areas and amounts hardly repeat.
    memory = FieldMemory(hash: hash, limits: .init(fields: 1 << 16, bytes: 64 << 20))
  }

  /// Reads the numbers of a batch.
  mutating func read(_ batch: borrowing RecordBatch, positions: [Int]) throws(IngestError) {
    let decoder = decoder
    try memory.read(batch, at: [positions[slot]]) { _, field in
      unsafe decoder.decode(field.bytes)
    }
  }

  private struct Decoder {
    let source: FieldSource
    let text: FieldText

    func decode(_ raw: UnsafeBufferPointer<UInt8>) -> Value {
      guard let folded = unsafe text.text(of: raw) else { return Value(trouble: .badEncoding) }
      let text = source.key(of: folded) ?? []
      guard !text.isEmpty else { return Value() }
      guard let scaled = Decimal4.scaled(text) else { return Value(trouble: .unreadable) }
      return Value(scaled: scaled)
    }
  }
}
