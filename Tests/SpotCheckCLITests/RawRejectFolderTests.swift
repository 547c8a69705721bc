import Foundation
import TestSupport
import Testing

@testable import SpotCheckCLI

@Suite("Rejects to be mended")
struct RawRejectFolderTests {
  private let header = "样品编号,州市,产品类别,抽样日期,检验结论\n"

  private func account(_ arguments: [String], input: String = "", in folder: String) throws -> String {
    let run = try CommandRun(
      ["validate", "--max-rejects", "100%", "--json"] + arguments, input: input, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  @Test("mended and read again they complete the account; inputs of one name are kept apart")
  func mended() throws {
    let scratch = try Scratch()
    let rows = (0..<40).map { "S\($0),昆明市,食品,2024-01-1\($0 % 10),\($0 % 4 == 0 ? "合格吗" : "合格")\r\n" }
    for (name, part) in [("a/dump.csv", rows[..<10]), ("b/dump.csv", rows[10..<20])] {
      try scratch.write(header + part.joined(), to: name)
    }
    let inputs = ["a", "b", "-", "--rejects", "rejects.csv"]
    let first = try account(inputs, input: header + rows[20...].joined(), in: scratch.path)
    #expect(first.contains(#""accepted":30,"rejected":10,"#))
    #expect(try scratch.names() == ["a", "b", "rejects.csv", "rejects.raw"])
    let names = try scratch.names(in: "rejects.raw")
    #expect(names == ["dump-2.csv", "dump.csv", "standard-input.csv"])
    #expect(try scratch.text("rejects.raw/dump.csv") == header + rows[0] + rows[4] + rows[8])
    let same = try account(["rejects.raw"], in: scratch.path)
    #expect(same.contains(#""accepted":0,"rejected":10,"#))
    for name in names {
      let text = try scratch.text("rejects.raw/" + name).replacingOccurrences(of: "合格吗", with: "合格")
      try scratch.write(text, to: "mended/" + name)
    }
    #expect(try account(["mended"], in: scratch.path).contains(#""accepted":10,"rejected":0,"#))
  }

  @Test("the folder of an earlier run is replaced; one that is read, or holds other things, is not")
  func replaced() throws {
    let scratch = try Scratch()
    try scratch.write(header + "S1,昆明市,食品,bad,合格\n", to: "dump.csv")
    try scratch.write("stale", to: "rejects.raw/old.csv")
    _ = try account(["dump.csv", "--rejects", "rejects.csv"], in: scratch.path)
    #expect(try scratch.names(in: "rejects.raw") == ["dump.csv"])
    let reading = try CommandRun(
      ["validate", "rejects.raw", "--rejects", "rejects.csv"], in: scratch.path)
    #expect(reading.status == 64)
    try scratch.write("mine", to: "rejects.raw/folder/file")
    let foreign = try CommandRun(["validate", "dump.csv", "--rejects", "rejects.csv"], in: scratch.path)
    #expect(foreign.status == 73)
    #expect(try scratch.text("rejects.raw/folder/file") == "mine")
  }

  @Test("a full disk ends with 74, a device has no folder")
  func devices() throws {
    let scratch = try Scratch()
    try scratch.write(header + "S1,昆明市,食品,bad,合格\n", to: "dump.csv")
    #expect(
      try CommandRun(["validate", "dump.csv", "--rejects", "/dev/full"], in: scratch.path).status == 74)
    #expect(try CommandRun(["validate", "dump.csv", "--rejects", "/dev/null"], in: scratch.path).status == 2)
    #expect(try scratch.names() == ["dump.csv"])
  }

  @Test("Ctrl-C leaves the good file and folder of an earlier run", .timeLimit(.minutes(1)))
  func interrupt() throws {
    let scratch = try Scratch()
    try scratch.write("good", to: "rejects.csv")
    try scratch.write("good", to: "rejects.raw/dump.csv")
    let pipe = Pipe()
    let process = Process()
    process.executableURL = CommandRun.executable
    process.currentDirectoryURL = URL(filePath: scratch.path)
    process.arguments = ["validate", "-", "--rejects", "rejects.csv"]
    process.standardInput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    try pipe.fileHandleForWriting.write(contentsOf: Data(header.utf8))
    while try scratch.names().count < 4 { usleep(1000) }
    process.interrupt()
    signal(SIGPIPE, SIG_IGN)
    let rows = Data(String(repeating: "S1,昆明市,食品,bad,合格\n", count: 100_000).utf8)
    try? pipe.fileHandleForWriting.write(contentsOf: rows)
    try? pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try scratch.names() == ["rejects.csv", "rejects.raw"])
    #expect(try scratch.text("rejects.raw/dump.csv") == "good")
  }

  @Test("names of files are those of their inputs")
  func names() {
    #expect(
      RawRejectFolder.fileNames(of: ["a/x.csv.gz", "b/X.CSV", "x-2.csv", "-", "y.TSV.zst", "no-ending"])
        == ["x.csv", "X-2.CSV", "x-2-2.csv", "standard-input.csv", "y.TSV", "no-ending.csv"])
  }
}
