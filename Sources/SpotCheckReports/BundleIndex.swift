public import SpotCheck

/// What a folder of reports has in it, with the digest of each file.
///
/// The lines of digests are those that `sha256sum -c` reads.
public struct BundleIndex: Sendable {
  /// The files, in the order they are listed.
  public var files: [File]
  /// The day the reports speak from.
  public var asOf: CalendarDate?
  /// The plan's title.
  public var title: String?
  /// The language spoken.
  public var language: Language

  /// A file of the folder.
  public struct File: Sendable {
    /// Its name.
    public var name: String
    /// SHA-256 of its bytes, in hexadecimal.
    public var sha256: String

    /// Creates a file.
    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  /// Creates an index of files.
  public init(_ files: [File], of report: Report, plan: Plan?, language: Language) {
    self.files = files
    self.asOf = report.provenance.asOf
    self.title = plan?.title(in: language)
    self.language = language
  }

  /// The text, each line ended by a line feed.
  public var text: String {
    let words = Words(language: language)
    let width = files.map { DisplayWidth.of($0.name) }.max() ?? 0
    let head = words.parts(
      [title ?? "", "SpotCheck \(SpotCheckVersion.current)", asOf.map { words.asOf($0) } ?? ""])
    let list = files.map { file in
      file.name + String(repeating: " ", count: width - DisplayWidth.of(file.name) + 2)
        + words.purpose(of: file.name)
    }
    let digests = files.map { "\($0.sha256)  \($0.name)" }
    return ([head, ""] + list + ["", words.digests] + digests).map { $0 + "\n" }.joined()
  }
}

extension Words {
  /// What a file of a bundle is for.
  fileprivate func purpose(of name: String) -> String {
    switch name {
    case "report.txt": say("the report as plain text", "文字报告")
    case "report.html": say("the report to read, print and send", "可阅读、打印、转发的报告")
    case "report.xlsx": say("the report as a workbook", "工作簿")
    case "report.json": say("the report for programs, and for --since next time", "供程序读取，下次可用于 --since")
    case "cells.csv": say("pass rates by cell", "各单元合格率")
    case "findings.csv": say("the findings with all figures", "判定结果及全部数值")
    case "establishments.csv": say("establishments: history, rate and risk class", "各单位的抽检历史、合格率与风险等级")
    case "follow-ups.csv": say("failures not yet closed", "尚未闭环的不合格批次（核查处置）")
    case "conflicts.csv": say("units whose records disagree", "结论不一致的批次")
    default: ""
    }
  }

  /// What stands above the digests.
  fileprivate var digests: String { "SHA-256 (sha256sum -c index.txt)" + say(":", "：") }
}
