public import SpotCheck

/// What a command says beside its report: why it fails, and what a report for machines does not tell people.
public struct RunNotes: Sendable {
  private let words: Words

  /// Creates notes in a language.
  public init(language: Language) {
    words = Words(language: language)
  }

  /// The account of all records and the warnings, a line each.
  public func digest(of report: Report) -> [String] {
    [words.equation(report.input.total)] + report.warnings.map { $0.message(in: words.language) }
  }

  /// More records are rejected than the gate lets pass.
  ///
  /// - Parameters:
  ///   - total: The account of all records.
  ///   - gate: The gate as it was given, such as `1%`.
  ///   - limit: How many records that is.
  /// - Returns: One line.
  public func tooManyRejects(_ total: Accounting, gate: String, limit: Int) -> String {
    let counts = [total.rejected, limit, total.records].map(words.count)
    return words.say(
      "\(counts[0]) rejected exceed --max-rejects \(gate) (\(counts[1]) of \(counts[2]))",
      "拒收 \(counts[0]) 条，超过 --max-rejects \(gate)（\(counts[2]) 条中至多 \(counts[1]) 条）")
  }

  /// There are duplicates where none may be.
  public func forbiddenDuplicates(_ count: Int) -> String {
    words.say(
      "\(words.count(count)) duplicates, which duplicates: error forbids",
      "有重复记录 \(count) 条，而 duplicates: error 不允许重复")
  }

  /// Findings are as grave as `--fail-on` says, or graver; the first of them by name.
  public func shortfalls(_ findings: [Finding], level: String) -> String {
    let tally = words.tally(FindingGroup.evidenceCounts(of: findings, except: []))
    let first = findings.first.map { finding in
      words.parts([
        finding.indicator, finding.period, words.region(finding.region, name: finding.regionName),
        finding.category == "*" ? "" : finding.category, finding.programme ?? "",
      ])
    }
    return words.say(
      "\(words.count(findings.count)) findings at or above --fail-on \(level): \(tally); the first: \(first ?? "")",
      "达到 --fail-on \(level) 的判定 \(findings.count) 项：\(tally)；第一项：\(first ?? "")")
  }
}
