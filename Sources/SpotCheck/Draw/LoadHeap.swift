/// Workers by what they have to do, least first.
struct LoadHeap {
  /// A worker, as busy as he was when he was put in.
  struct Entry: Comparable {
    var load: Int
    /// Settles the order of equal loads.
    var tie: UInt64
    var worker: Int

    static func < (left: Entry, right: Entry) -> Bool {
      (left.load, left.tie, left.worker) < (right.load, right.tie, right.worker)
    }
  }

  private var entries: [Entry] = []

  init(_ entries: [Entry]) {
    for entry in entries { insert(entry) }
  }

  /// Puts a worker in.
  ///
  /// - Complexity: O(log n).
  mutating func insert(_ entry: Entry) {
    entries.append(entry)
    var child = entries.count - 1
    while child > 0, case let parent = (child - 1) / 2, entries[child] < entries[parent] {
      entries.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes the least busy worker out.
  ///
  /// - Complexity: O(log n).
  mutating func removeFirst() -> Entry? {
    guard let last = entries.popLast() else { return nil }
    guard let first = entries.first else { return last }
    entries[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in (2 * parent + 1)...(2 * parent + 2)
      where child < entries.count && entries[child] < entries[least] {
        least = child
      }
      if least == parent { return first }
      entries.swapAt(parent, least)
      parent = least
    }
  }
}
