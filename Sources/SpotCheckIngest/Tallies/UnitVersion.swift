/// One record as a version of its unit: when it counts, where it is tallied, and what it says.
struct UnitVersion: BitwiseCopyable {
  /// When it was revised, in seconds since day 0; 0 where no column says.
  var revised: Int
  /// Where it stands.
  var place: RecordPlace
  /// Its cell: the worker in the high bits, the number in that worker's ``CellTable`` in the low ones.
  var cell: UInt32
  /// Where the worker keeps its quantities and its day.
  var row: UInt32
  var isConforming: Bool { place.isConforming }
  /// The worker that met it.
  var worker: Int { Int(cell >> RecordCounter.numberBits) }

  /// Whether this version stands rather than `other`, whichever came first.
  ///
  /// Of equal versions the nonconforming stands, then the one from the earlier path.
  func stands(over other: UnitVersion, by rule: UnitRule) -> Bool {
    if rule.policy == .worst, isConforming != other.isConforming { return !isConforming }
    let own = (revised, rule.ranks[place.file], place.offset)
    let others = (other.revised, rule.ranks[other.place.file], other.place.offset)
    if own == others {
      return isConforming == other.isConforming ? place.file < other.place.file : !isConforming
    }
    switch rule.policy {
    case .last, .error, .keep: return others < own
    case .first, .worst: return own < others
    }
  }

  /// The version by which a sample is placed: the oldest, then that from the earlier path.
  static func older(_ left: UnitVersion?, _ right: UnitVersion?, by rule: UnitRule) -> UnitVersion? {
    guard let left, let right else { return left ?? right }
    return right.age(by: rule) < left.age(by: rule) ? right : left
  }

  private func age(by rule: UnitRule) -> (Int, Int, Int, Int) {
    (revised, rule.ranks[place.file], place.offset, place.file)
  }
}

/// Where a record stands, and what it says, in 64 bits.
struct RecordPlace: BitwiseCopyable {
  let bits: UInt64

  /// Files that a run with units can tell apart.
  static let fileLimit = 1 << fileBits
  private static let fileBits = 22
  private static let offsetBits = 41

  init(bits: UInt64) { self.bits = bits }

  /// - Parameters:
  ///   - file: The file's position among the inputs, below ``fileLimit``.
  ///   - offset: The record's offset in the file, below 2 TiB.
  ///   - isConforming: What the record says.
  init(file: Int, offset: Int, isConforming: Bool) {
    bits =
      UInt64(truncatingIfNeeded: file) << UInt64(Self.offsetBits + 1)
      | UInt64(truncatingIfNeeded: offset) << 1 & (1 << UInt64(Self.offsetBits + 1) - 1)
      | (isConforming ? 1 : 0)
  }

  var file: Int { Int(bits >> UInt64(Self.offsetBits + 1)) }
  var offset: Int { Int(bits >> 1 & (1 << UInt64(Self.offsetBits) - 1)) }
  var isConforming: Bool { bits & 1 != 0 }
}
