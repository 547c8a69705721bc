import TestSupport

/// Dumps as offices export them, with the clean table of each.
enum Corpus {
  /// One dump.
  struct File {
    /// What is unusual about it.
    var kind: String
    var name: String
    /// The C library's name of its encoding.
    var encoding: String
    var bytes: [UInt8]
    /// The texts of the header; `nil` where there is none.
    var header: [String]?
    var records: [[String]]
  }

  /// The files of a kind, the same at every run.
  static func files(of name: String) -> [File] {
    guard let number = kinds.firstIndex(where: { $0.name == name }) else { return [] }
    let kind = kinds[number]
    return (0..<kind.variants).map { variant in
      var generator = SeededGenerator(seed: UInt64(number * 1000 + variant))
      var draft = Draft(kind.families[variant % kind.families.count], using: &generator)
      kind.write(&draft, variant, &generator)
      return File(
        kind: kind.name, name: "\(kind.name)-\(variant)", encoding: draft.style.encoding, bytes: draft.bytes,
        header: draft.header, records: draft.table.records)
    }
  }

  /// A file being made.
  struct Draft {
    var table: CleanTable
    var style = DumpStyle()
    /// What the header is expected to be.
    var header: [String]?
    /// The rows of the header as they are written; `nil` writes the table's own.
    var headerRows: [[String]]?
    /// Lines above and below the table, and those that stand in for records by their number.
    var above: [String] = []
    var below: [String] = []
    var spoiled: [Int: String] = [:]
    /// Blank lines behind each record.
    var blankLine: String?
    var lastLineEnd: String?

    init(_ family: CleanTable.Family, using generator: inout SeededGenerator) {
      table = CleanTable(family, using: &generator)
      header = table.header
    }

    var bytes: [UInt8] {
      var lines = above + (headerRows ?? [table.header]).map(style.record)
      for (number, record) in table.records.enumerated() {
        lines.append(spoiled[number] ?? style.record(record))
        if let blankLine { lines.append(blankLine) }
      }
      lines += below
      return style.encoded(lines.joined(separator: style.lineEnd) + (lastLineEnd ?? style.lineEnd))
    }

    /// Puts `line` in place of record `number`, which is then expected to have `fields`.
    mutating func spoil(_ number: Int, _ line: String, fields: [String]) {
      spoiled[number] = line
      table.records[number] = fields
    }
  }

  /// A kind of dump: the families it makes sense for, and what is done to a plain one.
  struct Kind: Sendable {
    var name: String
    var families: [CleanTable.Family] = CleanTable.Family.allCases
    /// How many files of it there are.
    var variants = 8
    var write: @Sendable (inout Draft, _ variant: Int, inout SeededGenerator) -> Void
  }
}
