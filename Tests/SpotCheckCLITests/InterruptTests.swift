import Foundation
import TestSupport
import Testing

@Suite("Interrupt")
struct InterruptTests {
  @Test(
    "Ctrl-C ends with 130 while an open pipe brings nothing",
    .timeLimit(.minutes(1)),
    arguments: [
      ["analyze"], ["analyze", "--threads", "3"], ["validate"], ["sniff"], ["init"], ["normalize"],
    ],
    ["", "region,category,date,result\nA,x,2024-01-05,pass\n"])
  func idlePipe(command: [String], sent: String) throws {
    let process = Process()
    process.executableURL = CommandRun.executable
    process.arguments = command + ["-"]
    let pipe = Pipe()
    process.standardInput = pipe
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try pipe.fileHandleForWriting.write(contentsOf: Data(sent.utf8))
    usleep(300_000)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    try pipe.fileHandleForWriting.close()
  }
}
