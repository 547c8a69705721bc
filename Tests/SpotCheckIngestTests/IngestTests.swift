import SpotCheckIngest
import Testing
import TestSupport

/// A dump as a naive reader counts it: strings, dictionaries, and the contract's order of judgement.
struct PlainCount: Equatable {
  var accounting = Accounting()
  /// Trials and passes by region, category and month.
  var cells: [[String]: [Int]] = [:]
  /// Line and offset of each reject, by reason.
  var rejects: [[Int]] = []

  static let header = "id,region,category,date,result"

  /// Counts a text in UTF-8 whose columns are ``header``.
  init(_ text: [UInt8]) {
    for record in PlainScanner(text).records().dropFirst() {
      let values = zip([record.start - 1] + record.fieldEnds, record.fieldEnds).map { before, end in
        Self.value(text[(before + 1)..<end])
      }
      if values.allSatisfy(\.isEmpty) {
        accounting.blank += 1
        continue
      }
      let line = 1 + text[..<record.start].count { $0 == 0x0A }
      if let reason = Self.fault(record, values) {
        accounting.rejectedBy[reason, default: 0] += 1
        rejects.append([line, record.start])
      } else if values[4] == "待检" {
        accounting.ignored += 1
      } else if let reason = Self.valueFault(values) {
        accounting.rejectedBy[reason, default: 0] += 1
        rejects.append([line, record.start])
      } else {
        accounting.accepted += 1
        let key = [values[1], values[2], String(values[3].prefix(7))]
        cells[key, default: [0, 0]][0] += 1
        cells[key, default: [0, 0]][1] += values[4] == "合格" ? 1 : 0
      }
    }
  }

  private static func value(_ raw: ArraySlice<UInt8>) -> String {
    var text = String(decoding: raw, as: UTF8.self)
    while text.utf8.last == 0x0D { text.unicodeScalars.removeLast() }
    if text.hasPrefix("\""), text.count > 1, text.hasSuffix("\"") {
      text = text.dropFirst().dropLast().split(separator: "\"\"", omittingEmptySubsequences: false)
        .joined(separator: "\"")
    }
    let spaces: Set<Character> = [" ", "\t", "\n", "\r", "\r\n", "\u{3000}"]
    while let first = text.first, spaces.contains(first) { text.removeFirst() }
    while let last = text.last, spaces.contains(last) { text.removeLast() }
    return text
  }

  private static func fault(_ record: PlainScanner.Record, _ values: [String]) -> RejectReason? {
    if record.isStray { return .unterminatedQuote }
    return values.count == 5 ? nil : .fieldCount
  }

  private static func valueFault(_ values: [String]) -> RejectReason? {
    if values[1].isEmpty || values[2].isEmpty || values[3].isEmpty { return .missingValue }
    if values[3].split(separator: "-").count != 3 { return .badDate }
    if values[4].isEmpty { return .missingValue }
    return ["合格", "不合格"].contains(values[4]) ? nil : .unknownLabel
  }
}

/// A schema of the columns of ``PlainCount/header``.
func plainSchema() -> Schema {
  func field(_ name: String) -> FieldSource { FieldSource(name: name, columns: [.header(name)]) }
  var schema = Schema(
    result: ResultSource(
      fields: [field("result")], rule: .labels(LabelSet(pass: ["合格"], fail: ["不合格"], ignore: ["待检"]))))
  schema.dimensions = ["region", "category"].map { DimensionSource(name: $0, levels: [field($0)]) }
  schema.date = DatePattern("yyyy-MM-dd").map { DateSource(field: field("date"), patterns: [$0]) }
  return schema
}

/// A random dump with about `records` records and every kind of damage.
func messyDump(records: Int, using generator: inout SeededGenerator) -> [UInt8] {
  var text = PlainCount.header + "\n"
  func pick(_ texts: [String]) -> String { texts[Int.random(in: texts.indices, using: &generator)] }
  for number in 0..<records {
    var fields = [
      "S\(number)", pick(["530100", "昆明市", "\"曲靖\n市\"", " 玉溪市 ", "\"大理 \"\"州\"\"\""]),
      pick(["食品", "制造业", "\"a,b\"", "农产品　"]),
      "202\(Int.random(in: 3...4, using: &generator))-0\(Int.random(in: 1...9, using: &generator))-1\(number % 10)",
      pick(["合格", "合格", "合格 ", "不合格"]),
    ]
    switch Int.random(in: 0..<30, using: &generator) {
    case 0: fields[1] = ""
    case 1: fields[3] = "2024/13/77"
    case 2: fields[4] = "待检"
    case 3: fields[4] = "合格吗"
    case 4: fields.append("extra")
    case 5: fields.removeLast()
    case 6: fields[2] = "\"open"
    case 7: fields[0] = "\"x\"y"
    case 8: fields = [" ", "", "\"\""]
    case 9: fields = [""]
    default: break
    }
    text += fields.joined(separator: ",") + pick(["\n", "\n", "\r\n"])
  }
  return Array(text.utf8)
}

