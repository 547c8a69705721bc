import Foundation
import TestSupport
import Testing

@Suite("Outputs")
struct OutputFileTests {
  private let generate = ["generate", "--records", "2000", "-o"]

  @Test("a file that stood there is replaced through its link and keeps its mode")
  func links() throws {
    let scratch = try Scratch()
    let target = try scratch.write("old", to: "target.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link"), withDestinationPath: "target.csv")
    #expect(try CommandRun(generate + [scratch.path("link")]).status == 0)
    #expect(try scratch.text("target.csv").split(separator: "\n").count == 2001)
    #expect(try scratch.names() == ["link", "target.csv"])
    let attributes = try FileManager.default.attributesOfItem(atPath: target)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("link")) == "target.csv")
  }

  @Test("a device is written straight and stays a device")
  func device() throws {
    #expect(try CommandRun(generate + ["/dev/null"]).status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test("a full disk ends with 74")
  func fullDisk() throws {
    let run = try CommandRun(generate + ["/dev/full"])
    #expect(run.status == 74)
    #expect(run.errors.contains("/dev/full"))
  }

  @Test("a place that cannot be written ends with 73")
  func noPlace() throws {
    let scratch = try Scratch()
    #expect(try CommandRun(generate + [scratch.path("no/such/file.csv")]).status == 73)
    let file = try scratch.write("x", to: "file")
    #expect(try CommandRun(["generate", "--records", "5", "--split", "2", "-o", file]).status == 73)
    #expect(try scratch.text("file") == "x")
  }

  @Test("an analysis that fails leaves a good report alone")
  func keepsGoodFile() throws {
    let scratch = try Scratch()
    let report = try scratch.write("good", to: "report.json")
    let run = try CommandRun(["analyze", "SampleData/malformed/empty.csv", "--format", "json", "-o", report])
    #expect(run.status == 65)
    #expect(try scratch.text("report.json") == "good")
    #expect(try scratch.names() == ["report.json"])
  }

  @Test("a closed pipe ends with 74 and says nothing")
  func closedPipe() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.environment = ["SPOTCHECK": CommandRun.executable.path, "PATH": "/usr/bin:/bin"]
    let shell =
      #"{ "$SPOTCHECK" generate --records 200000; echo "$? $(wc -c < err)" > status; } 2> err | head -1 > head"#
    process.arguments = ["-c", shell]
    let scratch = try Scratch()
    process.currentDirectoryURL = URL(filePath: scratch.path)
    try process.run()
    process.waitUntilExit()
    #expect(try scratch.text("status").split(separator: /\s+/) == ["74", "0"])
  }

  @Test("Ctrl-C ends with 130 and leaves nothing behind", .timeLimit(.minutes(1)))
  func interrupt() throws {
    let scratch = try Scratch()
    let good = try scratch.write("good", to: "dump.csv")
    let process = Process()
    process.executableURL = CommandRun.executable
    process.arguments = ["generate", "--records", "3000000", "-o", good]
    process.standardError = FileHandle.nullDevice
    try process.run()
    while try scratch.names().count < 2 { usleep(1000) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try scratch.names() == ["dump.csv"])
    #expect(try scratch.text("dump.csv") == "good")
  }
}
