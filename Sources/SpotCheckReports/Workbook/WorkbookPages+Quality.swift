import SpotCheck

extension WorkbookPages {
  /// Where the records went, what was wrong with them, and what the report was made of.
  func quality() throws(SpotCheckError) {
    let table = try sheet(words.qualitySheet)
    let input = report.input
    try files(of: input, in: table)
    table.skip()
    try table.line(words.rejects, .title)
    try pairs(
      [words.reasonHead, words.numberHead],
      input.total.rejectedBy.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map {
        (.text("\($0.key.rawValue): \($0.key.message(in: words.language))"), .count($0.value))
      }, in: table)
    try table.line(words.unknownLabels, .title)
    try pairs(
      [words.labelHead, words.numberHead], input.unknownLabels.map { (.text($0.label), .count($0.count)) },
      in: table)
    try table.line(words.duplicatesHead, .title)
    try pairs(
      [words.duplicatesHead, words.numberHead],
      [
        (.text(words.field("duplicates")), .count(input.duplicatesChecked ? input.total.duplicates : nil)),
        (.text(words.field("conflicts")), .count(input.conflicts)),
        (.text(words.field("samples")), .count(input.samples)),
        (.text(words.field("pending_samples")), .count(input.pendingSamples)),
      ], in: table)
    try table.line(words.warnings, .title)
    for warning in report.warnings { try table.line(warning.message(in: words.language)) }
    table.skip()
    try table.line(words.originHead, .title)
    let origin = report.provenance
    try pairs(
      [words.optionHead, words.valueHead],
      [
        (.text("version"), .text(origin.version)), (.text("as_of"), .text(origin.asOf?.iso8601)),
        (.text("layout_sha256"), .text(origin.layoutSHA256)),
        (.text("plan_sha256"), .text(origin.planSHA256)),
        (.text("likely_by_chance"), .number(source.likelyByChance)),
      ] + origin.options.map { (.text($0.name), .text($0.value)) }, in: table)
  }

  /// The account of every file, and their sum.
  private func files(of input: Ingested, in table: WorkbookTable) throws(SpotCheckError) {
    let names = [
      "file", "bytes", "encoding", "compression", "records", "accepted", "rejected", "ignored", "duplicates",
      "blank",
    ]
    try table.begin(names.map { WorkbookColumn(words.field($0), width: $0 == "file" ? 48 : 12) })
    let files = input.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for file in files {
      try table.append(
        [
          .text(file.path), .count(file.bytes), .text(file.encoding.rawValue),
          .text(file.compression.rawValue),
        ] + counts(file.accounting))
    }
    table.end()
    let none = WorkbookCell.text(nil)
    try table.append([.text(words.whole), none, none, none] + counts(input.total))
  }

  private func counts(_ accounting: Accounting) -> [WorkbookCell] {
    [
      .count(accounting.records), .count(accounting.accepted), .count(accounting.rejected),
      .count(accounting.ignored), .count(accounting.duplicates), .count(accounting.blank),
    ]
  }

  /// A table of two columns, and a blank row behind it.
  private func pairs(
    _ heads: [String], _ rows: [(WorkbookCell, WorkbookCell)], in table: WorkbookTable
  ) throws(SpotCheckError) {
    if !rows.isEmpty {
      try table.begin(heads.map { WorkbookColumn($0) }, isMain: false)
      for row in rows { try table.append([row.0, row.1]) }
      table.end()
    }
    table.skip()
  }
}
