import CSpotCheckScan
import Glibc

/// Gives each distinct raw field of a column a small number, in order of first sight.
///
/// Raw bytes are compared, quotes and all, so a value is decoded once however often it occurs. A kernel looks
/// up a whole column of a batch; the fields it does not find are new, and are added one by one.
@safe struct FieldTable: ~Copyable {
  /// Stands for the number of a field that is not in the table.
  static let notFound = UInt32.max

  /// Distinct fields so far.
  private(set) var count = 0
  /// Bytes of long fields held beyond their heads, which its owner keeps below 2³².
  var bytesHeld: Int { rests.count }

  private var table: spotcheck_field_table
  private var rests: [UInt8] = []
  private let kernel: spotcheck_kernel

  private static let headBytes = Int(SPOTCHECK_HEAD)
  private static let leastSlots = 256
  /// Up to here slots are plenty, so that nearly every field stands where it belongs.
  private static let sparseSlots = 1 << 15

  init(hash: ByteHash, kernel: spotcheck_kernel = spotcheck_default_kernel()) {
    self.kernel = kernel
    unsafe table = spotcheck_field_table(
      slots: Self.freeSlots(Self.leastSlots), mask: Self.leastSlots - 1, rests: nil, keys: hash.keys)
  }

  deinit {
    unsafe table.slots.deallocate()
  }

  private static func freeSlots(_ count: Int) -> UnsafeMutablePointer<spotcheck_slot> {
    let slots = UnsafeMutablePointer<spotcheck_slot>.allocate(capacity: count)
    unsafe slots.initialize(repeating: free, count: count)
    return unsafe slots
  }

  private static var free: spotcheck_slot {
    var slot = spotcheck_slot()
    slot.head.31 = UInt8(SPOTCHECK_FREE)
    slot.number = notFound
    return slot
  }

  /// Looks up every field of a column, and writes its number or ``notFound``.
  ///
  /// - Returns: How many were not found.
  /// - Complexity: O(bytes of the fields).
  func find(_ column: FieldColumn, into numbers: UnsafeMutablePointer<UInt32>) -> Int {
    unsafe rests.withUnsafeBufferPointer { rests in
      var table = unsafe table
      unsafe table.rests = rests.baseAddress
      var column = unsafe column.layout
      return unsafe spotcheck_find_fields(kernel, &table, &column, numbers)
    }
  }

  /// The number of a field, a new one where it was not seen before, behind which ``StructuralIndex/padding`` more bytes must be readable.
  ///
  /// - Returns: A number below ``count``; the new ``count`` minus one for a field not seen before.
  /// - Complexity: O(length), expected.
  mutating func number(of field: RawField) -> Int {
    let wanted = unsafe spotcheck_slot_for(kernel, &table, field.start, field.length)
    var place = unsafe Int(wanted.hash) & table.mask
    while unsafe table.slots[place].number != Self.notFound {
      if holds(place, wanted, field) { return unsafe Int(table.slots[place].number) }
      place = unsafe (place + 1) & table.mask
    }
    return insert(wanted, field)
  }

  /// Forgets every field.
  mutating func removeAll() {
    unsafe table.slots.update(repeating: Self.free, count: table.mask + 1)
    rests.removeAll(keepingCapacity: true)
    count = 0
  }

  /// Whether the slot at `place` holds a field, which `wanted` is the slot of.
  private func holds(_ place: Int, _ wanted: spotcheck_slot, _ field: RawField) -> Bool {
    let slot = unsafe table.slots[place]
    guard slot.hash == wanted.hash, slot.length == wanted.length else { return false }
    let own = rests[Int(slot.rest)...].prefix(max(0, field.length - Self.headBytes))
    return unsafe memcmp(table.slots + place, field.start, min(field.length, Self.headBytes)) == 0
      && own.elementsEqual(field.bytes.dropFirst(Self.headBytes))
  }

  private mutating func insert(_ wanted: spotcheck_slot, _ field: RawField) -> Int {
    if unsafe count * (table.mask < Self.sparseSlots ? 8 : 2) > table.mask { grow() }
    var slot = wanted
    slot.number = UInt32(truncatingIfNeeded: count)
    slot.rest = UInt32(truncatingIfNeeded: rests.count)
    unsafe rests.append(contentsOf: field.bytes.dropFirst(Self.headBytes))
    rests.append(contentsOf: repeatElement(0, count: -rests.count & 31))
    place(slot)
    count += 1
    return count - 1
  }

  private func place(_ slot: spotcheck_slot) {
    var place = unsafe Int(slot.hash) & table.mask
    while unsafe table.slots[place].number != Self.notFound { place = unsafe (place + 1) & table.mask }
    unsafe table.slots[place] = slot
  }

  private mutating func grow() {
    let old = unsafe UnsafeMutableBufferPointer(start: table.slots, count: table.mask + 1)
    unsafe table.mask = table.mask * 2 + 1
    unsafe table.slots = Self.freeSlots(table.mask + 1)
    for index in old.indices where unsafe old[index].number != Self.notFound { unsafe place(old[index]) }
    unsafe old.deallocate()
  }
}
