/// One record as a version of its unit: when it counts, where it is tallied, and what it says.
struct UnitVersion {
  /// When it was revised, in seconds since day 0; 0 where no column says.
  var revised: Int
  /// The rank of its file as a version (``FileOrder``), then its offset in the file.
  var place: UInt64
  /// Its file's position among the inputs.
  var file: UInt32
  /// Its cell: the worker in the high bits, the number in that worker's ``CellTable`` in the low ones.
  var cell: UInt32
  var isConforming: Bool

  static let offsetBits: UInt64 = 44

  init(revised: Int, rank: Int, offset: Int, file: UInt32, cell: UInt32, isConforming: Bool) {
    self.revised = revised
    place = UInt64(rank) << Self.offsetBits | UInt64(offset)
    self.file = file
    self.cell = cell
    self.isConforming = isConforming
  }

  var offset: Int { Int(place & (1 << Self.offsetBits - 1)) }

  /// Whether this version is older than `other`.
  func isOlder(than other: UnitVersion) -> Bool {
    (revised, place) < (other.revised, other.place)
  }

  /// Whether this version stands rather than `other`, whichever came first.
  ///
  /// Of equal versions the nonconforming stands, then the one from the earlier path.
  func stands(over other: UnitVersion, by policy: Schema.DuplicatePolicy) -> Bool {
    if policy == .worst, isConforming != other.isConforming { return !isConforming }
    if (revised, place) == (other.revised, other.place) {
      return isConforming == other.isConforming ? file < other.file : !isConforming
    }
    switch policy {
    case .last, .error, .keep: return other.isOlder(than: self)
    case .first, .worst: return isOlder(than: other)
    }
  }
}
