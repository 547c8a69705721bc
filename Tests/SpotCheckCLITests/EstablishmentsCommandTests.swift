import Foundation
import TestSupport
import Testing

@Suite("analyze --by establishment")
struct EstablishmentsCommandTests {
  private static let layout = """
    version: 1
    columns: { sample_id: id, category: cat, date: date, result: res, establishment: name, credit_code: code, kind: kind }
    labels: { pass: [P], fail: [F] }
    follow_up: { kind: [again] }

    """

  /// Ten establishments; the first failed twice and was put right once, another is called like a formula.
  private static func dump() -> String {
    var lines = ["id,name,code,cat,date,res,kind"]
    lines += [
      "1,甲,91350100M000100Y43,食品,2024-01-05,F,plan", "2,甲,91350100M000100Y43,食品,2024-01-20,P,again",
      "3,甲,91350100M000100Y43,食品,2024-02-01,F,plan", "3,甲,91350100M000100Y43,食品,2024-02-01,F,plan",
      "4,=乙,91350100M000100Y44,食品,2024-02-02,P,plan", "5,,,食品,2024-02-03,P,plan",
    ]
    for number in 0..<8 { lines.append("9\(number),店\(number),无,食品,2024-02-1\(number),P,plan") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(Self.dump(), to: "dump.csv")
    try scratch.write(Self.layout, to: "layout.yaml")
    return scratch
  }

  private let analyze = ["analyze", "dump.csv", "--layout", "layout.yaml", "--by", "establishment"]

  @Test("a folder of CSV has the establishments and what is open")
  func csv() throws {
    let scratch = try scratch()
    let run = try CommandRun(analyze + ["--format", "csv", "-o", "out/"], in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    let lines = try scratch.text("out/establishments.csv").split(separator: "\n").map(String.init)
    #expect(
      lines[0]
        == "\u{FEFF}id,name,region,region_name,category,risk_class,last_inspected,trials,passes,pass_rate,lower,"
        + "upper,shrunken_rate,probability_below,credit_code,code_check,months,last_failed,last_result,"
        + "open_failures,days_open")
    #expect(lines.count == 11)
    #expect(lines[2].hasPrefix(#""'=乙","'=乙",,,食品,"#))
    #expect(lines[2].contains(",91350100M000100Y44,invalid,1,,pass,0,"))
    #expect(lines[1].hasPrefix("91350100M000100Y43,甲,,,食品,D,2024-02-01,2,0,0.0,0.0,"))
    #expect(lines[1].hasSuffix(",91350100M000100Y43,valid,2,2024-02-01,fail,1,28"))
    #expect(lines[3].contains(",无,not_a_code,1,,pass,0,"))
    #expect(
      try scratch.text("out/follow-ups.csv")
        == "\u{FEFF}id,name,region,region_name,category,sample_id,failed_on,days_open,found_by,risk_class\n"
        + "91350100M000100Y43,甲,,,食品,3,2024-02-01,28,sample,D\n")
    #expect(try scratch.text("out/index.txt").contains("follow-ups.csv      failures not yet closed"))
    let later = try CommandRun(
      analyze + ["--format", "csv", "-o", "out/", "--as-of", "2024-03-31"], in: scratch.path)
    #expect(later.status == 0)
    #expect(try scratch.text("out/follow-ups.csv").contains(",2024-02-01,59,"))
  }

  @Test("the table for people, in both languages")
  func table() throws {
    let scratch = try scratch()
    let english = try CommandRun(analyze, in: scratch.path)
    #expect(
      english.output.contains(
        "10 establishments · 1 units name none · credit codes: valid 1, invalid 1, not a code 8"))
    #expect(english.output.contains("Failures without a later pass or closure: 1 — 0–30 days 1"))
    #expect(english.output.contains("Establishments most likely in the lowest class"))
    #expect(!english.output.contains("By establishment"))
    let chinese = try CommandRun(analyze + ["--lang", "zh-Hans"], in: scratch.path)
    #expect(chinese.output.contains("10 家 · 1 批次未注明单位 · 统一社会信用代码：有效 1、校验码不符 1、不是代码 8"))
    #expect(chinese.output.contains("未闭环的不合格批次 1：0～30天 1"))
  }

  @Test("the JSON has establishments where they are asked for, and only there")
  func json() throws {
    let scratch = try scratch()
    let run = try CommandRun(
      analyze + ["--format", "json", "--risk", "low=0.5,high"], in: scratch.path)
    let text = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let part = try #require(text["establishments"] as? [String: Any])
    #expect(part["risk"] as? String == "low=0.5,high" && part["unnamed_units"] as? Int == 1)
    let list = try #require(part["list"] as? [[String: Any]])
    #expect(list.map { $0["trials"] as? Int } == [2, 1] + Array(repeating: 1, count: 8))
    #expect((part["classes"] as? [[String: Any]])?.map { $0["risk_class"] as? String } == ["low", "high"])
    #expect((part["follow_ups"] as? [[String: Any]])?.first?["sample_id"] as? String == "3")
    let plain = try CommandRun(
      ["analyze", "dump.csv", "--layout", "layout.yaml", "--by", "category", "--format", "json"],
      in: scratch.path)
    #expect(plain.status == 0 && !plain.output.contains(#""establishments""#))
  }

  @Test("everything outside the files is equal bytes for any number of threads and chunk size")
  func threads() throws {
    let outputs = try [("1", "1000000"), ("2", "777"), ("4", "4096")].map { threads, chunk in
      let run = try CommandRun(
        ["analyze"] + CommandRun.sample
          + ["--by", "establishment", "--format", "json", "--threads", threads],
        environment: ["SPOTCHECK_CHUNK": chunk])
      #expect(run.status == 0, "\(run.errors)")
      return run.output
    }
    #expect(Set(outputs).count == 1)
  }

  @Test("what cannot be asked for is refused")
  func usage() throws {
    let scratch = try scratch()
    let risk = try CommandRun(
      ["analyze", "dump.csv", "--layout", "layout.yaml", "--risk", "A=0.9,B"], in: scratch.path)
    #expect(risk.status == 64 && risk.errors.contains("--by establishment"))
    #expect(try CommandRun(analyze + ["--risk", "A=0.9"], in: scratch.path).status == 64)
    let unmapped = try CommandRun(["analyze", "dump.csv", "--by", "establishment"], in: scratch.path)
    #expect(unmapped.status == 78)
  }
}
