/// Writes the dump of a recipe.
///
///     let generator = try DumpGenerator(DumpRecipe(records: 1_000, seed: 7))
///     let summary = generator.write { block in file.append(block) }
public struct DumpGenerator: Sendable {
  /// The recipe it follows.
  public let recipe: DumpRecipe
  private let inspections: InspectionSource
  private let defects: DefectSource
  private let emptyWriter: RecordWriter

  /// Prepares a recipe.
  ///
  /// - Throws: ``DumpRecipe/Invalid`` when a member of the recipe is out of range, or a name cannot be
  ///   written.
  /// - Complexity: O(*counties* × *categories* × *rates*).
  public init(_ recipe: DumpRecipe) throws(DumpRecipe.Invalid) {
    try recipe.validate()
    self.recipe = recipe
    inspections = InspectionSource(recipe)
    defects = DefectSource(recipe)
    emptyWriter = try RecordWriter(recipe)
  }

  /// The files of a split; their records, one after another, are the whole stream.
  public func parts(_ split: DumpSplit) -> [DumpPart] {
    switch split {
    case .whole:
      [DumpPart(name: "dump", records: 0..<recipe.records)]
    case .files(let count):
      (0..<max(1, count)).map { part in
        let bounds = [part, part + 1].map { place(of: $0, in: max(1, count)) }
        return DumpPart(name: "part-" + padded(part + 1, as: max(1, count)), records: bounds[0]..<bounds[1])
      }
    case .months:
      (0..<recipe.months).map { month in
        DumpPart(
          name: recipe.start.advanced(by: month).description,
          records: inspections.firstRecord(ofMonth: month)..<inspections.firstRecord(ofMonth: month + 1))
      }
    }
  }

  /// Writes the whole dump.
  ///
  /// - Parameters:
  ///   - blockSize: The size in bytes at which a block is handed over; the bytes in sum do not depend on it.
  ///   - sink: Takes each block in turn; blocks end where records do.
  /// - Returns: What was written.
  /// - Throws: What `sink` throws.
  @discardableResult
  public func write<Failure: Error>(
    blockSize: Int = 1 << 20, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> DumpSummary {
    try write(0..<recipe.records, blockSize: blockSize, to: sink)
  }

  /// Writes a file that holds a range of the stream, header first.
  ///
  /// - Parameters:
  ///   - records: The records, by their place in the stream; those outside it are left out.
  ///   - blockSize: The size in bytes at which a block is handed over; the bytes in sum do not depend on it.
  ///   - sink: Takes each block in turn; blocks end where records do.
  /// - Returns: What was written.
  /// - Throws: What `sink` throws.
  /// - Complexity: O(*n*) in the records written, wherever they begin.
  @discardableResult
  public func write<Failure: Error>(
    _ records: Range<Int>, blockSize: Int = 1 << 20, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> DumpSummary {
    let records = records.clamped(to: 0..<recipe.records)
    var writer = emptyWriter
    var summary = DumpSummary()
    var block = byteOrderMark
    writer.writeHeader()
    for record in records {
      writeRecord(record, to: &writer, &summary)
      if writer.bytes.count >= blockSize {
        try handOver(&writer, &block, &summary, to: sink)
      }
    }
    try handOver(&writer, &block, &summary, to: sink)
    summary.records = records.count
    return summary
  }

  private func writeRecord(_ record: Int, to writer: inout RecordWriter, _ summary: inout DumpSummary) {
    let defect = defects.defect(at: record)
    if let defect { summary.defects[defect, default: 0] += 1 }
    guard let defect, defect.repeatsPredecessor else {
      writer.write(inspections.inspection(at: record), defect)
      return
    }
    var inspection = inspections.inspection(at: record - 1)
    if defect == .conflict {
      inspection.isConforming = !(inspection.retest ?? inspection.isConforming)
      inspection.retest = nil
    }
    writer.write(inspection, nil)
  }

  /// Hands over what is written; `block` carries what precedes it and is left empty.
  private func handOver<Failure: Error>(
    _ writer: inout RecordWriter, _ block: inout [UInt8], _ summary: inout DumpSummary,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    switch recipe.encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      appendUTF16(writer.bytes, bigEndian: recipe.encoding == .utf16BigEndian, to: &block)
    case .utf8, .utf8WithBOM, .gb18030:
      block += writer.bytes
    }
    writer.clear()
    summary.bytes += block.count
    try sink(block)
    block.removeAll(keepingCapacity: true)
  }

  private var byteOrderMark: [UInt8] {
    switch recipe.encoding {
    case .utf8, .gb18030: []
    case .utf8WithBOM: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }

  private func place(of part: Int, in count: Int) -> Int {
    let (high, low) = recipe.records.multipliedFullWidth(by: part)
    return count.dividingFullWidth((high, low)).quotient
  }

  private func padded(_ number: Int, as largest: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(2, String(largest).count) - digits.count) + digits
  }
}
