import ArgumentParser
import SpotCheck
import SpotCheckSynthesis

/// Writes synthetic dumps.
struct GenerateCommand: ParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write a deterministic synthetic dump, for trials and benchmarks.",
    discussion: """
      Equal options make equal bytes. Records run in date order over the months.

      Examples:
        spotcheck generate --records 1000 --seed 7 > dump.csv
        spotcheck generate --records 240000 --seed 7 --split month -o dumps/
        spotcheck generate --records 5000 --seed 7 --encoding gb18030 --crlf -o dump.csv
        spotcheck generate --records 5000 --seed 7 --defect bad-date=0.01 --rate 530100:食品=0.93
        spotcheck generate --records 1000 --seed 7 --list establishments -o frame.csv
      """)

  @Option(help: "Records to write.")
  var records: Int

  @Option(help: "Seed of every draw.")
  var seed: UInt64 = 1

  @Option(help: "Columns and quoting.")
  var shape: DumpShape = .plain

  @Option(help: "Text encoding.")
  var encoding: DumpEncoding = .utf8

  @Flag(help: "End records with CRLF.")
  var crlf = false

  @Option(help: ArgumentHelp("First month.", valueName: "yyyy-MM"))
  var start = DumpMonth(year: 2023, month: 1)

  @Option(help: "Months the records are spread over.")
  var months = 24

  @Option(
    name: .customLong("region"), help: ArgumentHelp("Only this prefecture; repeatable.", valueName: "code"))
  var regions: [String] = []

  @Option(name: .customLong("sector"), help: ArgumentHelp("Only this sector; repeatable.", valueName: "name"))
  var sectors: [String] = []

  @Option(
    name: .customLong("rate"),
    help: ArgumentHelp("A true pass rate: 530100:食品=0.93; repeatable.", valueName: "rate"))
  var rates: [DumpRate] = []

  @Option(
    name: .customLong("defect"),
    help: ArgumentHelp("The share of records a defect befalls; repeatable.", valueName: "kind=share"))
  var defects: [DefectShare] = []

  @Option(help: "Share of failing items that are retested (shape items).")
  var retests = 0.0

  @Option(
    help: ArgumentHelp("About so many establishments, with numbers behind their names.", valueName: "n"))
  var establishments: Int?

  @Option(help: ArgumentHelp("One file a month, or so many files.", valueName: "month|n"))
  var split: DumpSplit = .whole

  @Option(help: "No dump but a list to draw from, with --records and --seed only.")
  var list: FrameGenerator.List?

  @Option(name: .shortAndLong, help: "A file, or a folder with --split (default: standard output).")
  var output: String?

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    if let list { return try write(FrameGenerator(list, seed: seed)) }
    let generator: DumpGenerator
    do {
      generator = try DumpGenerator(recipe())
    } catch let invalid as DumpRecipe.Invalid {
      throw ValidationError(invalid.description)
    }
    guard split != .whole else {
      return try write(0..<records, of: generator, to: OutputFile(output ?? "-"))
    }
    guard let output, output != "-" else { throw ValidationError("--split needs a folder: -o FOLDER") }
    try OutputPlan.createFolder(output)
    for part in generator.parts(split) {
      try write(part.records, of: generator, to: OutputFile("\(output)/\(part.name).csv"))
    }
  }

  private func write(_ records: Range<Int>, of generator: DumpGenerator, to file: OutputFile) throws {
    try generator.write(records) { block throws(SpotCheckError) in
      if Interrupt.isRequested { throw SpotCheckError(.interrupted) }
      try file.write(block)
    }
    try file.finish()
  }

  private func write(_ generator: FrameGenerator) throws {
    let file = try OutputFile(output ?? "-")
    try generator.write(records) { block throws(SpotCheckError) in
      if Interrupt.isRequested { throw SpotCheckError(.interrupted) }
      try file.write(block)
    }
    try file.finish()
  }

  private func recipe() throws -> DumpRecipe {
    var recipe = DumpRecipe(records: records, seed: seed)
    recipe.shape = shape
    recipe.encoding = encoding
    recipe.endsWithCRLF = crlf
    recipe.start = start
    recipe.months = months
    recipe.retests = retests
    recipe.establishments = establishments
    recipe.rates += rates
    recipe.defects = Dictionary(defects.map { ($0.defect, $0.share) }, uniquingKeysWith: +)
    if !regions.isEmpty {
      recipe.prefectures = try regions.map { code in
        guard let known = DumpPrefecture.yunnan.first(where: { $0.code == code }) else {
          throw ValidationError("'\(code)' is no prefecture of Yunnan, such as 530100.")
        }
        return known
      }
    }
    if !sectors.isEmpty {
      recipe.sectors = try sectors.map { name in
        guard let known = DumpSector.standard.first(where: { $0.name == name }) else {
          let names = DumpSector.standard.map(\.name).joined(separator: ", ")
          throw ValidationError("'\(name)' is no sector; there are \(names).")
        }
        return known
      }
    }
    return recipe
  }
}
