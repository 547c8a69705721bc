public import SpotCheck

/// A draw for people: the strata, the first of what was drawn, and how even the loads are.
public struct DrawTable: Sendable {
  /// The draw.
  public var draw: Draw
  /// The language spoken.
  public var language: Language
  /// The columns of the terminal; `nil` neither cuts texts nor leaves out columns.
  public var width: Int?
  /// Whether text is coloured.
  public var style: Style

  /// The assignments shown.
  static let shown = 20

  /// Creates the table of a draw.
  public init(
    _ draw: Draw, language: Language = .english, width: Int? = 80, style: Style = Style(isColored: false)
  ) {
    self.draw = draw
    self.language = language
    self.width = width
    self.style = style
  }

  /// The text, each line ended by a line feed.
  public var text: String {
    let words = Words(language: language)
    let rest = draw.assignments.count - Self.shown
    var lines = [words.say("seed: ", "随机种子：") + DisplayWidth.visible(draw.options.seed), ""]
    lines += strata(words).rendered(within: width, style: style).lines + [""]
    lines += assignments(words).rendered(within: width, style: style).lines
    if rest > 0 {
      lines.append(
        words.say("… and \(words.count(rest)) more: --format csv", "……另有 \(rest) 户：--format csv"))
    }
    lines += ["", loads(words)]
    return lines.joined(separator: "\n") + "\n"
  }

  private func strata(_ words: Words) -> TextTable {
    var table = TextTable(columns: [
      .init(head: [words.say("Stratum", "层")], minimum: 12),
      .init(head: [words.say("Establishments", "检查对象")], isNumber: true),
      .init(head: [words.say("Drawn", "抽取")], isNumber: true),
      .init(head: [words.say("Drawn (%)", "抽取比例(%)")], isNumber: true),
    ])
    for stratum in draw.strata {
      let share =
        stratum.establishments == 0
        ? Words.missing
        : Rounding.percentText(passes: stratum.drawn, trials: stratum.establishments, decimals: 2)
      table.rows.append([
        .init(stratum.name.isEmpty ? Words.missing : stratum.name),
        .init(words.count(stratum.establishments)),
        .init(words.count(stratum.drawn)), .init(share),
      ])
    }
    let followUps = draw.assignments.count { $0.kind == .followUp }
    if followUps > 0 {
      table.rows.append([
        .init(words.say("follow-up", "跟踪检查")), .init(words.count(followUps)), .init(words.count(followUps)),
        .init(Words.missing),
      ])
    }
    return table
  }

  private func assignments(_ words: Words) -> TextTable {
    var table = TextTable(columns: [
      .init(head: [words.say("No.", "序号")], isNumber: true),
      .init(head: [words.say("Stratum", "层")], minimum: 8, dropRank: 2),
      .init(head: [words.say("Id", "编号")]),
      .init(head: [words.say("Establishment", "检查对象")], minimum: 12, dropRank: 1),
      .init(head: [words.say("Inspectors", "检查人员")], minimum: 12),
    ])
    for (position, assignment) in draw.assignments.prefix(Self.shown).enumerated() {
      let inspectors = assignment.inspectors.map { draw.inspectors[$0] }
      table.rows.append([
        .init(String(position + 1)),
        .init(assignment.stratum.map { draw.strata[$0].name } ?? words.say("follow-up", "跟踪检查")),
        .init(assignment.establishment.id), .init(assignment.establishment.name),
        .init(words.list(inspectors.map { $0.name.isEmpty ? $0.id : $0.name })),
      ])
    }
    return table
  }

  private func loads(_ words: Words) -> String {
    let (least, greatest) = (draw.loads.min() ?? 0, draw.loads.max() ?? 0)
    let (establishments, inspectors) = (
      words.count(draw.assignments.count), words.count(draw.inspectors.count)
    )
    let each = least == greatest ? "\(least)" : words.say("\(least) to \(greatest)", "\(least)～\(greatest)")
    return words.say(
      "\(establishments) establishments, \(inspectors) inspectors with \(each) each",
      "检查对象 \(establishments) 户，检查人员 \(inspectors) 名，每人 \(each) 户")
  }
}
