/// Settles how fields and records are separated from a text's first bytes.
enum DialectSniffer {
  private static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
  private static let recordsLookedAt = 200

  /// The dialect; parts that `hints` give are taken from there.
  ///
  /// Records end at line feeds, or at carriage returns where there are no line feeds. The delimiter is the
  /// one by which the most records agree in having the same number of fields, at least two; of equals, the
  /// one with more fields.
  static func dialect(of text: [UInt8], isWhole: Bool, hints: FormatHints) -> Dialect {
    let quote: UInt8? = hints.quote ?? 0x22
    let endsAtCarriageReturn = hints.endsAtCarriageReturn ?? (!text.contains(0x0A) && text.contains(0x0D))
    if let delimiter = hints.delimiter {
      return Dialect(delimiter: delimiter, quote: quote, endsAtCarriageReturn: endsAtCarriageReturn)
    }
    var best = Dialect(delimiter: 0x2C, quote: quote, endsAtCarriageReturn: endsAtCarriageReturn)
    var bestScore = (agreeing: 0, fields: 1)
    for delimiter in delimiters {
      let dialect = Dialect(delimiter: delimiter, quote: quote, endsAtCarriageReturn: endsAtCarriageReturn)
      let score = agreement(of: text, isWhole: isWhole, in: dialect)
      if score.agreeing > bestScore.agreeing
        || (score.agreeing == bestScore.agreeing && score.fields > bestScore.fields)
      {
        best = dialect
        bestScore = score
      }
    }
    return best
  }

  private static func agreement(
    of text: [UInt8], isWhole: Bool, in dialect: Dialect
  ) -> (agreeing: Int, fields: Int) {
    let ranges = RecordRanges(of: text, dialect: dialect, isFinal: isWhole, limit: recordsLookedAt)
    var counts: [Int: Int] = [:]
    for record in ranges.records where record.count > 1 { counts[record.count, default: 0] += 1 }
    let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return (most?.value ?? 0, most?.key ?? 1)
  }
}
