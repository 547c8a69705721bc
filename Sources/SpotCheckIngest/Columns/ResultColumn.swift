/// Turns raw result fields into verdicts, for one worker and one form of files.
struct ResultColumn: ~Copyable {
  /// What is known of a distinct raw field.
  struct Value: FieldValue {
    var isConforming = false
    var trouble: FieldTrouble = []
  }

  let slot: Int
  private let decoder: Decoder
  private(set) var memory: FieldMemory<Value>

  init(slot: Int, source: FieldSource, rule: ResultSource.Rule, text: FieldText, hash: ByteHash) {
    self.slot = slot
    decoder = Decoder(source: source, rule: Rule(rule), text: text)
    memory = FieldMemory(hash: hash, limits: .init(fields: 1 << 16, bytes: 64 << 20))
  }

  /// Reads the results of a batch.
  mutating func read(_ batch: borrowing RecordBatch, positions: [Int]) throws(IngestError) {
    let decoder = decoder
    try memory.read(batch, at: [positions[slot]]) { _, field throws(IngestError) in
      unsafe decoder.decode(field.bytes)
    }
  }

  /// The label as it is compared; `nil` where the bytes are not of the encoding.
  func label(of record: RecordFields, positions: [Int]) -> [UInt8]? {
    let field = record.field(at: positions[slot])
    return unsafe decoder.text.text(of: field.bytes).flatMap { decoder.source.key(of: $0) }
  }

  /// What a result without text is: without a verdict where the labels say so, else blank.
  var blank: Value {
    guard case .labels(let verdicts, _) = decoder.rule, let value = verdicts[[]] else {
      return Value(trouble: .blank)
    }
    return value.filled
  }

  private struct Decoder {
    let source: FieldSource
    let rule: Rule
    let text: FieldText

    func decode(_ raw: UnsafeBufferPointer<UInt8>) -> Value {
      guard let folded = unsafe text.text(of: raw) else { return Value(trouble: .badEncoding) }
      let value = value(of: source.key(of: folded) ?? [])
      return folded.isEmpty ? value.filled : value
    }

    private func value(of text: [UInt8]) -> Value {
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

  /// What a text says of the unit.
  private enum Rule {
    case labels([[UInt8]: Value], ignoresCase: Bool)
    case passIf(ScoreCondition)

    init(_ rule: ResultSource.Rule) {
      switch rule {
      case .passIf(let condition): self = .passIf(condition)
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
        self = .labels(verdicts, ignoresCase: set.ignoresCase)
      }
    }
  }
}

extension ResultColumn.Value {
  /// The value as that of a field without text.
  fileprivate var filled: Self {
    trouble.isEmpty ? Self(isConforming: isConforming, trouble: .filled) : self
  }
}
