/// Leads from a beginning of a cell's ids, and the id that follows, to the beginning longer by one.
///
/// Beginnings are numbered in order of first sight, so the table has a row for each that occurs and a column for each
/// id: ids that hardly ever occur together take no room, however many combinations there might be.
struct CellStep {
  /// Beyond which a table is not worth its room.
  static let slotLimit = 1 << 20

  /// Longer beginnings so far.
  private(set) var count: UInt32 = 0
  /// Ids there is room for.
  private var width: UInt32 = 1
  /// For each beginning and id the number of the longer beginning plus one; 0 where it was not met.
  private var slots: [UInt32] = []

  /// Replaces beginnings by the longer ones their ids lead to.
  ///
  /// - Returns: The first record that leads nowhere known; `end` where all lead on.
  @inline(__always)
  func follow(
    _ beginnings: UnsafeMutablePointer<UInt32>, by ids: UnsafePointer<UInt32>, from start: Int, to end: Int
  ) -> Int {
    let width = width
    return unsafe slots.withUnsafeBufferPointer { slots in
      for record in start..<end {
        let id = unsafe ids[record]
        guard id < width else { return record }
        let longer = unsafe slots[Int(beginnings[record]) * Int(width) + Int(id)]
        guard longer > 0 else { return record }
        unsafe beginnings[record] = longer &- 1
      }
      return end
    }
  }

  /// Adds a row for a new beginning, the next in number; false where the table would be too large.
  mutating func addBeginning() -> Bool {
    guard slots.count + Int(width) <= Self.slotLimit else { return false }
    slots.append(contentsOf: repeatElement(0, count: Int(width)))
    return true
  }

  /// Adds the beginning that `id` makes of `beginning`, if it is new; false where the table would be too large.
  ///
  /// - Returns: `isNew` where one was added, whose number is ``count`` minus one.
  mutating func add(_ id: UInt32, to beginning: UInt32) -> (isRoom: Bool, isNew: Bool) {
    guard id < width || widen(for: id) else { return (false, false) }
    let slot = Int(beginning) * Int(width) + Int(id)
    guard slots[slot] == 0 else { return (true, false) }
    count += 1
    slots[slot] = count
    return (true, true)
  }

  /// Makes room for an id, and some more, so that ids that come one by one are not moved each time.
  private mutating func widen(for id: UInt32) -> Bool {
    let old = Int(width)
    let new = Int(id) + Int(id) / 8 + 1
    let rows = slots.count / old
    guard rows * new <= Self.slotLimit else { return false }
    var wider = [UInt32](repeating: 0, count: rows * new)
    for row in 0..<rows {
      for id in 0..<old { wider[row * new + id] = slots[row * old + id] }
    }
    width = UInt32(new)
    slots = wider
    return true
  }
}
