import Foundation
import SpotCheckIngest
import TestSupport
import Testing

@Suite("Corpus of dumps")
struct CorpusTests {
  /// Kinds of which less than everything is recovered, and the least share of headers, records and cells.
  static let floors: [String: (headers: Double, records: Double, cells: Double)] = [
    "numbers-as-header": (0, 0.94, 0.94), "no-header-only-names": (0, 0.96, 0.96),
    "last-record-cut-off": (1, 0.95, 0.98), "notes-like-records": (1, 0.96, 0.96),
  ]

  @Test("Headers, records and cells are recovered without hints", arguments: Corpus.kinds.map(\.name))
  func recovery(kind: String) throws {
    let scratch = try Scratch()
    var recovery = Recovery()
    for file in Corpus.files(of: kind) {
      let path = try scratch.write(file.bytes, to: "\(file.name).csv")
      let (table, summary) = try normalized(path)
      var rows = RFC4180.rows(of: table)
      let header = summary.headerRows > 0 && !rows.isEmpty ? rows.removeFirst() : nil
      recovery.add(header: header, records: rows, of: file)
    }
    let floor = Self.floors[kind] ?? (1, 1, 1)
    #expect(recovery.shares.headers >= floor.headers)
    #expect(recovery.shares.records >= floor.records)
    #expect(recovery.shares.cells >= floor.cells)
  }

  @Test("The corpus has 300 files and more")
  func size() {
    #expect(Corpus.kinds.reduce(0) { $0 + $1.variants } >= 300)
    #expect(Set(Corpus.kinds.map(\.name)).count == Corpus.kinds.count)
  }

  /// Writes the corpus where `SPOTCHECK_CORPUS` says, for `Tests/Corpus/compare.py`.
  @Test(
    "The corpus is written out",
    .enabled(
      if: ProcessInfo.processInfo.environment["SPOTCHECK_CORPUS"] != nil, "SPOTCHECK_CORPUS is not set"))
  func export() throws {
    struct Truth: Encodable {
      var kind: String
      var encoding: String
      var header: [String]?
      var records: [[String]]
    }
    let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment["SPOTCHECK_CORPUS"]))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in Corpus.kinds.flatMap({ Corpus.files(of: $0.name) }) {
      try Data(file.bytes).write(to: folder.appending(path: "\(file.name).csv"))
      let truth = Truth(
        kind: file.kind, encoding: file.encoding, header: file.header, records: file.records)
      try JSONEncoder().encode(truth).write(to: folder.appending(path: "\(file.name).json"))
    }
  }

  private func normalized(_ path: String) throws -> ([UInt8], NormalizedTable) {
    var normalizer = try Normalizer(path)
    var table: [UInt8] = []
    var leftovers: [UInt8] = []
    while try normalizer.next(table: &table, leftovers: &leftovers) {}
    return (table, normalizer.summary)
  }
}

/// A reader of what `normalize` promises to write, and of nothing else.
enum RFC4180 {
  /// The rows of a text whose records each end at a line feed.
  static func rows(of text: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var follows = false  // whether the last byte closed a quote, or opened a doubled one
    for byte in text {
      if byte == 0x22 {
        if !isQuoted, follows { field.append(0x22) }
        follows = isQuoted
        isQuoted.toggle()
        continue
      }
      follows = false
      if !isQuoted, byte == 0x2C || byte == 0x0A {
        row.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == 0x0A {
          rows.append(row)
          row = []
        }
      } else {
        field.append(byte)
      }
    }
    return rows
  }
}
