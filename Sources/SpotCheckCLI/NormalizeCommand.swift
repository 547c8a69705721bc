import ArgumentParser
import SpotCheck
import SpotCheckReports

/// Writes the first table of a dump as plain CSV.
struct NormalizeCommand: ParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "The first table of a dump as UTF-8, comma, line feed and RFC 4180 quotes.",
    discussion: """
      Encoding, delimiter, quotes, title rows and header are settled from the first megabytes; the input part of
      a layout overrides them. Rows that are not in the table are counted on standard error.

      Examples:
        spotcheck normalize dump.csv > table.csv
        spotcheck normalize dump.csv.gz -o table.csv --leftovers rest.txt
      """)

  @Argument(help: ArgumentHelp("A file, or - for standard input.", valueName: "file"))
  var input: String

  @Option(name: .shortAndLong, help: ArgumentHelp("The table (default: standard output).", valueName: "out"))
  var output: String?

  @Option(
    help: ArgumentHelp("Write title rows, notes, blank rows and later tables there.", valueName: "file"))
  var leftovers: String?

  @Option(help: ArgumentHelp("How the dump looks; only its input part is used.", valueName: "layout.yaml"))
  var layout: String?

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let hints = try layout.map { path throws(SpotCheckError) in try Layout(contentsOf: path).format }
    var claims = try OutputClaims(reading: [input], settings: [layout])
    try claims.claim(output ?? "-", for: OutputPlan.flag)
    if let leftovers { try claims.claim(leftovers, for: "--leftovers") }
    var normalizer = try opened(hints: hints ?? FormatHints())
    let table = try OutputFile(output ?? "-")
    let rest = try leftovers.map { path throws(SpotCheckError) in try OutputFile(path) }
    var tableBytes: [UInt8] = []
    var restBytes: [UInt8] = []
    var hasMore = true
    while hasMore {
      if Interrupt.isRequested { throw SpotCheckError(.interrupted) }
      do {
        hasMore = try normalizer.next(table: &tableBytes, leftovers: &restBytes)
      } catch {
        throw SpotCheckError(error)
      }
      try table.write(tableBytes)
      try rest?.write(restBytes)
      tableBytes.removeAll(keepingCapacity: true)
      restBytes.removeAll(keepingCapacity: true)
    }
    try table.finish()
    try rest?.finish()
    StandardError.note(normalizer.summary.line(in: speech.language))
  }

  private func opened(hints: FormatHints) throws(SpotCheckError) -> Normalizer {
    do {
      return try Normalizer(input, hints: hints, isCancelled: { Interrupt.isRequested })
    } catch {
      throw SpotCheckError(error)
    }
  }
}
