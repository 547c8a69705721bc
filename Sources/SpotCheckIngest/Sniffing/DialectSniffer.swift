import Glibc

/// Settles how fields and records are separated from a text's first bytes.
struct DialectSniffer {
  /// How fields and records are separated.
  private(set) var dialect: Dialect
  /// How most records end.
  let recordEnd: Dialect.RecordEnd
  /// Why it is so.
  private(set) var choices: [FormatChoice]

  private static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C, 0x20]
  /// Bytes looked at to choose among dialects.
  private static let sampleBytes = 64 << 10

  /// Settles the dialect of a text that begins with a row of text; parts that `hints` give are taken from there.
  ///
  /// Records end at line feeds, or at carriage returns where lone ones outnumber line feeds. Of all delimiters, quotes
  /// and escapes that occur, those are taken by which the text reads best, see ``DialectScore``; of equals
  /// the first in the order comma, semicolon, tab, bar, space; `"`, `'`, none; doubled, backslash.
  ///
  /// - Parameters:
  ///   - text: The text, from its first row with text on.
  ///   - isWhole: Whether it is all of it.
  ///   - hints: Parts that are known.
  ///   - hidesASCII: Whether bytes of ASCII may be parts of other characters, as in GB18030.
  init(of text: [UInt8], isWhole: Bool, hints: FormatHints, hidesASCII: Bool = false) {
    let ends = RecordEnds(in: text)
    recordEnd = ends.most
    let endsAtCarriageReturn = hints.endsAtCarriageReturn ?? (ends.most == .carriageReturn)
    var (sample, isCut) = Self.sample(of: text, newline: endsAtCarriageReturn ? 0x0D : 0x0A)
    if hidesASCII { sample = Self.hidingTrailBytes(sample) }

    var best = Dialect(endsAtCarriageReturn: endsAtCarriageReturn)
    var bestScore: DialectScore?
    var unclosed = 0
    for var candidate in Self.candidates(in: sample, hints: hints) {
      candidate.endsAtCarriageReturn = endsAtCarriageReturn
      let rival = candidate.quote == nil && hints.quote == nil ? bestScore : nil
      // Without quotes only where the best so far leaves many of them unclosed.
      if let rival, rival.strays <= max(2, rival.quoted) { continue }
      let score = DialectScore(of: sample, isWhole: isWhole || isCut, in: candidate)
      if candidate.delimiter == 0x20, hints.delimiter == nil, !score.isTable { continue }
      if let bestScore, score.value <= bestScore.value { continue }
      unclosed = rival?.strays ?? unclosed
      (best, bestScore) = (candidate, score)
    }
    let score = bestScore ?? DialectScore(of: sample, isWhole: true, in: best)
    let isOneColumn = hints.delimiter == nil && (score.fields < 2 || score.agreeing * 3 < score.records)
    if isOneColumn { (best.delimiter, best.isPadded) = (0x2C, false) }
    dialect = best

    let delimiter: FormatChoice.Reason =
      isOneColumn ? .oneColumn : .agreement(records: score.agreeing, of: score.records, fields: score.fields)
    let quote: FormatChoice.Reason =
      best.quote == nil ? .unclosed(unclosed) : score.quoted > 0 ? .closesFields(score.quoted) : .unseen
    let escape: FormatChoice.Reason =
      best.escape == .backslash ? .fewerStray : score.doubled > 0 ? .doubledQuotes(score.doubled) : .unseen
    choices = [
      FormatChoice(.delimiter, hints.delimiter == nil ? delimiter : .given),
      FormatChoice(.quote, hints.quote == nil ? quote : .given),
      FormatChoice(.escape, hints.escape == nil ? escape : .given),
      FormatChoice(.recordEnd, hints.endsAtCarriageReturn == nil ? ends.reason : .given),
    ]
  }

  /// The first lines of a text that are not blank; whether that is not all of it.
  private static func sample(of text: [UInt8], newline: UInt8) -> (bytes: [UInt8], isCut: Bool) {
    var sample: [UInt8] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: newline).map { $0 + 1 } ?? text.count
      let line = text[start..<min(end, start + sampleBytes)]
      if line.contains(where: { !OpenedInput.isBlank($0) }) {
        if sample.count + line.count > sampleBytes, !sample.isEmpty { return (sample, true) }
        sample += line
      }
      start = end
    }
    return (sample, false)
  }

  /// Every dialect that the bytes of `sample` and `hints` allow, the likelier first.
  private static func candidates(in sample: [UInt8], hints: FormatHints) -> [Dialect] {
    var counts = [Int](repeating: 0, count: 256)
    for byte in sample { counts[Int(byte)] += 1 }
    let delimiters = hints.delimiter.map { [$0] } ?? delimiters.filter { counts[Int($0)] > 0 }
    var quotes: [UInt8?] = [0x22]
    if counts[0x27] > 0 { quotes.append(0x27) }
    if counts[0x22] > 0 { quotes.append(nil) }
    if let quote = hints.quote { quotes = [quote] }
    let escapes: [Dialect.Escape] =
      hints.escape.map { [$0] } ?? (counts[0x5C] > 0 ? [.doubled, .backslash] : [.doubled])
    return delimiters.flatMap { delimiter in
      let isPadded = hints.isPadded ?? (delimiter != 0x20 && mostlyPadded(sample, by: delimiter))
      return quotes.flatMap { quote in
        escapes.map { Dialect(delimiter: delimiter, quote: quote, escape: $0, isPadded: isPadded) }
      }
    }
  }

  /// Whether a space follows more than half of all delimiters.
  private static func mostlyPadded(_ sample: [UInt8], by delimiter: UInt8) -> Bool {
    var padded = 0
    var all = 0
    for (byte, next) in zip(sample, sample.dropFirst()) where byte == delimiter {
      all += 1
      padded += next == 0x20 ? 1 : 0
    }
    return padded * 2 > all
  }

  /// The text with every second byte of a character of GB18030 made one that is no ASCII.
  private static func hidingTrailBytes(_ sample: [UInt8]) -> [UInt8] {
    var hidden = sample
    var index = 0
    while index + 1 < hidden.count {
      if hidden[index] > 0x80, hidden[index + 1] >= 0x40 {
        hidden[index + 1] |= 0x80
        index += 1
      }
      index += 1
    }
    return hidden
  }
}

