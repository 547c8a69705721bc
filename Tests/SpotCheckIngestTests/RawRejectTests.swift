import Synchronization
import Testing
import TestSupport

@testable import SpotCheckIngest

@Suite("Rejects in their own bytes")
struct RawRejectTests {
  /// The raw rejects of a dump, and its account.
  private func rejects(
    of bytes: [UInt8], threads: Int = 1, chunkBytes: Int = 1 << 20, recordLimit: Int = 16 << 20
  ) throws -> (account: Accounting, raw: [RawReject]) {
    let scratch = try Scratch()
    let collected = Mutex<[RawReject]>([])
    var options = IngestOptions()
    options.threads = threads
    options.chunkBytes = chunkBytes
    options.recordLimit = recordLimit
    options.onRawReject = { reject in collected.withLock { $0.append(reject) } }
    let read = try ingest([scratch.write(bytes, to: "dump.csv")], schema: plainSchema(), options: options)
    return (read.total, collected.withLock { $0 })
  }

  /// A file made of raw rejects.
  private func file(of raw: [RawReject]) -> [UInt8] { (raw.first?.head ?? []) + raw.flatMap(\.bytes) }

  private func encoded(_ text: [UInt8], as form: String) throws -> [UInt8] {
    let string = String(decoding: text, as: UTF8.self)
    return switch form {
    case "utf-16le": [0xFF, 0xFE] + string.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "utf-16be": [0xFE, 0xFF] + string.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case "gb18030": try gb18030(string)
    case "bom": [0xEF, 0xBB, 0xBF] + text
    default: text
    }
  }

  @Test(
    "Read again they are the same rejects", arguments: ["plain", "bom", "gb18030", "utf-16le", "utf-16be"])
  func again(form: String) throws {
    for seed in 0..<UInt64(4) {
      var generator = SeededGenerator(seed: seed)
      let text = Array("通报\n\n".utf8) + messyDump(records: 500, using: &generator)
      let dump = try encoded(text, as: form)
      let first = try rejects(of: dump, threads: 3, chunkBytes: 300)
      #expect(first.account.rejectedBy.count >= 4)
      let again = try rejects(of: file(of: first.raw))
      #expect(again.account.rejectedBy == first.account.rejectedBy)
      #expect(again.account.records == first.account.rejected)
      #expect(again.raw.map(\.bytes) == first.raw.map(\.bytes))
      #expect(dump.starts(with: first.raw[0].head))
    }
  }

  @Test("A quote left open cannot close in the record behind it")
  func strays() throws {
    let header = PlainCount.header + "\n"
    let open = "S1,\"a,b,2024-01-01,合格\n"
    let between = "S2,x,y\"z,2024-01-01,合格\n"
    let last = "S3,c\",d,bad,合格"
    let (account, raw) = try rejects(of: Array((header + open + "S0,\"a,b\"c\n" + between + last).utf8))
    #expect(account.rejectedBy == [.unterminatedQuote: 2, .badDate: 1])
    #expect(account.accepted == 1)
    let again = try rejects(of: file(of: raw))
    #expect(again.account.rejectedBy == account.rejectedBy)
    #expect(again.account.records == 3)
    #expect(String(decoding: raw.flatMap(\.bytes), as: UTF8.self).hasPrefix(open + "\" \"\n"))
  }

  @Test("A record longer than may be held is left out")
  func overlong() throws {
    let long = "S1,a,b,2024-01-01," + String(repeating: "x", count: 5000) + "\n"
    let text = Array((PlainCount.header + "\n" + long + "S2,a,b,bad,合格\r\n").utf8)
    for chunkBytes in [64, 1 << 20] {
      let (account, raw) = try rejects(of: text, chunkBytes: chunkBytes, recordLimit: 1000)
      #expect(account.rejectedBy == [.recordTooLong: 1, .badDate: 1])
      #expect(raw.map { String(decoding: $0.bytes, as: UTF8.self) } == ["S2,a,b,bad,合格\r\n"])
    }
  }

  @Test("UTF-16 comes back as it was, lone surrogates too", arguments: [false, true])
  func utf16(isBigEndian: Bool) {
    let units: [UInt16] = [0xFEFF, 0x61, 0xD83D, 0xDE00, 0xD800, 0x4E2D, 0xDC01, 0x7FF, 0x0A]
    let bytes = units.flatMap { unit in
      isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    var transcoder = UTF16Transcoder(isBigEndian: isBigEndian)
    var text: [UInt8] = []
    transcoder.transcode(bytes, into: &text)
    transcoder.finish(into: &text)
    #expect(UTF16Transcoder.source(of: text, isBigEndian: isBigEndian) == bytes)
  }

  @Test("Half a unit at the end of UTF-16 is a reject that says something")
  func halfUnit() throws {
    let bytes = Array("\u{FEFF}\(PlainCount.header)\nS1,a,b,2024-01-01,合格\n".utf16).flatMap { unit in
      [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let (account, raw) = try rejects(of: bytes + [0x53])
    #expect(account.rejectedBy == [.fieldCount: 1])
    #expect(raw.map(\.bytes) == [[0xFD, 0xFF, 0x0A, 0x00]])
  }
}
