/// A record something is the matter with, and what its fields were read as.
struct TroubledRecord {
  var fields: RecordFields
  /// One per key of the reading plan.
  var keys: [KeyColumn.Value]
  var date: DateColumn.Value
  var verdict: ResultColumn.Value
  /// The position of the verdict's column among the result columns.
  var resultColumn: Int
  /// What is wrong with the quantities.
  var quantities: [FieldTrouble]
  /// `nil` where records are no units.
  var unit: UnitColumn.Value?
  var revised: DateColumn.Value
}

extension RecordReader {
  private struct Fault {
    var reason: RejectReason
    var slot: Int
  }

  /// Settles what becomes of a record with trouble; the first that applies, in the order of the contract.
  mutating func judge(
    _ record: TroubledRecord, counter: inout RecordCounter, into outcome: inout ChunkOutcome,
    _ window: borrowing ChunkWindow, _ file: FileContext
  ) {
    if let fault = encodingFault(of: record) {
      return reject(record, fault, into: &outcome, window, file)
    }
    if record.keys.contains(where: { $0.trouble.contains(.filteredOut) }) {
      outcome.ignored += 1
      return
    }
    if record.verdict.trouble == .noVerdict {
      outcome.ignored += 1
      if let unit = record.unit, unit.trouble.isHarmless, !unit.isAlone, plan.schema.unit == .sample {
        counter.units?.add(unit, nil)
      }
      return
    }
    if let fault = keyFault(in: record) ?? dateFault(of: record) ?? resultFault(of: record)
      ?? quantityFault(of: record)
      ?? unitFault(of: record)
    {
      if fault.reason == .unknownLabel, let label = label(of: record) {
        unknownLabels.add(label)
      }
      reject(record, fault, into: &outcome, window, file)
    }
  }

  /// Whether a record is a follow-up that nothing else keeps out; its result may be without a verdict.
  func isFollowUp(_ record: TroubledRecord) -> Bool {
    let keys = zip(record.keys, plan.keys)
    return keys.contains { $0.filters & $1.excluded != 0 }
      && keys.allSatisfy { $0.filters & $1.required == $1.required } && encodingFault(of: record) == nil
      && keyFault(in: record) == nil && dateFault(of: record) == nil && resultFault(of: record) == nil
      && unitFault(of: record) == nil
  }

  private func encodingFault(of record: TroubledRecord) -> Fault? {
    for (number, value) in record.keys.enumerated() {
      if value.trouble.contains(.badEncoding) {
        return Fault(reason: .badEncoding, slot: plan.keys[number].slots[Int(value.level)])
      }
    }
    if record.date.trouble.contains(.badEncoding), let slot = plan.date {
      return Fault(reason: .badEncoding, slot: slot)
    }
    if record.verdict.trouble.contains(.badEncoding) {
      return Fault(reason: .badEncoding, slot: plan.results[record.resultColumn])
    }
    if let quantity = record.quantities.firstIndex(where: { $0.contains(.badEncoding) }) {
      return Fault(reason: .badEncoding, slot: plan.quantities[quantity])
    }
    if let unit = record.unit, unit.trouble.contains(.badEncoding),
      let slot = unit.isItemAtFault ? plan.item : plan.sampleID
    {
      return Fault(reason: .badEncoding, slot: slot)
    }
    if record.revised.trouble.contains(.badEncoding), let slot = plan.revised {
      return Fault(reason: .badEncoding, slot: slot)
    }
    return nil
  }

  private func keyFault(in record: TroubledRecord) -> Fault? {
    for (number, value) in record.keys.prefix(plan.dimensionCount).enumerated() {
      let slot = plan.keys[number].slots[Int(value.level)]
      if value.trouble.contains(.precisionLost) { return Fault(reason: .idPrecisionLost, slot: slot) }
      if !value.trouble.isDisjoint(with: [.blank, .gap]) { return Fault(reason: .missingValue, slot: slot) }
      if value.trouble.contains(.unknownKey) { return Fault(reason: .unknownRegion, slot: slot) }
    }
    return nil
  }

  private func dateFault(of record: TroubledRecord) -> Fault? {
    guard let slot = plan.date else { return nil }
    if record.date.trouble.contains(.blank) { return Fault(reason: .missingValue, slot: slot) }
    return record.date.trouble.contains(.unreadable) ? Fault(reason: .badDate, slot: slot) : nil
  }

  private func resultFault(of record: TroubledRecord) -> Fault? {
    let slot = plan.results[record.resultColumn]
    switch record.verdict.trouble {
    case .blank: return Fault(reason: .missingValue, slot: slot)
    case .unknownLabel: return Fault(reason: .unknownLabel, slot: slot)
    case .unreadable: return Fault(reason: .badNumber, slot: slot)
    default: return nil
    }
  }