@Suite("Ingest against a naive count")
struct IngestTests {
  @Test("Any threads, any chunks, the same and right", arguments: 0..<6)
  func messy(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = messyDump(records: 600, using: &generator)
    let expected = PlainCount(text)
    #expect(expected.accounting.accepted > 100)
    #expect(expected.accounting.rejectedBy.count >= 4)
    let scratch = try Scratch()
    let path = try scratch.write(text, to: "dump.csv")
    for threads in [1, 2, 3, 7] {
      for chunkBytes in [1, 64, 777, 16 << 20] {
        var options = IngestOptions()
        options.threads = threads
        options.chunkBytes = chunkBytes
        let rejects = Collected()
        options.onReject = { reject in rejects.add(reject) }
        let read = try ingest([path], schema: plainSchema(), options: options)
        #expect(read.total == expected.accounting, "\(threads) threads, \(chunkBytes) bytes")
        let isEqual = named(read.cube) == expected.cells
        #expect(isEqual)
        let places = rejects.all.map { [$0.lineNumber, $0.byteOffset] }
        #expect(places == expected.rejects)
        #expect(read.samples == expected.accounting.accepted)
      }
    }
  }

  @Test("Standard forms of one text give one cube", arguments: ["utf-16le", "utf-16be", "gb18030", "bom"])
  func encodings(form: String) throws {
    var generator = SeededGenerator(seed: 11)
    let text = messyDump(records: 300, using: &generator)
    let scratch = try Scratch()
    let plain = try ingest([scratch.write(text, to: "plain.csv")], schema: plainSchema())
    let string = String(decoding: text, as: UTF8.self)
    let bytes: [UInt8] =
      switch form {
      case "utf-16le": [0xFF, 0xFE] + string.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "utf-16be": [0xFE, 0xFF] + string.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case "gb18030": try gb18030(string)
      default: [0xEF, 0xBB, 0xBF] + text
      }
    var options = IngestOptions()
    options.chunkBytes = 100
    options.threads = 3
    let rejects = Collected()
    options.onReject = { reject in rejects.add(reject) }
    let read = try ingest([scratch.write(bytes, to: "dump.csv")], schema: plainSchema(), options: options)
    #expect(read.cube == plain.cube)
    #expect(read.total == plain.total)
    // Each reject's offset leads back to its own bytes in the file.
    for reject in rejects.all {
      let start = bytes[reject.byteOffset...].prefix(reject.raw.count * 2)
      let decoded =
        form.hasPrefix("utf-16")
        ? String(decoding: utf16(start, isBigEndian: form == "utf-16be"), as: UTF16.self).utf8.map { $0 }
        : Array(start)
      #expect(decoded.starts(with: reject.raw.prefix(decoded.count)) && !decoded.isEmpty)
    }
  }

  @Test("Files split anywhere between records, in any order of arguments")
  func splits() throws {
    var generator = SeededGenerator(seed: 5)
    let text = messyDump(records: 400, using: &generator)
    let scratch = try Scratch()
    let whole = try ingest([scratch.write(text, to: "whole.csv")], schema: plainSchema())
    let records = PlainScanner(text).records()
    var paths: [String] = []
    for part in 0..<12 {
      let bounds = (0...1).map { 1 + (records.count - 1) * (part + $0) / 12 }
      let start = records[bounds[0]].start
      let end = bounds[1] < records.count ? records[bounds[1]].start : text.count
      paths.append(
        try scratch.write(
          Array((PlainCount.header + "\r\n").utf8) + text[start..<end], to: "parts/\(part).csv"))
    }
    for order in [paths, paths.reversed(), [scratch.path + "/parts"], paths + paths] {
      let read = try ingest(order, schema: plainSchema())
      #expect(read.cube == whole.cube)
      #expect(read.total == whole.total)
      #expect(
        read.files.map(\.path) == read.files.map(\.path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      )
    }
  }

  private func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt16] {
    let all = bytes.map { UInt16($0) }
    var units: [UInt16] = []
    for index in stride(from: 0, to: all.count - 1, by: 2) {
      let (first, second) = (all[index], all[index + 1])
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    return units
  }
}

/// The cells of a cube by the texts of their keys.
func named(_ cube: DimensionCube) -> [[String]: [Int]] {
  var cells: [[String]: [Int]] = [:]
  for cell in cube.cells {
    var key = zip(cube.dimensions, cell.ids).map { $0.keys[Int($1)].text }
    if let month = cell.month { key.append("\(month.year)-\(month.month < 10 ? "0" : "")\(month.month)") }
    cells[key] = [cell.trials, cell.passes]
  }
  return cells
}
