import SpotCheckIngest

/// The keys of one dimension in two cubes, ascending by bytes, each once.
struct JoinedKeys {
  private(set) var keys: [DimensionKey] = []
  /// For each key of the first cube its position among all.
  private(set) var ofFirst: [Int32] = []
  /// For each key of the second.
  private(set) var ofSecond: [Int32] = []

  /// Merges two lists of keys, each ascending.
  ///
  /// - Complexity: O(first + second).
  init(_ first: [DimensionKey], _ second: [DimensionKey]) {
    keys.reserveCapacity(first.count)
    ofFirst.reserveCapacity(first.count)
    var others = second[...]
    for key in first {
      while let other = others.first, other < key { add(second: others.removeFirst()) }
      keys.append(key)
      ofFirst.append(Int32(keys.count - 1))
      if others.first == key {
        ofSecond.append(Int32(keys.count - 1))
        others.removeFirst()
      }
    }
    for key in others { add(second: key) }
  }

  private mutating func add(second key: DimensionKey) {
    keys.append(key)
    ofSecond.append(Int32(keys.count - 1))
  }

  /// The position of a key.
  ///
  /// - Complexity: O(log keys).
  func position(of key: DimensionKey) -> Int32? {
    var range = keys.indices
    while let middle = range.isEmpty ? nil : range.lowerBound + range.count / 2 {
      if keys[middle] < key {
        range = (middle + 1)..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound < keys.count && keys[range.lowerBound] == key ? Int32(range.lowerBound) : nil
  }
}

/// Elements by the group they belong to, in their order.
struct Grouping {
  private var starts: [Int32]
  private var order: [Int32]

  /// Groups the positions of `groups`, whose members lie in `0..<count`.
  ///
  /// - Complexity: O(`groups` + `count`); eight bytes an element in all.
  init(_ groups: [Int32], count: Int) {
    starts = [Int32](repeating: 0, count: count + 1)
    for group in groups { starts[Int(group) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    order = [Int32](repeating: 0, count: groups.count)
    for (element, group) in groups.enumerated() {
      order[Int(next[Int(group)])] = Int32(element)
      next[Int(group)] += 1
    }
  }

  /// The elements of a group.
  subscript(group: Int) -> ArraySlice<Int32> { order[Int(starts[group])..<Int(starts[group + 1])] }
}
