public import SpotCheck

/// A report as CSV files for spreadsheets, with the names of the JSON as columns.
public struct CSVReport: Sendable {
  /// What is written.
  public var report: Report

  /// Creates a report to be written as CSV.
  public init(_ report: Report) {
    self.report = report
  }

  /// `cells.csv`: one record per cell.
  public var cells: [UInt8] {
    var bytes: [UInt8] = []
    writeCells { bytes += $0 }
    return bytes
  }

  /// Writes `cells.csv` block by block, for which few bytes are held at once.
  ///
  /// - Throws: What `sink` throws.
  public func writeCells<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var writer = CSVWriter()
    for name in report.dimensions {
      writer.field(name)
      if name == "region" { writer.field("region_name") }
    }
    writer.record(["trials", "passes", "pass_rate", "lower", "upper"])
    for cell in report.cells {
      for (name, key) in zip(report.dimensions, cell.keys) {
        writer.field(key)
        if name == "region" { writer.field(cell.regionName) }
      }
      writer.field(cell.trials)
      writer.field(cell.passes)
      writer.field(cell.passRate)
      writer.field(cell.lower)
      writer.field(cell.upper)
      writer.endRecord()
      if let block = writer.block() { try sink(block) }
    }
    try sink(writer.bytes)
  }

  /// `findings.csv`: one record per finding; several departments are joined with `; `.
  public var findings: [UInt8] {
    var writer = CSVWriter()
    writer.record(FindingField.all.map(\.name))
    for finding in report.findings {
      for field in FindingField.all {
        writer.field(field.value(finding))
      }
      writer.endRecord()
    }
    return writer.bytes
  }

  /// `conflicts.csv`: one record per unit whose versions disagree, and where the one that stands is found.
  public var conflicts: [UInt8] {
    var writer = CSVWriter()
    writer.record(["file", "byte_offset", "result", "records", "conforming"])
    for unit in report.input.conflictingUnits {
      writer.field(unit.file)
      writer.field(unit.byteOffset)
      writer.field(unit.isConforming ? "pass" : "fail")
      writer.field(unit.records)
      writer.field(unit.conforming)
      writer.endRecord()
    }
    return writer.bytes
  }
}
