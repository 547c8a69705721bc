import Foundation
import Synchronization

@testable import SpotCheckIngest

extension Target {
  /// What is seen of any bytes.
  static let sniffer = Target(name: "sniffer") { input in
    let file = try InputPath(input.bytes)
    let seen = try sniff(file.path)
    check(seen.records.count <= 10_000, "too many records looked at")
    _ = try readTable(path: file.path)
  }

  /// Records of a known dialect under a known header: as many as the plain scanner finds, and none lost.
  static let records = Target(name: "records") { input in
    var schema = Schema.plain
    schema.format.encoding = .utf8
    schema.format.delimiter = 0x2C
    schema.format.isPadded = false
    schema.format.quote = 0x22
    schema.format.escape = .doubled
    schema.format.endsAtCarriageReturn = false
    let text = Array("id,region,category,date,result\n".utf8) + input.bytes
    let reading = try Reading(of: InputPath(text), schema: schema, threads: 1, chunkBytes: 1 << 20)
    let records = PlainScanner(text).records().dropFirst()
    let account = reading.ingested.total
    check(account.records + account.blank == records.count, "\(account), not \(records.count) records")
    let isStray = Dictionary(uniqueKeysWithValues: records.map { ($0.start, $0.isStray) })
    for reject in reading.rejects {
      check(isStray[reject.byteOffset] == (reject.reason == .unterminatedQuote), "\(reject)")
      check(text[reject.byteOffset...].starts(with: reject.raw), "\(reject) is elsewhere")
      check(
        reject.lineNumber == 1 + text[..<reject.byteOffset].count { $0 == 0x0A }, "\(reject) is elsewhere")
    }
  }

  /// Any bytes as a dump: the same for all chunks and threads, every record accounted for, and the rejects the
  /// same when their raw bytes are read again.
  static let dump = Target(name: "dump") { input in
    var schema = Schema.plain
    schema.unit = input.pick([.record, .sample])
    schema.duplicates = input.pick([.keep, .last, .first, .worst])
    schema.format.ragged = input.pick([.reject, .pad])
    let recordLimit = input.pick([16 << 20, 1 + 8 * input.number(below: 256)])
    let path = try InputPath(input.bytes)
    func read(_ threads: Int, _ chunkBytes: Int) throws(IngestError) -> Reading {
      try Reading(
        of: path, schema: schema, threads: threads, chunkBytes: chunkBytes, recordLimit: recordLimit)
    }
    let whole = try read(1, 1 << 20)
    let account = whole.ingested.total
    check(account.records == account.accepted + account.rejected + account.ignored + account.duplicates, "")
    check(whole.rejects.count == account.rejected, "\(whole.rejects.count) rejects, not \(account.rejected)")
    for (threads, chunkBytes) in [(1, 1), (2, 7), (3, 64)] {
      let cut = try read(threads, chunkBytes)
      check(cut.ingested == whole.ingested, "\(threads) threads, chunks of \(chunkBytes) bytes")
      check(cut.rejects == whole.rejects, "\(threads) threads, chunks of \(chunkBytes) bytes: rejects")
    }
  }
}

extension Schema {
  /// The columns of the seeds.
  fileprivate static var plain: Schema {
    func field(_ name: String) -> FieldSource { FieldSource(name: name, columns: [.header(name)]) }
    var schema = Schema(
      result: ResultSource(
        fields: [field("result")],
        rule: .labels(LabelSet(pass: ["合格"], fail: ["不合格"], ignore: ["待检"]))))
    schema.dimensions = ["region", "category"].map { DimensionSource(name: $0, levels: [field($0)]) }
    schema.date = DateSource(field: field("date"), patterns: [.iso8601, .excelSerial])
    schema.sampleID = field("id")
    schema.sampleID?.isIdentifier = true
    return schema
  }
}

/// One reading of a file, and its rejects.
private struct Reading {
  let ingested: Ingested
  let rejects: [Reject]

  init(
    of file: InputPath, schema: Schema, threads: Int, chunkBytes: Int, recordLimit: Int = 16 << 20
  ) throws(IngestError) {
    let collected = Mutex<[Reject]>([])
    var options = IngestOptions()
    options.threads = threads
    options.chunkBytes = chunkBytes
    options.recordLimit = recordLimit
    options.onReject = { reject in collected.withLock { $0.append(reject) } }
    options.onRawReject = { reject in check(!reject.bytes.isEmpty, "an empty record") }
    ingested = try ingest([file.path], schema: schema, options: options)
    rejects = collected.withLock { $0 }
  }
}

/// A file that holds some bytes, for as long as it is kept.
private final class InputPath {
  let path = NSTemporaryDirectory() + "spotcheck-fuzz-\(getpid())"

  init(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  deinit {
    unlink(path)
  }
}
