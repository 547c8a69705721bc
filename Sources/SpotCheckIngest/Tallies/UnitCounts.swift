/// How many records of a unit conform, and how many do not, modulo 2¹⁶.
struct UnitCounts: BitwiseCopyable {
  fileprivate var conforming: UInt16
  fileprivate var nonconforming: UInt16

  init(_ version: UnitVersion?) {
    conforming = version?.isConforming == true ? 1 : 0
    nonconforming = version?.isConforming == false ? 1 : 0
  }

  /// Adds counts; `further` takes what is carried over.
  @inline(__always)
  mutating func add(_ other: UnitCounts, of key: ShortFingerprint, _ further: FurtherRecords) {
    let first = conforming.addingReportingOverflow(other.conforming)
    let second = nonconforming.addingReportingOverflow(other.nonconforming)
    conforming = first.partialValue
    nonconforming = second.partialValue
    if first.overflow || second.overflow {
      further.carry(conforming: first.overflow, nonconforming: second.overflow, of: key)
    }
  }
}

/// Records of units beyond what their own counts hold.
final class FurtherRecords {
  private var carried: [ShortFingerprint: (conforming: Int, nonconforming: Int)] = [:]

  /// Carries over 2¹⁶ records of either kind.
  func carry(conforming: Bool, nonconforming: Bool, of key: ShortFingerprint) {
    carried[key, default: (0, 0)].conforming += conforming ? 1 << 16 : 0
    carried[key, default: (0, 0)].nonconforming += nonconforming ? 1 << 16 : 0
  }

  /// All records of a unit.
  func total(of key: ShortFingerprint, _ counts: UnitCounts) -> (conforming: Int, nonconforming: Int) {
    let more = carried.isEmpty ? (conforming: 0, nonconforming: 0) : carried[key] ?? (0, 0)
    return (Int(counts.conforming) + more.conforming, Int(counts.nonconforming) + more.nonconforming)
  }
}
