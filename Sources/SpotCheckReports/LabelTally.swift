import SpotCheck

/// A value of the result column, how often it occurs, and what the built-in lists make of it.
struct LabelTally {
  /// The value.
  var text: String
  /// Records that bear it.
  var count: Int
  /// Its meaning; `nil` where no list has it.
  var meaning: Meaning?

  /// What a label says of a unit.
  enum Meaning: String {
    case pass
    case fail
    case ignore
  }

  /// The values of the result column among the records seen, the most frequent first; none where the column
  /// is missing or ambiguous.
  static func labels(of file: SniffedFile) -> [LabelTally] {
    let match = ColumnMatches(header: file.header).fields.first { $0.field == "result" }
    guard let match, match.columns.count == 1 else { return [] }
    var counts: [[UInt8]: Int] = [:]
    for record in file.records where record.indices.contains(match.columns[0] - 1) {
      counts[Array(record[match.columns[0] - 1].utf8), default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map {
        LabelTally(
          text: String(decoding: $0.key, as: UTF8.self), count: $0.value, meaning: meaning(of: $0.key))
      }
  }

  private static func meaning(of label: [UInt8]) -> Meaning? {
    let lists = [
      (Meaning.pass, LabelSet.builtIn.pass), (.fail, LabelSet.builtIn.fail),
      (.ignore, LabelSet.builtIn.ignore),
    ]
    return lists.first { $0.1.contains { $0.utf8.elementsEqual(label, by: isSameLetter) } }?.0
  }

  /// Whether two bytes are equal without regard to ASCII case.
  private static func isSameLetter(_ left: UInt8, _ right: UInt8) -> Bool {
    func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    return lowered(left) == lowered(right)
  }
}

/// Ascending by the first, then by bytes.
private func < (left: (Int, [UInt8]), right: (Int, [UInt8])) -> Bool {
  left.0 == right.0 ? left.1.lexicographicallyPrecedes(right.1) : left.0 < right.0
}
