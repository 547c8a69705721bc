import ArgumentParser
import SpotCheck

/// What is drawn, as flags say it.
struct SampleDrawArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Any text; best a number nobody knew before.", valueName: "text"))
  var seed: String?

  @Option(
    help: ArgumentHelp("Strata: region, category, risk_class (default: risk_class).", valueName: "names"))
  var by: String?

  @Option(
    name: .customLong("ratio"),
    help: ArgumentHelp("Share of every stratum, or of one: A=0.05; repeatable.", valueName: "share"))
  var ratios: [String] = []

  @Option(
    name: .customLong("count"),
    help: ArgumentHelp("Number of every stratum, or of one: A=20; repeatable.", valueName: "number"))
  var counts: [String] = []

  @Option(help: "Inspectors for each establishment, at least 2.")
  var inspectorsEach = 2

  @Option(help: ArgumentHelp("The most establishments an inspector may get.", valueName: "number"))
  var maxLoad: Int?

  @Flag(help: "Only inspectors of the office of the establishment's region.")
  var matchOffice = false

  /// The options of a draw.
  ///
  /// - Throws: `badDraw`, `badFlag`, and a usage error without a seed.
  func options(hasAllocation: Bool) throws -> DrawOptions {
    guard let seed, !seed.isEmpty else {
      throw ValidationError("A draw needs a seed, best a number nobody knew before: --seed 20241231-0425.")
    }
    var options = DrawOptions(seed: seed)
    if hasAllocation {
      let given = [("--by", by == nil), ("--ratio", ratios.isEmpty), ("--count", counts.isEmpty)]
      if let other = given.first(where: { !$0.1 }) {
        throw SpotCheckError(.flagsConflict("--allocation", other.0))
      }
    }
    options.strata = hasAllocation ? [.region, .category] : try attributes()
    options.demands =
      try ratios.map { text throws(SpotCheckError) in
        try demand(text, "--ratio") { DecimalFraction($0).map(DrawDemand.Size.ratio) }
      }
      + counts.map { text throws(SpotCheckError) in
        try demand(text, "--count") { Int($0).flatMap { $0 < 0 ? nil : .count($0) } }
      }
    options.inspectorsEach = inspectorsEach
    options.maxLoad = maxLoad
    options.matchesOffice = matchOffice
    return options
  }

  private func attributes() throws(SpotCheckError) -> [FrameEstablishment.Attribute] {
    guard let by else { return [.riskClass] }
    var attributes: [FrameEstablishment.Attribute] = []
    for name in by.split(separator: ",", omittingEmptySubsequences: false) {
      guard let attribute = FrameEstablishment.Attribute(rawValue: String(name)),
        !attributes.contains(attribute)
      else {
        let allowed = FrameEstablishment.Attribute.allCases.map(\.rawValue)
        throw SpotCheckError(.badFlag(name: "--by", allowed: allowed), text: by)
      }
      attributes.append(attribute)
    }
    return attributes
  }

  private func demand(
    _ text: String, _ flag: String, _ size: (Substring) -> DrawDemand.Size?
  ) throws(SpotCheckError) -> DrawDemand {
    let separator = text.lastIndex(of: "=")
    let value = separator.map { text[text.index(after: $0)...] } ?? text[...]
    guard let size = size(value) else { throw SpotCheckError(.badDraw(.badDemand(flag: flag)), text: text) }
    return DrawDemand(size, of: separator.map { String(text[..<$0]) })
  }
}
