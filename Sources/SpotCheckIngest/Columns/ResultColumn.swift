/// Turns raw result fields into verdicts, for one worker and one form of files.
struct ResultColumn: ~Copyable {
  /// What is known of a distinct raw field.
  struct Value {
    var isConforming = false
    var trouble: FieldTrouble = []
  }

  let slot: Int
  private let source: FieldSource
  private let rule: Rule
  private let text: FieldText
  private var table: FieldTable
  private var values: [Value] = []

  private enum Rule {
    case labels([[UInt8]: Value], ignoresCase: Bool)
    case passIf(ScoreCondition)
  }

  /// Distinct fields after which a worker begins anew.
  private static let rememberedLimit = 1 << 16
  /// Bytes of long fields after which it does so too.
  private static let bytesLimit = 64 << 20

  init(slot: Int, source: FieldSource, rule: ResultSource.Rule, text: FieldText, hash: ByteHash) {
    self.slot = slot
    self.source = source
    self.text = text
    table = FieldTable(hash: hash)
    switch rule {
    case .passIf(let condition): self.rule = .passIf(condition)
    case .labels(let set):
      var verdicts: [[UInt8]: Value] = [:]
      func add(_ labels: [String], _ value: Value) {
        for label in labels {
          let folded = TextFolding.fold(utf8: Array(label.utf8))
          verdicts[set.ignoresCase ? TextFolding.lowercased(folded) : folded] = value
        }
      }
      add(set.ignore, Value(trouble: .noVerdict))
      add(set.fail, Value(isConforming: false))
      add(set.pass, Value(isConforming: true))
      self.rule = .labels(verdicts, ignoresCase: set.ignoresCase)
    }
  }

  /// Reads the results of a batch.
  mutating func read(
    _ batch: borrowing RecordBatch, positions: [Int], into found: UnsafeMutablePointer<Value>
  ) throws(IngestError) {
    if values.count >= Self.rememberedLimit || table.bytesHeld >= Self.bytesLimit {
      table.removeAll()
      values.removeAll(keepingCapacity: true)
    }
    try batch.forEachField(at: positions[slot]) { record, field throws(IngestError) in
      let number = unsafe table.number(of: field.start, length: field.length)
      if number == values.count { unsafe values.append(decode(field.bytes)) }
      unsafe found[record] = values[number]
    }
  }

  /// The label as it is compared; `nil` where the bytes are not of the encoding.
  func label(of record: RecordFields, positions: [Int]) -> [UInt8]? {
    let field = record.field(at: positions[slot])
    return unsafe text.text(of: field.bytes).flatMap { source.key(of: $0) }
  }

  /// What a result without text is: without a verdict where the labels say so, else blank.
  var blank: Value {
    if case .labels(let verdicts, _) = rule, let value = verdicts[[]] { return value }
    return Value(trouble: .blank)
  }

  private func decode(_ raw: UnsafeBufferPointer<UInt8>) -> Value {
    guard let folded = unsafe text.text(of: raw) else { return Value(trouble: .badEncoding) }
    let text = source.key(of: folded) ?? []
    guard !text.isEmpty else { return Value(trouble: .blank) }
    switch rule {
    case .labels(let verdicts, let ignoresCase):
      return verdicts[ignoresCase ? TextFolding.lowercased(text) : text] ?? Value(trouble: .unknownLabel)
    case .passIf(let condition):
      guard let score = Decimal4.scaled(text) else { return Value(trouble: .unreadable) }
      return Value(isConforming: condition.isMet(by: score))
    }
  }
}
