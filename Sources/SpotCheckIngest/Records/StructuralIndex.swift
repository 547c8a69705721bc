import CSpotCheckScan

/// Where the fields and records of a text end, as the C kernels find them.
///
/// Layout: `fieldEnds[i]` is the offset of the byte that ends field i; `recordEnds[r]` is the number of field
/// ends through record r, with ``strayFlag`` set where the record is stray. `UInt32.max` stands before the first
/// field end, so that each field begins behind the end before it.
@safe struct StructuralIndex: ~Copyable {
  /// Set in a record end whose record is stray.
  static let strayFlag: UInt32 = 0x8000_0000
  /// Bytes that must be readable behind a scanned text.
  static let padding = Int(SPOTCHECK_PADDING)

  private(set) var fieldEnds: UnsafeMutablePointer<UInt32>
  private(set) var recordEnds: UnsafeMutablePointer<UInt32>
  private(set) var recordCount = 0
  /// Where the first record that was not indexed begins.
  private(set) var consumed = 0
  /// Whether a quoted field may hold a newline.
  private(set) var spansLines = false
  private var capacity: Int
  private let kernel: spotcheck_kernel

  init(kernel: spotcheck_kernel = spotcheck_default_kernel()) {
    self.kernel = kernel
    capacity = 1
    unsafe fieldEnds = Self.roomForFieldEnds(1)
    unsafe recordEnds = .allocate(capacity: 1)
  }

  deinit {
    unsafe (fieldEnds - 1).deallocate()
    unsafe recordEnds.deallocate()
  }

  private static func roomForFieldEnds(_ count: Int) -> UnsafeMutablePointer<UInt32> {
    let room = UnsafeMutablePointer<UInt32>.allocate(capacity: count + 1)
    unsafe room.initialize(to: .max)
    return unsafe room + 1
  }

  /// Indexes the records of `bytes` that begin before `stop`.
  ///
  /// `bytes` are `count` bytes from a record start on, with ``padding`` readable behind them; `isFinal` says
  /// that they end the file, and so its last record.
  ///
  /// - Complexity: O(count); each byte is read at most twice.
  mutating func scan(
    _ bytes: UnsafePointer<UInt8>, count: Int, stop: Int, isFinal: Bool, dialect: Dialect, recordLimit: Int
  ) {
    if capacity < count + 1 {
      unsafe (fieldEnds - 1).deallocate()
      unsafe recordEnds.deallocate()
      capacity = count + 1
      unsafe fieldEnds = Self.roomForFieldEnds(capacity)
      unsafe recordEnds = .allocate(capacity: capacity)
    }
    var shape = spotcheck_dialect(
      delimiter: dialect.delimiter, quote: dialect.quote ?? 0,
      newline: dialect.newline, quoting: dialect.quote != nil, padded: dialect.isPadded,
      escape: dialect.escape.kernelValue, record_limit: recordLimit)
    let found = unsafe spotcheck_scan(
      kernel, bytes, count, max(0, stop), isFinal, &shape, fieldEnds, recordEnds)
    recordCount = found.records
    consumed = found.consumed
    spansLines = found.spans_lines
  }
}
