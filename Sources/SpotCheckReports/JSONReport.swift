public import SpotCheck

/// A report as `spotcheck.report/1`.
///
/// Everything outside `input.files` is equal bytes for equal data.
public struct JSONReport: Sendable {
  /// What is written.
  public var report: Report
  /// The plan the findings judge, for its titles, targets and their sources.
  public var plan: Plan?
  /// How many likely shortfalls chance alone would make.
  public var likelyByChance: Double?
  /// SHA-256 of the input files by path, where they were asked for.
  public var fileHashes: [String: String] = [:]

  /// Creates a report to be written as JSON.
  public init(_ report: Report, plan: Plan? = nil, likelyByChance: Double? = nil) {
    self.report = report
    self.plan = plan
    self.likelyByChance = likelyByChance
  }

  /// The text in UTF-8, ended by a line feed.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write { bytes += $0 }
    return bytes
  }

  /// Writes the text in UTF-8, ended by a line feed, block by block.
  ///
  /// - Throws: What `sink` throws.
  /// - Complexity: O(cells + rollups + findings).
  public func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "spotcheck.report/1")
      writer.breakLine()
      writer.key("input")
      writer.input(report.input, fileHashes: fileHashes)
      writer.breakLine()
      writer.key("provenance")
      writer.provenance(report.provenance)
      writer.breakLine()
      writer.member("dimensions", report.dimensions)
      writer.lines("cells", report.cells) { $0.cell($1, dimensions: report.dimensions) }
      writer.lines("rollups", report.rollups) { $0.cell($1, dimensions: report.dimensions) }
      writer.lines("findings", report.findings) { $0.finding($1) }
      writer.breakLine()
      writer.key("outlook")
      writer.outlook(report.outlook)
      if let changes = report.changes {
        writer.breakLine()
        writer.key("since")
        writer.changes(changes)
      }
      if let establishments = report.establishments {
        writer.breakLine()
        writer.key("establishments")
        writer.establishments(establishments)
      }
      writer.lines("warnings", report.warnings) { $0.warning($1) }
      writer.breakLine()
      writer.key("plan")
      writer.plan(plan)
      writer.breakLine()
      writer.member("likely_by_chance", likelyByChance)
      writer.lines("items", report.input.items) { $0.item($1) }
    }
    for block in writer.blocks { try sink(block) }
    try sink([UInt8(ascii: "\n")])
  }
}

extension JSONWriter {
  /// Writes a member that is an array with one element a line, itself on a new line.
  ///
  /// The lines are written on all processors.
  mutating func lines<Elements: RandomAccessCollection & Sendable>(
    _ name: String, _ elements: Elements,
    _ body: @Sendable (inout JSONWriter, Elements.Element) -> Void
  ) where Elements.Index == Int {
    breakLine()
    key(name)
    arrayOfLines(elements, body)
  }

  /// Writes where the records of all inputs went.
  mutating func input(_ input: Ingested, fileHashes: [String: String]) {
    let total = input.total
    object { writer in
      writer.member("records", total.records)
      writer.outcomes(of: total)
      writer.member("conflicts", input.conflicts)
      writer.member("blank", total.blank)
      writer.member("samples", input.samples)
      writer.member("pending_samples", input.pendingSamples)
      writer.key("rejected_by")
      writer.object { writer in
        for (reason, count) in total.rejectedBy.sorted(by: { $0.key < $1.key }) where count > 0 {
          writer.member(reason.rawValue, count)
        }
      }
      writer.key("unknown_labels")
      writer.array(input.unknownLabels) { writer, label in
        writer.object { writer in
          writer.member("label", label.label)
          writer.member("count", label.count)
        }
      }
      writer.member("duplicates_checked", input.duplicatesChecked)
      let files = input.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      writer.lines("files", files) { $0.file($1, hash: fileHashes[$1.path]) }
    }
  }

  fileprivate mutating func item(_ item: ItemTally) {
    object { writer in
      writer.member("item", item.name)
      writer.member("tested", item.tested)
      writer.member("nonconforming", item.nonconforming)
    }
  }

  private mutating func outcomes(of accounting: Accounting) {
    member("accepted", accounting.accepted)
    member("rejected", accounting.rejected)
    member("ignored", accounting.ignored)
    member("duplicates", accounting.duplicates)
  }

  private mutating func file(_ file: FileAccount, hash: String?) {
    object { writer in
      writer.member("path", file.path)
      writer.member("sha256", hash)
      writer.member("bytes", file.bytes)
      writer.member("encoding", file.encoding.rawValue)
      writer.member("compression", file.compression.rawValue)
      writer.member("delimiter", String(Unicode.Scalar(file.dialect.delimiter)))
      writer.member("records", file.accounting.records)
      writer.outcomes(of: file.accounting)
      writer.member("blank", file.accounting.blank)
    }
  }

  fileprivate mutating func provenance(_ provenance: Provenance) {
    object { writer in
      writer.member("version", provenance.version)
      writer.member("as_of", provenance.asOf?.iso8601)
      writer.key("options")
      writer.object { writer in
        for option in provenance.options { writer.member(option.name, option.value) }
      }
      writer.member("layout_sha256", provenance.layoutSHA256)
      writer.member("plan_sha256", provenance.planSHA256)
    }
  }

  fileprivate mutating func cell(_ cell: RateCell, dimensions: [String]) {
    object { writer in
      for (name, key) in zip(dimensions, cell.keys) {
        writer.member(name, key)
        if name == "region" { writer.member("region_name", cell.regionName) }
      }
      writer.member("trials", cell.trials)
      writer.member("passes", cell.passes)
      writer.member("pass_rate", cell.passRate)
      writer.member("lower", cell.lower)
      writer.member("upper", cell.upper)
    }
  }

  fileprivate mutating func plan(_ plan: Plan?) {
    guard let plan else { return text(nil) }
    object { writer in
      writer.titles(plan.title)
      writer.lines("indicators", plan.indicators) { $0.indicator($1) }
    }
  }

  private mutating func titles(_ titles: [String: String]) {
    key("title")
    object { writer in
      for (tag, title) in titles.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        writer.member(tag, title)
      }
    }
  }

  private mutating func indicator(_ indicator: Indicator) {
    object { writer in
      writer.member("id", indicator.id)
      writer.titles(indicator.title)
      writer.member("measure", indicator.measure.rawValue)
      writer.member("comparison", indicator.comparison.rawValue)
      writer.key("targets")
      writer.array(indicator.targets.sorted { $0.key < $1.key }) { writer, target in
        writer.object { writer in
          writer.member("year", target.key)
          writer.member("target", target.value.value)
          writer.member("source", indicator.sources[target.key])
        }
      }
      writer.member("responsible", indicator.responsible)
    }
  }
}