  private func quantityFault(of record: TroubledRecord) -> Fault? {
    record.quantities.firstIndex(of: .unreadable).map {
      Fault(reason: .badNumber, slot: plan.quantities[$0])
    }
  }

  private func unitFault(of record: TroubledRecord) -> Fault? {
    if record.unit?.trouble.contains(.precisionLost) ?? false, let slot = plan.sampleID {
      return Fault(reason: .idPrecisionLost, slot: slot)
    }
    guard let slot = plan.revised, !record.revised.trouble.isEmpty else { return nil }
    return Fault(reason: record.revised.trouble == .blank ? .missingValue : .badDate, slot: slot)
  }

  private func reject(
    _ record: TroubledRecord, _ fault: Fault, into outcome: inout ChunkOutcome,
    _ window: borrowing ChunkWindow, _ file: FileContext
  ) {
    guard note(fault.reason, in: &outcome) else { return }
    let position = file.match.positions[fault.slot]
    let field = record.fields.field(at: position)
    let value = unsafe text.shown(field.bytes)
    keep(
      record.fields, fault.reason, column: file.match.columnName(at: position), value: value, in: &outcome,
      window, file)
  }

  /// Rejects a record whose structure is at fault.
  func rejectStructure(
    _ fields: RecordFields, isStray: Bool, into outcome: inout ChunkOutcome, _ window: borrowing ChunkWindow,
    _ file: FileContext
  ) {
    let reason: RejectReason =
      fields.end - fields.start > recordLimit ? .recordTooLong : isStray ? .unterminatedQuote : .fieldCount
    guard note(reason, in: &outcome) else { return }
    keep(fields, reason, column: nil, value: String(fields.count), in: &outcome, window, file)
  }

  /// Rejects the record at the front of the window, which has no end in it.
  func rejectEndless(
    _ window: borrowing ChunkWindow, of file: FileContext, into outcome: inout ChunkOutcome
  ) {
    guard note(.recordTooLong, in: &outcome) else { return }
    keep(0..<window.count, end: nil, .recordTooLong, column: nil, value: "", in: &outcome, window, file)
  }

  /// Counts a reject; whether the record itself is to be kept.
  private func note(_ reason: RejectReason, in outcome: inout ChunkOutcome) -> Bool {
    outcome.rejected[reason.position] += 1
    return keepsAllRejects || outcome.rejected[reason.position] <= FileLedger.rejectsKept
  }

  private func keep(
    _ fields: RecordFields, _ reason: RejectReason, column: String?, value: String,
    in outcome: inout ChunkOutcome, _ window: borrowing ChunkWindow, _ file: FileContext
  ) {
    let start = window.indexed + fields.start
    let recordEnd = window.indexed + fields.end
    var end = recordEnd
    if !dialect.endsAtCarriageReturn {
      while end > start, unsafe window.bytes[end - 1] == 0x0D { end -= 1 }
    }
    keep(
      start..<end, end: reason == .recordTooLong ? nil : min(recordEnd + 1, window.count), reason,
      column: column, value: value, in: &outcome, window, file)
  }

  /// Keeps a rejected record whose text is `range`, counted from the window's start.
  ///
  /// `end` is where the record's own end ends; `nil` where the record is too long to be kept whole.
  private func keep(
    _ range: Range<Int>, end: Int?, _ reason: RejectReason, column: String?, value: String,
    in outcome: inout ChunkOutcome, _ window: borrowing ChunkWindow, _ file: FileContext
  ) {
    outcome.mark.advance(to: window.start + range.lowerBound, in: window, of: file)
    let shown = range.prefix(Self.rawBytesKept)
    let kept = (keepsWholeRejects ? end : nil).map { range.lowerBound..<$0 }
    let bytes = unsafe window.slice(kept ?? shown)
    outcome.rejects.append(
      ChunkOutcome.PendingReject(
        recordsBefore: outcome.records - 1, linesBefore: outcome.mark.lines,
        bytesBefore: outcome.mark.sourceBytes, reason: reason, column: column, value: value,
        bytes: unsafe Array(bytes), shown: shown.count, isWhole: kept != nil))
  }

  /// Bytes of a rejected record that are shown.
  private static let rawBytesKept = 16 << 10
}

extension RecordFields {
  /// Whether the record is blank: no field has text, whatever their number.
  func isBlank(in text: FieldText) -> Bool {
    (0..<count).allSatisfy { position in
      let field = field(at: position)
      if field.length == 0 { return true }
      if field.surelyHasText { return false }
      return unsafe text.text(of: field.bytes).map(\.isEmpty) ?? false
    }
  }
}

extension RawField {
  /// Whether the field shows a letter or digit at once, perhaps behind a quote.
  fileprivate var surelyHasText: Bool {
    let lead = unsafe start[0]
    if Self.isLetterOrDigit(lead) { return true }
    return unsafe lead < 0x80 && length > 1 && Self.isLetterOrDigit(start[1])
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}
