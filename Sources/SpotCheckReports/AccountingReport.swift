public import SpotCheck

/// What `validate` shows: where the records of each file went, and what a plan would make of them.
public struct AccountingReport: Sendable {
  /// The report whose figures are left aside.
  public var report: Report
  /// The plan tried on the data.
  public var plan: Plan?

  /// Creates a report of the accounting.
  public init(_ report: Report, plan: Plan? = nil) {
    self.report = report
    self.plan = plan
  }

  /// The text for people, each line ended by a line feed.
  public func text(
    language: Language, width: Int?, rowLimit: Int? = 40, style: Style = Style(isColored: false)
  ) -> String {
    var page = Page(words: Words(language: language), width: width, rowLimit: rowLimit, style: style)
    page.accounting(of: report.input, asOf: report.provenance.asOf)
    page.files(report.input.files)
    if let plan { page.dryRun(of: plan, findings: report.findings) }
    page.troubles(of: report.input)
    page.warnings(report.warnings)
    return page.text
  }

  /// The JSON in UTF-8, `spotcheck.validation/1`, ended by a line feed.
  public func json(fileHashes: [String: String] = [:]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "spotcheck.validation/1")
      writer.breakLine()
      writer.key("input")
      writer.input(report.input, fileHashes: fileHashes)
      writer.lines("indicators", plan.map { PlanTrial.trials(of: $0, findings: report.findings) } ?? []) {
        $0.trial($1)
      }
      writer.lines("warnings", report.warnings) { $0.warning($1) }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}

/// What an indicator of a plan finds in a dump.
struct PlanTrial {
  /// The indicator.
  var indicator: Indicator
  /// The period.
  var period: String
  /// Units that the whole region has.
  var trials: Int
  /// Whether the plan has a target for the period.
  var hasTarget: Bool

  /// One trial per indicator and period of its findings for the whole; an indicator without findings has
  /// one without trials.
  static func trials(of plan: Plan, findings: [Finding]) -> [PlanTrial] {
    plan.indicators.flatMap { indicator in
      let groups = FindingGroup.groups(of: findings.filter { $0.indicator == indicator.id })
      let trials = groups.map { group in
        let whole = group.own.filter { $0.region == "*" }
        return PlanTrial(
          indicator: indicator, period: group.period, trials: whole.reduce(0) { $0 + $1.trials },
          hasTarget: whole.contains { $0.target != nil })
      }
      return trials.isEmpty
        ? [PlanTrial(indicator: indicator, period: "*", trials: 0, hasTarget: false)] : trials
    }
  }
}

extension JSONWriter {
  fileprivate mutating func trial(_ trial: PlanTrial) {
    object { writer in
      writer.member("indicator", trial.indicator.id)
      writer.member("period", trial.period)
      writer.member("trials", trial.trials)
      writer.member("has_target", trial.hasTarget)
    }
  }
}

extension Page {
  /// Writes the account of each file.
  fileprivate mutating func files(_ files: [FileAccount]) {
    guard !files.isEmpty else { return }
    heading(words.say("Files", "文件"))
    let shown = files.prefix(rowLimit ?? files.count)
    var table = TextTable(columns: [
      TextTable.Column(head: [words.say("File", "文件")], minimum: 16, kept: .end),
      TextTable.Column(head: [words.say("Encoding", "编码")], dropRank: 0),
      TextTable.Column(head: [words.say("Records", "记录")], isNumber: true),
      TextTable.Column(head: [words.say("Accepted", "采纳")], isNumber: true),
      TextTable.Column(head: [words.say("Rejected", "拒收")], isNumber: true),
      TextTable.Column(head: [words.say("Ignored", "忽略")], isNumber: true),
      TextTable.Column(head: [words.say("Duplicates", "重复")], isNumber: true),
    ])
    let common = Self.commonFolder(of: files.map(\.path))
    table.rows = shown.map { file in
      let account = file.accounting
      let counts = [
        account.records, account.accepted, account.rejected, account.ignored, account.duplicates,
      ]
      return [TextTable.Cell(String(file.path.dropFirst(common))), TextTable.Cell(file.encoding.rawValue)]
        + counts.map { TextTable.Cell(words.count($0)) }
    }
    self.table(table)
    if shown.count < files.count { line(words.more(files.count - shown.count), .faint) }
  }

  /// The characters of the folder that all paths begin with.
  private static func commonFolder(of paths: [String]) -> Int {
    guard paths.count > 1, var common = paths.first.map(Array.init) else { return 0 }
    for path in paths { common = Array(zip(common, path).prefix { $0 == $1 }.map(\.0)) }
    return common.lastIndex(of: "/").map { $0 + 1 } ?? 0
  }

  /// Writes how many units each indicator of a plan finds.
  fileprivate mutating func dryRun(of plan: Plan, findings: [Finding]) {
    heading(words.say("The plan on this data", "计划试算"))
    var table = TextTable(columns: [
      TextTable.Column(head: [words.say("Indicator", "指标")], minimum: 16),
      TextTable.Column(head: [words.say("Period", "时段")]),
      TextTable.Column(head: words.trials, isNumber: true),
      TextTable.Column(head: [words.say("Target", "目标")]),
    ])
    table.rows = PlanTrial.trials(of: plan, findings: findings).map { trial in
      [
        TextTable.Cell(trial.indicator.title(in: words.language) ?? trial.indicator.id),
        TextTable.Cell(words.period(trial.period)),
        TextTable.Cell(words.count(trial.trials), trial.trials == 0 ? .doubtful : .plain),
        TextTable.Cell(trial.hasTarget ? words.say("yes", "有") : words.say("none", "无")),
      ]
    }
    self.table(table)
  }
}
