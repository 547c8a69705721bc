import ArgumentParser
import SpotCheck

/// Writes a first layout, and a first plan, for a dump.
struct InitCommand: ParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented layout, and with --plan a plan, from what sniff sees.",
    discussion: """
      Looks at the first of the files. Nothing is guessed: where two columns could be meant, both stand as
      comments. A file that exists is not overwritten without --force.
      The layout language: Documentation/Layout.md; the plan's: Documentation/Plan.md.

      Examples:
        spotcheck init dumps/ > layout.yaml
        spotcheck init dumps/ -o layout.yaml --plan plan.yaml
      """)

  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "file"))
  var inputs: [String]

  @Option(name: .shortAndLong, help: "The layout (default: standard output).")
  var output: String?

  @Option(help: ArgumentHelp("Write a plan there too.", valueName: "plan.yaml"))
  var plan: String?

  @Flag(help: "Overwrite files that exist.")
  var force = false

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    var claims = try OutputClaims(reading: inputs)
    try claims.claim(output ?? "-", for: OutputPlan.flag)
    if let plan { try claims.claim(plan, for: "--plan") }
    guard let file = try sniffed(inputs).first else { throw SpotCheckError(.noRecords) }
    let starter = Starter(file, language: speech.language)
    let layoutFile = try create(output ?? "-")
    let planFile = try plan.map(create)
    try layoutFile.write(Array(starter.layout.utf8))
    try planFile?.write(Array(starter.plan.utf8))
    try layoutFile.finish()
    try planFile?.finish()
    for question in starter.openQuestions { StandardError.note(question) }
  }

  private func create(_ path: String) throws -> OutputFile {
    if path != "-", !force, OutputFile.isRegularFile(path) {
      throw ValidationError("\(path) exists; --force overwrites it.")
    }
    return try OutputFile(path)
  }
}
