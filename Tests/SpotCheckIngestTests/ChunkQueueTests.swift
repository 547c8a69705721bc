import Foundation
import Synchronization
import TestSupport
import Testing

@testable import SpotCheckIngest

@Suite("Several files at once")
struct ChunkQueueTests {
  /// Forty dumps of a few chunks each; every tenth record has no such day.
  private func dumps(in scratch: Scratch) throws {
    for file in 0..<40 {
      let records = (0..<60).map { "S\(file)-\($0),a,b,2024-01-\($0 % 10 == 0 ? "99" : "05"),合格\n" }
      let name = String(format: "dump-%02d.csv", file)
      try scratch.write(PlainCount.header + "\n" + records.joined(), to: name)
    }
  }

  private func options() -> IngestOptions {
    var options = IngestOptions()
    options.threads = 4
    options.chunkBytes = 300
    return options
  }

  @Test("A file is closed once it is read")
  func closing() throws {
    let scratch = try Scratch()
    try dumps(in: scratch)
    let most = Atomic<Int>(0)
    var options = options()
    options.isCancelled = {
      let folder = "/proc/self/fd"
      let open = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      let ours = open.count { descriptor in
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + descriptor)
        return target?.hasPrefix(scratch.path) ?? false
      }
      most.max(ours, ordering: .relaxed)
      return false
    }
    let read = try ingest([scratch.path], schema: plainSchema(), options: options)
    #expect(read.total.accepted == 40 * 54)
    #expect((1...8).contains(most.load(ordering: .relaxed)))
  }

  @Test("Rejects come in the order of the inputs")
  func rejects() throws {
    let scratch = try Scratch()
    try dumps(in: scratch)
    for _ in 0..<5 {
      let collected = Collected()
      var options = options()
      options.onReject = { collected.add($0) }
      _ = try ingest([scratch.path], schema: plainSchema(), options: options)
      let places = collected.all.map { ($0.file, $0.byteOffset) }
      #expect(places.count == 40 * 6)
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test("The first file that cannot be read is the one named")
  func failure() throws {
    let scratch = try Scratch()
    try dumps(in: scratch)
    let first = try scratch.write("x,y\n1,2\n", to: "dump-03.csv")
    for file in 4..<40 { try scratch.write("x,y\n1,2\n", to: String(format: "dump-%02d.csv", file)) }
    for _ in 0..<20 {
      let error = #expect(throws: IngestError.self) {
        try ingest([scratch.path], schema: plainSchema(), options: options())
      }
      #expect(error?.file == first)
    }
  }
}
