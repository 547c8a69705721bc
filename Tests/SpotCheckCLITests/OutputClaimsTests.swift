import Foundation
import TestSupport
import Testing

@Suite("Outputs and what is read")
struct OutputClaimsTests {
  private static let dump = "region,category,date,result\nA,x,2024-01-05,pass\nA,x,2024-01-06,bad\n"

  private static let layout = "version: 1\nregions: { file: regions.csv }\n"

  @Test(
    "an output that is read, or that another output has, is refused before anything is read",
    arguments: [
      ["analyze", "in/dump.csv", "-o", "in/dump.csv"], ["analyze", "in", "-o", "link.csv"],
      ["analyze", "in/dump.csv", "-o", "hard.csv"], ["analyze", "in", "-o", "./in/../in/dump.csv"],
      ["analyze", "in", "--layout", "layout.yaml", "-o", "layout.yaml"],
      ["analyze", "in", "--plan", "plan.yaml", "--rejects", "plan.yaml"],
      ["analyze", "in", "--layout", "layout.yaml", "--rejects", "regions.csv"],
      ["analyze", "in", "-o", "new.csv", "--rejects", "./new.csv"],
      ["analyze", "in", "--format", "csv", "-o", "out/", "--rejects", "out/cells.csv"],
      ["analyze", "in", "--format", "csv", "-o", "r.raw/", "--rejects", "r.csv"],
      ["analyze", "x.raw/dump.csv", "--rejects", "x.csv"],
      ["validate", "in", "--rejects", "in/dump.csv"], ["init", "in", "--force", "-o", "in/dump.csv"],
      ["init", "in", "--force", "--plan", "link.csv"], ["init", "in", "-o", "a.yaml", "--plan", "a.yaml"],
      ["normalize", "in/dump.csv", "-o", "link.csv"],
      ["normalize", "in/dump.csv", "-o", "t.csv", "--leftovers", "t.csv"],
    ])
  func refused(arguments: [String]) throws {
    let scratch = try Scratch()
    for folder in ["in", "x.raw"] {
      try FileManager.default.createDirectory(atPath: scratch.path(folder), withIntermediateDirectories: true)
      try scratch.write(Self.dump, to: "\(folder)/dump.csv")
    }
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.csv"), withDestinationPath: "in/dump.csv")
    try FileManager.default.linkItem(atPath: scratch.path("in/dump.csv"), toPath: scratch.path("hard.csv"))
    try scratch.write(Self.layout, to: "layout.yaml")
    try scratch.write("indicators: [ { id: a } ]\n", to: "plan.yaml")
    try scratch.write("code,name,level,parent\n", to: "regions.csv")
    let before = try scratch.names()
    for language in ["en", "zh-Hans"] {
      let run = try CommandRun(arguments + ["--lang", language], in: scratch.path)
      #expect(run.status == 64, "\(run.errors)")
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("-o") || run.errors.contains("--"))
    }
    #expect(try scratch.text("in/dump.csv") == Self.dump)
    #expect(try scratch.names() == before)
  }

  @Test("what is written beside the dumps, or to a device twice, is written")
  func allowed() throws {
    let scratch = try Scratch()
    let dump = try scratch.write(Self.dump, to: "dump.csv")
    let beside = try CommandRun(
      ["analyze", dump, "--format", "csv", "-o", scratch.path("out/"), "--rejects", scratch.path("r.csv")])
    #expect(beside.status == 0)
    #expect(try scratch.names() == ["dump.csv", "out", "r.csv", "r.raw"])
    #expect(try CommandRun(["analyze", dump, "-o", "/dev/null", "--rejects", "/dev/null"]).status == 0)
  }
}
