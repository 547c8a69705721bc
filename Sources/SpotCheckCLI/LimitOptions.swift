import ArgumentParser
import SpotCheck

/// How much an input may demand before it is refused.
struct LimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Bytes a record may have (default: 16777216).", valueName: "bytes"))
  var recordLimit: Int?

  @Option(help: ArgumentHelp("Columns a file may have (default: 4096).", valueName: "n"))
  var columnLimit: Int?

  @Option(help: ArgumentHelp("Distinct values a column may have (default: 10000000).", valueName: "n"))
  var keyLimit: Int?

  @Option(help: ArgumentHelp("Cells there may be (default: 50000000).", valueName: "n"))
  var cellLimit: Int?

  @Option(
    help: ArgumentHelp(
      "Times its stored size a compressed file may expand to beyond 64 MiB (default: 200).", valueName: "n"))
  var expansionLimit: Int?

  /// The longest record that can be asked for: twice as much must fit a scan.
  private static let longestRecord = 1 << 29

  func validate() throws {
    if let recordLimit, !(1...Self.longestRecord).contains(recordLimit) {
      throw ValidationError("--record-limit must lie in 1...\(Self.longestRecord).")
    }
    for (name, limit) in [
      ("column", columnLimit), ("key", keyLimit), ("cell", cellLimit), ("expansion", expansionLimit),
    ] {
      guard let limit, !(1...Int(Int32.max)).contains(limit) else { continue }
      throw ValidationError("--\(name)-limit must lie in 1...\(Int32.max).")
    }
  }

  /// Puts the limits given in place of the defaults.
  func apply(to options: inout IngestOptions) {
    options.recordLimit = recordLimit ?? options.recordLimit
    options.columnLimit = columnLimit ?? options.columnLimit
    options.keyLimit = keyLimit ?? options.keyLimit
    options.cellLimit = cellLimit ?? options.cellLimit
    options.expansionLimit = expansionLimit ?? options.expansionLimit
  }
}
