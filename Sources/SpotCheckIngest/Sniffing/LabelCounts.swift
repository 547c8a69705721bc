/// How often each unknown label occurred: of the first ``kept`` labels in byte order, however many there are.
///
/// A label among the first of all is among the first of every part, so it is never dropped and its count is
/// exact; memory is bounded, and nothing depends on the order of work.
struct LabelCounts: Sendable {
  /// Labels that are kept.
  static let kept = 1000
  /// Bytes of a label that are told apart.
  static let labelBytes = 1000

  private var counts: [[UInt8]: Int] = [:]

  /// Counts a label.
  mutating func add(_ label: [UInt8]) {
    counts[label.count > Self.labelBytes ? Array(label.prefix(Self.labelBytes)) : label, default: 0] += 1
    if counts.count > 2 * Self.kept { drop() }
  }

  /// Adds the counts of another part.
  mutating func merge(_ other: LabelCounts) {
    counts.merge(other.counts, uniquingKeysWith: +)
    if counts.count > 2 * Self.kept { drop() }
  }

  /// The labels kept, ascending by bytes.
  var ascending: [(label: [UInt8], count: Int)] {
    counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.prefix(Self.kept)
      .map { (label: $0.key, count: $0.value) }
  }

  private mutating func drop() {
    counts = Dictionary(ascending.map { ($0.label, $0.count) }, uniquingKeysWith: +)
  }
}
