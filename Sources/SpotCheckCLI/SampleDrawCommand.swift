import ArgumentParser
import SpotCheck
import SpotCheckReports

/// Draws establishments, and inspectors for them.
struct SampleDrawCommand: ParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Double-random draw: establishments, and inspectors for each (双随机).",
    discussion: """
      Establishments are drawn without replacement within strata; at least two inspectors
      are drawn for each, within their skills and free of conflict, with loads as even as
      they can be. The record makes the draw one that anyone can replay.
      The frame has columns id, name, region, category, risk_class, last_inspected; the
      inspectors id, name, office, skills, conflicts (lists separated by ; or 、).
      A stratum's name is its values, joined with /: --by region,risk_class --count 530102/A=3

      Examples:
        spotcheck sample draw frame.csv --inspectors inspectors.csv --seed 20241231-0425 \\
          --ratio A=0.01 --ratio B=0.05 --ratio C=0.2 --ratio D=1 \\
          --format csv -o drawn.csv --record record.json
        spotcheck sample draw frame.csv --inspectors inspectors.csv --seed 7 \\
          --allocation allocation.csv --follow-up follow-ups.csv --max-load 30
        spotcheck sample draw --verify record.json

      --verify exits with 1 where the replay differs from the record.
      """)

  @Argument(help: ArgumentHelp("The frame of establishments, a CSV file.", valueName: "frame.csv"))
  var frame: String?

  @Option(help: ArgumentHelp("The list of inspectors.", valueName: "inspectors.csv"))
  var inspectors: String?

  @Option(
    help: ArgumentHelp("How many to draw where: region,category,n.", valueName: "allocation.csv"))
  var allocation: String?

  @Option(help: ArgumentHelp("Drawn in any case, outside the shares: id.", valueName: "follow-ups.csv"))
  var followUp: String?

  @OptionGroup var arguments: SampleDrawArguments

  @Option(help: ArgumentHelp("table, csv or json (default: table).", valueName: "format"))
  var format = DrawFormat.table

  @Option(name: .shortAndLong, help: ArgumentHelp("A file (default: standard output).", valueName: "out"))
  var output: String?

  @Option(help: ArgumentHelp("Write the record there.", valueName: "record.json"))
  var record: String?

  @Option(help: ArgumentHelp("Replay a record, from its files or those given.", valueName: "record.json"))
  var verify: String?

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    if let verify { return try replay(verify) }
    guard let frame, let inspectors else {
      throw ValidationError("A draw needs a frame and --inspectors, or --verify.")
    }
    let options = try arguments.options(hasAllocation: allocation != nil)
    let files = DrawFiles(
      frame: frame, inspectors: inspectors, allocation: allocation, followUps: followUp)
    var claims = try OutputClaims(reading: [frame], settings: [inspectors, allocation, followUp])
    try claims.claim(output ?? "-", for: OutputPlan.flag)
    if let record { try claims.claim(record, for: "--record") }
    let drawn = try DrawRun(files, options)
    let outputFile = try OutputFile(output ?? "-")
    let recordFile = try record.map { path throws(SpotCheckError) in try OutputFile(path) }
    try outputFile.write(bytes(of: drawn))
    try recordFile?.write(DrawJSON(drawn.record).bytes)
    try outputFile.finish()
    try recordFile?.finish()
    for note in DrawNotes(drawn, language: speech.language).lines { StandardError.note(note) }
  }

  private func bytes(of drawn: DrawRun) -> [UInt8] {
    switch format {
    case .csv: drawn.csv
    case .json: DrawJSON(drawn.record, draw: drawn.draw).bytes
    case .table:
      Array(
        DrawTable(drawn.draw, language: speech.language, width: Terminal.width, style: speech.style).text.utf8
      )
    }
  }

  private func replay(_ path: String) throws {
    let recorded = try DrawRecord(contentsOf: path)
    var files = recorded.files
    if let frame { files.frame = frame }
    if let inspectors { files.inspectors = inspectors }
    if let allocation { files.allocation = allocation }
    if let followUp { files.followUps = followUp }
    let drawn = try DrawRun(files, recorded.options)
    let differences = recorded.differences(from: drawn.record)
    let words = StatWords(language: speech.language)
    var lines = differences.map { $0.message(in: speech.language) }
    if differences.isEmpty {
      let (count, digest) = (drawn.draw.assignments.count, recorded.resultSHA256)
      lines.append(
        words.say(
          "equal: \(count) establishments and their inspectors, SHA-256 \(digest)",
          "一致：\(count) 户及其检查人员，SHA-256 \(digest)"))
    }
    let file = try OutputFile(output ?? "-")
    try file.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    try file.finish()
    if !differences.isEmpty { throw ExitStatus.shortfall }
  }
}

/// How a draw is written.
enum DrawFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people.
  case table
  /// The assignments.
  case csv
  /// The record with the assignments.
  case json
}

/// A draw, its assignments as CSV, and its record.
struct DrawRun {
  let draw: Draw
  let lists: DrawLists
  let csv: [UInt8]
  let record: DrawRecord

  /// Reads the lists and draws.
  init(_ files: DrawFiles, _ options: DrawOptions) throws(SpotCheckError) {
    lists = try DrawLists(contentsOf: files, options, isCancelled: { Interrupt.isRequested })
    draw = try Draw(from: lists, options)
    csv = DrawCSV(draw).bytes
    record = DrawRecord(of: draw, from: lists, result: csv)
  }
}
