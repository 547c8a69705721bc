import Dispatch

/// The order in which many whole numbers ascend, found by counting their digits.
///
/// One pass for each digit of ``digitBits`` bits in which the numbers differ, the last digit first. A pass keeps
/// what the passes before it ordered, and so equal numbers stay as they are. Processors share each pass.
enum RadixOrder {
  /// The places 0..<`count`, from that of the least key to that of the greatest.
  ///
  /// - Complexity: O(count) a pass; O(m log m) for few keys, which are compared.
  static func ascending(_ count: Int, key: @Sendable (Int) -> UInt64) -> [Int] {
    var entries = Array(cells: count) { Entry(key: key($0), place: $0) }
    guard count > fewest else {
      return entries.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.place)
    }
    let differing = entries.reduce(0) { $0 | ($1.key ^ entries[0].key) }
    var shift = 0
    while differing >> shift > 0 {
      shift += (differing >> shift).trailingZeroBitCount
      entries = gathered(entries, by: shift)
      shift += digitBits
    }
    return Array(cells: count) { [entries] in entries[$0].place }
  }

  private static let fewest = 1 << 10
  private static let digitBits = 8
  private static let digits = 1 << digitBits

  private struct Entry {
    let key: UInt64
    let place: Int

    func digit(_ shift: Int) -> Int {
      Int(truncatingIfNeeded: key >> shift) & (digits - 1)
    }
  }

  /// The entries of each digit together, behind those of smaller digits.
  private static func gathered(_ entries: [Entry], by shift: Int) -> [Entry] {
    let share = max(entries.count / 8, 1 << 13)
    let parts = (entries.count + share - 1) / share
    @Sendable func part(_ index: Int) -> ArraySlice<Entry> {
      entries[index * share..<min(entries.count, (index + 1) * share)]
    }
    let counts = Array(cells: parts, share: 1) { index in
      part(index).reduce(into: [Int](repeating: 0, count: digits)) { $0[$1.digit(shift)] += 1 }
    }
    let starts = starts(counts)
    return unsafe Array(unsafeUninitializedCapacity: entries.count) { buffer, written in
      nonisolated(unsafe) let places = unsafe buffer
      DispatchQueue.concurrentPerform(iterations: parts) { index in
        var next = starts[index]
        for entry in part(index) {
          let digit = entry.digit(shift)
          unsafe places.initializeElement(at: next[digit], to: entry)
          next[digit] += 1
        }
      }
      written = entries.count
    }
  }

  /// Where each part's entries of each digit begin.
  private static func starts(_ counts: [[Int]]) -> [[Int]] {
    var starts = counts
    var start = 0
    for digit in 0..<digits {
      for part in counts.indices {
        starts[part][digit] = start
        start += counts[part][digit]
      }
    }
    return starts
  }
}
