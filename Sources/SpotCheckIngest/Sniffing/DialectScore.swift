/// How well a text reads by one dialect.
///
/// The idea that the right dialect gives rows of one pattern and fields of known kinds is from van den Burg,
/// Nazábal and Sutton, "Wrangling messy CSV files by detecting row and type patterns", Data Mining and
/// Knowledge Discovery 33 (2019), 1799–1820. The score here is the product of four shares:
/// - of records with the most frequent number of fields, k;
/// - of their fields that are clean: rightly quoted, or without anything that separates fields elsewhere;
/// - of records that no quote is out of place in;
/// - (k - 1) / k, so that more fields count for more.
struct DialectScore {
  /// The most frequent number of fields.
  private(set) var fields = 1
  /// Records with that many fields.
  private(set) var agreeing = 0
  /// Records with text.
  private(set) var records = 0
  /// Fields that open and close with the quote.
  private(set) var quoted = 0
  /// Those of them that hold a doubled quote.
  private(set) var doubled = 0
  /// Records in which a quote is out of place.
  private(set) var strays = 0
  private var clean = 0
  private var typed = 0

  /// Reads `sample`, which begins at a record, by `dialect`.
  ///
  /// - Complexity: O(n).
  init(of sample: [UInt8], isWhole: Bool, in dialect: Dialect) {
    let ranges = RecordRanges(of: sample, dialect: dialect, isFinal: isWhole, limit: 400)
    var byCount: [Int: (records: Int, clean: Int, typed: Int)] = [:]
    for (record, isStray) in zip(ranges.records, ranges.strays) {
      records += 1
      strays += isStray ? 1 : 0
      var found = byCount[record.count] ?? (0, 0, 0)
      found.records += 1
      for range in record {
        let field = Self.withoutPadding(sample[range], in: dialect)
        if let quote = dialect.quote, FieldText.isQuoted(field, by: quote, escape: dialect.escape) {
          quoted += 1
          doubled += field.dropFirst().dropLast().contains(quote) ? 1 : 0
          found.clean += 1
          continue
        }
        let kind = FieldKind(field)
        found.typed += kind.isTyped ? 1 : 0
        found.clean += kind != .text || Self.isClean(field, in: dialect) ? 1 : 0
      }
      byCount[record.count] = found
    }
    guard let most = byCount.max(by: { ($0.value.records, $0.key) < ($1.value.records, $1.key) }) else {
      return
    }
    (fields, agreeing) = (most.key, most.value.records)
    (clean, typed) = (most.value.clean, most.value.typed)
  }

  /// Between 0 and 1.
  var value: Double {
    guard records > 0, agreeing > 0 else { return 0 }
    return Double(agreeing) / Double(records) * Double(clean) / Double(agreeing * fields)
      * Double(records - strays) / Double(records) * Double(fields - 1) / Double(fields)
  }

  /// Whether enough points to words between spaces being fields rather than text.
  var isTable: Bool { typed > 0 || fields > 3 }

  private static func withoutPadding(_ field: ArraySlice<UInt8>, in dialect: Dialect) -> ArraySlice<UInt8> {
    dialect.isPadded ? field.drop { $0 == 0x20 } : field
  }

  /// Whether a text has nothing in it that separates or encloses fields.
  private static func isClean(_ field: ArraySlice<UInt8>, in dialect: Dialect) -> Bool {
    let marks: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C, 0x22]
    var isEscaped = false
    for byte in field {
      if !isEscaped, marks.contains(byte) { return false }
      isEscaped = !isEscaped && byte == 0x5C && dialect.escape == .backslash
    }
    return field.first != 0x27 && field.last != 0x27 && field.first != 0x20
  }
}