/// How often each kind of record end occurs in a text.
struct RecordEnds {
  private let counts: [(end: Dialect.RecordEnd, count: Int)]

  init(in text: [UInt8]) {
    guard text.occurrences(of: 0x0D) > 0 else {
      counts = [(.lineFeed, text.occurrences(of: 0x0A))]
      return
    }
    var feeds = [0, 0, 0]  // by the number of carriage returns right before, two at most
    var lone = 0
    var returns = 0
    for byte in text {
      if byte == 0x0D {
        returns += 1
        continue
      }
      if byte == 0x0A { feeds[min(returns, 2)] += 1 } else { lone += returns }
      returns = 0
    }
    counts = [
      (.lineFeed, feeds[0]), (.carriageReturnLineFeed, feeds[1]), (.doubledCarriageReturn, feeds[2]),
      (.carriageReturn, lone + returns),
    ]
  }

  /// The kind that occurs most; a lone carriage return only where they outnumber all line feeds.
  var most: Dialect.RecordEnd {
    let feeds = counts.filter { $0.end != .carriageReturn }
    let lone = counts.first { $0.end == .carriageReturn }
    if let lone, lone.count > feeds.reduce(0, { $0 + $1.count }) { return lone.end }
    return feeds.reduce((.lineFeed, 0)) { $1.count > $0.1 ? ($1.end, $1.count) : $0 }.0
  }

  /// Why it is taken.
  var reason: FormatChoice.Reason {
    let total = counts.reduce(0) { $0 + $1.count }
    let taken = counts.first { $0.end == most }?.count ?? 0
    return total == 0 ? .unseen : .recordEnds(taken, of: total)
  }
}

extension [UInt8] {
  /// How often a byte occurs; meant for bytes that are far apart.
  fileprivate func occurrences(of byte: UInt8) -> Int {
    unsafe withUnsafeBytes { bytes in
      guard var rest = bytes.baseAddress else { return 0 }
      let end = unsafe rest + bytes.count
      var found = 0
      while let hit = unsafe memchr(rest, Int32(byte), end - rest) {
        found += 1
        unsafe rest = UnsafeRawPointer(hit) + 1
      }
      return found
    }
  }
}
