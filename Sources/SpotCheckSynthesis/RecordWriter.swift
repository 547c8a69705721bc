/// Writes inspections as records, in UTF-8 or GB18030.
///
/// Every text is encoded once, in ``init(_:)``; a record is put together from these and ASCII digits, which
/// is sound because neither encoding has a state that outlasts a character.
struct RecordWriter {
  /// What has been written since the last ``clear()``.
  private(set) var bytes: [UInt8] = []

  private let contents: [Column.Content]
  private let quotesEverything: Bool
  private let endsWithCRLF: Bool
  private let words: Vocabulary

  init(_ recipe: DumpRecipe) throws(DumpRecipe.Invalid) {
    contents = recipe.shape.columns.map(\.content)
    quotesEverything = recipe.shape == .quoted
    endsWithCRLF = recipe.endsWithCRLF
    words = try Vocabulary(recipe)
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func writeHeader() {
    for (column, header) in words.headers.enumerated() {
      if column > 0 { bytes.append(.comma) }
      if quotesEverything { bytes.append(.quote) }
      write(header)
      if quotesEverything { bytes.append(.quote) }
    }
    endRecord()
  }

  mutating func write(_ inspection: Inspection, _ defect: DumpDefect?) {
    var trivia = inspection.trivia
    let fields = defect == .missingField ? contents.count - 1 : contents.count
    for column in 0..<fields {
      if column > 0 { bytes.append(.comma) }
      let content = contents[column]
      let isQuoted =
        quotesEverything
        || (content == .establishment && inspection.hasElaborateName && defect != .strayQuote)
        || (content == .note && defect == .lineBreak)
      if isQuoted { bytes.append(.quote) }
      write(content, ofColumn: column, inspection, defect, &trivia)
      if isQuoted { bytes.append(.quote) }
    }
    if defect == .extraField { bytes.append(.comma) }
    endRecord()
  }

  private mutating func endRecord() {
    if endsWithCRLF { bytes.append(.carriageReturn) }
    bytes.append(.lineFeed)
  }

  private mutating func write(
    _ content: Column.Content, ofColumn column: Int, _ inspection: Inspection, _ defect: DumpDefect?,
    _ trivia: inout SplitMix64
  ) {
    switch content {
    case .sampleID: writeSampleID(inspection, isLost: defect == .lostID)
    case .countyCode: write(words.countyCodes[inspection.county])
    case .prefecture: write(words.prefectures[inspection.prefecture])
    case .county: write(words.counties[inspection.county])
    case .sector: write(words.sectors[inspection.sector])
    case .category:
      write(words.categories[inspection.category])
      if defect == .badBytes { bytes.append(0xFF) }
    case .product: write(words.products[inspection.category, inspection.product])
    case .establishment: writeEstablishment(inspection, isStray: defect == .strayQuote, &trivia)
    case .producer: writeName(inspection, &trivia)
    case .stage: write(words.stages[inspection.sector, inspection.stage])
    case .programme: write(words.programmes[inspection.sector, inspection.programme])
    case .date: writeDate(inspection, defect)
    case .otherDate:
      var other = inspection
      other.day = 1 + trivia.below(inspection.month.days)
      writeDate(other, nil)
    case .item: write(words.items[inspection.sector, inspection.item])
    case .verdict: writeVerdict(inspection, defect)
    case .retest: writeRetest(inspection, defect)
    case .note:
      write(words.notes[trivia.below(words.notes.count)])
      guard defect == .lineBreak else { return }
      bytes.append(.lineFeed)
      write(words.secondLine)
    case .person: write(words.people[trivia.below(words.people.count)])
    case .phone:
      write(1, digits: 1)
      write(trivia.below(10_000), digits: 10)
    case .place:
      write(words.counties[inspection.county])
      write(words.shopNames[trivia.below(words.shopNames.count)])
      write(words.street)
    case .number(let digits): write(trivia.below(Self.powers[digits]), digits: digits)
    case .choice: write(words.choices.draw(column, &trivia))
    case .blank: break
    }
  }

  private mutating func write(_ word: Lexicon.Word) {
    words.lexicon.append(word, to: &bytes)
  }

  private static let powers = (0...18).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

  /// Writes a number with leading zeros, and with more than `digits` digits where it has them.
  private mutating func write(_ number: Int, digits: Int) {
    let start = bytes.count
    var rest = number
    while rest > 0 || bytes.count - start < digits {
      bytes.append(.zero + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    bytes[start...].reverse()
  }

  private mutating func writeSampleID(_ inspection: Inspection, isLost: Bool) {
    guard !isLost else {
      bytes += "1.23457E+17".utf8
      return
    }
    bytes.append(UInt8(ascii: "D"))
    bytes.append(UInt8(ascii: "C"))
    write(inspection.month.year % 100, digits: 2)
    write(words.prefectureCodes[inspection.prefecture])
    write(inspection.sample, digits: 8)
  }

  private mutating func writeEstablishment(
    _ inspection: Inspection, isStray: Bool, _ trivia: inout SplitMix64
  ) {
    if isStray {
      bytes.append(.quote)
      write(words.shopNames[0])
      bytes.append(.quote)
      writeName(inspection, &trivia)
    } else if let number = inspection.establishment {
      // The draw that an elaborate name would take.
      if inspection.hasElaborateName { _ = trivia.below(words.shopNames.count) }
      writeName(inspection, &trivia)
      write(number, digits: 1)
    } else if inspection.hasElaborateName {
      bytes += [.quote, .quote]
      write(words.shopNames[trivia.below(words.shopNames.count)])
      bytes += [.quote, .quote]
      writeName(inspection, &trivia)
      bytes.append(.comma)
      write(words.branch)
    } else {
      writeName(inspection, &trivia)
    }
  }

  private mutating func writeName(_ inspection: Inspection, _ trivia: inout SplitMix64) {
    write(words.counties[inspection.county])
    let drawn = trivia.below(words.shopNames.count)
    write(words.shopNames[inspection.establishment.map { $0 % words.shopNames.count } ?? drawn])
    write(words.businesses[inspection.sector, inspection.business])
  }

  private mutating func writeDate(_ inspection: Inspection, _ defect: DumpDefect?) {
    let isSlashed = defect == .slashDate
    let separator: UInt8 = isSlashed ? .slash : .hyphen
    write(inspection.month.year, digits: 4)
    bytes.append(separator)
    write(inspection.month.month, digits: isSlashed ? 1 : 2)
    bytes.append(separator)
    write(defect == .badDate ? 32 : inspection.day, digits: isSlashed ? 1 : 2)
  }

  private mutating func writeVerdict(_ inspection: Inspection, _ defect: DumpDefect?) {
    switch defect {
    case .blankResult: break
    case .unknownLabel: write(words.unknownLabel)
    case .pendingLabel: write(words.pendingLabel)
    default:
      write((inspection.isConforming ? words.passLabels : words.failLabels)[inspection.sector])
      if defect == .paddedLabel { bytes.append(UInt8(ascii: " ")) }
    }
  }

  private mutating func writeRetest(_ inspection: Inspection, _ defect: DumpDefect?) {
    guard let overturned = inspection.retest else { return }
    switch defect {
    case .blankResult, .unknownLabel, .pendingLabel: break
    default: write((overturned ? words.passLabels : words.failLabels)[inspection.sector])
    }
  }
}
