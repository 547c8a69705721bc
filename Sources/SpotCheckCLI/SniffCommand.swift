import ArgumentParser
import SpotCheck
import SpotCheckReports

/// Shows how dumps are written.
struct SniffCommand: ParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "sniff",
    abstract: "What is seen of a dump: encoding, delimiter, header, columns and labels.",
    discussion: """
      Only the first megabyte of a file is read.

      Examples:
        spotcheck sniff dump.csv
        spotcheck sniff dumps/ --json
      """)

  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "file"))
  var inputs: [String]

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let report = SniffReport(try sniffed(inputs))
    let output = try OutputFile("-")
    if json {
      try output.write(report.json)
    } else {
      let text = report.text(language: speech.language, width: Terminal.width, style: speech.style)
      try output.write(Array(text.utf8))
    }
  }
}

/// Looks at the first megabyte of every file that the inputs mean.
func sniffed(_ inputs: [String]) throws(SpotCheckError) -> [SniffedFile] {
  do {
    return try sniff(inputs, isCancelled: { Interrupt.isRequested })
  } catch {
    throw SpotCheckError(error)
  }
}
