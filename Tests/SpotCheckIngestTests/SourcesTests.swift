import CSpotCheckZstd
import Foundation
import Glibc
import Testing
import TestSupport

@testable import SpotCheckIngest

@Suite("Inputs: files, folders, pipes, compression")
struct SourcesTests {
  private let dump =
    PlainCount.header + "\n" + (0..<2000).map { "S\($0),a,b,2024-01-0\(1 + $0 % 9),合格\n" }.joined()

  private func accepted(_ inputs: [String], _ change: (inout IngestOptions) -> Void = { _ in }) throws
    -> Ingested
  {
    var options = IngestOptions()
    options.threads = 3
    options.chunkBytes = 1000
    change(&options)
    return try ingest(inputs, schema: plainSchema(), options: options)
  }

  @Test("gzip of several members and zstd, found by content", arguments: ["gzip", "zstd"])
  func compressed(tool: String) throws {
    let scratch = try Scratch()
    let plain = try scratch.write(dump, to: "dump.csv")
    let halves = [dump.prefix(20_000), dump.dropFirst(20_000)].map { Array($0.utf8) }
    let bytes = try halves.flatMap { try tool == "gzip" ? gzip($0, in: scratch) : zstd($0) }
    let packed = try scratch.write(bytes, to: "packed.csv")
    let read = try accepted([packed])
    #expect(read.files.map(\.compression.rawValue) == [tool])
    #expect(read.cube == (try accepted([plain])).cube)
    // A file cut short is damaged, not shorter.
    let cut = try scratch.write(Array(bytes.dropLast(30)), to: "cut.csv")
    #expect(throws: IngestError(.damagedCompression(format: tool), file: cut)) { try accepted([cut]) }
  }

  /// One gzip member, made by the command every system has.
  private func gzip(_ bytes: [UInt8], in scratch: Scratch) throws -> [UInt8] {
    let command = Process()
    command.executableURL = URL(fileURLWithPath: "/bin/gzip")
    command.arguments = ["-f", try scratch.write(bytes, to: "half")]
    try command.run()
    command.waitUntilExit()
    return try Array(Data(contentsOf: URL(fileURLWithPath: scratch.path + "/half.gz")))
  }

  /// One zstd frame.
  private func zstd(_ bytes: [UInt8]) throws -> [UInt8] {
    var frame = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let count = unsafe ZSTD_compress(&frame, frame.count, bytes, bytes.count, 3)
    try #require(ZSTD_isError(count) == 0)
    return Array(frame.prefix(count))
  }

  @Test("A pipe is read as a file is")
  func pipe() throws {
    let scratch = try Scratch()
    let plain = try scratch.write(dump, to: "dump.csv")
    let fifo = scratch.path + "/fifo"
    let made = unsafe mkfifo(fifo, 0o600)
    try #require(made == 0)
    let text = dump
    Thread.detachNewThread {
      guard let file = FileHandle(forWritingAtPath: fifo) else { return }
      try? file.write(contentsOf: Data(text.utf8))
      try? file.close()
    }
    let read = try accepted([fifo])
    #expect(read.cube == (try accepted([plain])).cube)
    #expect(read.total.accepted == 2000)
  }

  @Test(
    "A record longer than may be held is one reject, and its neighbours are none", arguments: [true, false])
  func overlong(isPiped: Bool) throws {
    let scratch = try Scratch()
    let long = "S,a,b,2024-01-01,合格" + String(repeating: "x", count: 70_000) + "\n"
    let text = PlainCount.header + "\nS1,a,b,2024-01-01,合格\n" + long + "S2,a,b,2024-01-01,合格\nS3,a,c,bad,合格\n"
    let plain = try scratch.write(text, to: "dump.csv")
    for chunkBytes in [64, 5000, 1 << 20] {
      let rejects = Collected()
      let read = try accepted([isPiped ? try self.pipe(text, in: scratch) : plain]) {
        $0.recordLimit = 1000
        $0.chunkBytes = chunkBytes
        $0.onReject = { reject in rejects.add(reject) }
      }
      #expect(read.total.accepted == 2)
      #expect(read.total.rejectedBy == [.recordTooLong: 1, .badDate: 1])
      #expect(rejects.all.map(\.lineNumber) == [3, 5])
      #expect(rejects.all.map(\.recordNumber) == [2, 4])
      let offsets = places(of: 0x0A, in: Array(text.utf8))
      #expect(rejects.all.map(\.byteOffset) == [offsets[1] + 1, offsets[3] + 1])
    }
  }

  private func places(of byte: UInt8, in bytes: [UInt8]) -> [Int] {
    bytes.enumerated().filter { $0.element == byte }.map(\.offset)
  }

  private func pipe(_ text: String, in scratch: Scratch) throws -> String {
    let fifo = scratch.path + "/fifo-\(UUID().uuidString)"
    let made = unsafe mkfifo(fifo, 0o600)
    try #require(made == 0)
    Thread.detachNewThread {
      guard let file = FileHandle(forWritingAtPath: fifo) else { return }
      try? file.write(contentsOf: Data(text.utf8))
      try? file.close()
    }
    return fifo
  }

  @Test("Folders: dumps below them, loops and twins once, in byte order")
  func folders() throws {
    let scratch = try Scratch()
    for name in ["b/2.csv", "b/x.TXT", "a.csv", "b/notes.md", "c/deep/z.tsv", "b/.hidden.csv"] {
      try scratch.write(dump, to: name)
    }
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/c/loop", withDestinationPath: scratch.path)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/twin.csv", withDestinationPath: scratch.path + "/a.csv")
    let found = try InputList.resolve([scratch.path + "/", scratch.path + "/a.csv"]).map(\.path)
    #expect(found == ["a.csv", "b/2.csv", "b/x.TXT", "c/deep/z.tsv"].map { scratch.path + "/" + $0 })
  }

  @Test("What is not there, not readable, or holds no dump")
  func faults() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/empty", withIntermediateDirectories: true)
    let cases: [(String, IngestError.Kind)] = [("none.csv", .noSuchInput), ("empty", .folderWithoutDumps)]
    for (name, kind) in cases {
      let path = scratch.path + "/" + name
      #expect(throws: IngestError(kind, file: path)) { try accepted([path]) }
    }
  }

  @Test("Empty files and bare headers are read, with nothing in them")
  func empty() throws {
    let scratch = try Scratch()
    let inputs = try [("e.csv", ""), ("h.csv", PlainCount.header), ("n.csv", PlainCount.header + "\n\n\n")]
      .map {
        try scratch.write($0.1, to: $0.0)
      }
    let read = try accepted(inputs)
    #expect(read.total.records == 0)
    #expect(read.total.blank == 2)
    #expect(read.files.count == 3)
  }

  @Test("A cancelled run, and rejects that cannot be written, end it")
  func ended() throws {
    let scratch = try Scratch()
    let path = try scratch.write(dump + "x\n", to: "dump.csv")
    #expect(throws: IngestError(.cancelled)) { try accepted([path]) { $0.isCancelled = { true } } }
    #expect(throws: IngestError(.cannotWriteRejects(errno: ENOSPC))) {
      try accepted([path]) {
        $0.onReject = { _ throws(RejectSinkError) in throw RejectSinkError(errno: ENOSPC) }
      }
    }
  }
}
