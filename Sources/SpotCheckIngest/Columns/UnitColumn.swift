/// Turns the identifiers of records into fingerprints, for one worker and one form of files.
struct UnitColumn {
  /// What a record's identifiers are.
  enum Reading {
    /// The record is a unit of its own: its sample has no identifier.
    case alone
    /// The fingerprints of the sample and of the unit, and whether an identifier was unwrapped.
    case unit(sample: Fingerprint, unit: Fingerprint, isUnwrapped: Bool)
    /// A field at fault.
    case trouble(FieldTrouble, slot: Int)
  }

  let sampleSlot: Int
  let itemSlot: Int?
  private let sources: [FieldSource]
  private let text: FieldText
  private let hash: ByteHash

  init(sampleSlot: Int, itemSlot: Int?, sources: [FieldSource], text: FieldText, hash: ByteHash) {
    self.sampleSlot = sampleSlot
    self.itemSlot = itemSlot
    self.sources = sources
    self.text = text
    self.hash = hash
  }

  /// Reads a record's identifiers.
  func reading(of record: RecordFields, positions: [Int]) -> Reading {
    let sampleField = record.field(at: positions[sampleSlot])
    let sample: Fingerprint
    var isUnwrapped = false
    if let plain = unsafe plain(sampleField) {
      if plain.isEmpty { return .alone }
      sample = unsafe hash.fingerprint(plain)
    } else {
      switch identifier(sampleField, by: sources[sampleSlot]) {
      case .failure(let trouble): return .trouble(trouble.kind, slot: sampleSlot)
      case .success(let id):
        if id.text.isEmpty { return .alone }
        sample = fingerprint(of: id.text)
        isUnwrapped = id.isUnwrapped
      }
    }
    guard let itemSlot else { return .unit(sample: sample, unit: sample, isUnwrapped: isUnwrapped) }
    let itemField = record.field(at: positions[itemSlot])
    guard let item = unsafe text.text(of: itemField.bytes).flatMap({ sources[itemSlot].key(of: $0) }) else {
      return .trouble(.badEncoding, slot: itemSlot)
    }
    let unit = fingerprint(of: item, seed: sample.high ^ sample.low &* 0x9E37_79B9_7F4A_7C15)
    return .unit(sample: sample, unit: unit, isUnwrapped: isUnwrapped)
  }

  private struct Trouble: Error {
    var kind: FieldTrouble
  }

  /// A field that folding leaves as it is, and that no spreadsheet has touched: letters, digits, `-` and `_`.
  private func plain(_ field: RawField) -> UnsafeBufferPointer<UInt8>? {
    for index in 0..<field.length {
      let byte = unsafe field.start[index]
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x2D || byte == 0x5F
      if !isPlain { return nil }
    }
    return sources[sampleSlot].hasRules ? nil : unsafe field.bytes
  }

  private func identifier(
    _ field: RawField, by source: FieldSource
  ) -> Result<(text: [UInt8], isUnwrapped: Bool), Trouble> {
    guard let folded = unsafe text.text(of: field.bytes) else { return .failure(Trouble(kind: .badEncoding)) }
    switch Identifier.read(folded) {
    case .intact: return .success((source.key(of: folded) ?? [], false))
    case .unwrapped(let bytes): return .success((source.key(of: bytes) ?? [], true))
    case .precisionLost: return .failure(Trouble(kind: .precisionLost))
    }
  }

  private func fingerprint(of text: [UInt8], seed: UInt64 = 0) -> Fingerprint {
    unsafe text.withUnsafeBufferPointer { unsafe hash.fingerprint($0, seed: seed) }
  }
}

extension FieldSource {
  /// Whether the source does anything to a text but fold it.
  var hasRules: Bool { separator != nil || between != nil || first != nil || missing != nil }
}
