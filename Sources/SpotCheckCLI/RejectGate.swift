import ArgumentParser

/// How many rejected records are tolerated: a number, or a share of all records.
enum RejectGate: ExpressibleByArgument, CustomStringConvertible {
  /// So many records.
  case count(Int)
  /// So many hundredths of a percent of all records.
  case basisPoints(Int)

  /// Reads `12`, `0.5%` or `5%`.
  init?(argument: String) {
    guard argument.hasSuffix("%") else {
      guard let count = Int(argument), count >= 0 else { return nil }
      self = .count(count)
      return
    }
    let parts = argument.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let whole = Int(parts[0]), whole <= 100
    else { return nil }
    let decimals = parts.count == 2 ? parts[1] : "0"
    guard (1...2).contains(decimals.utf8.count), let hundredths = Int((decimals + "0").prefix(2)) else {
      return nil
    }
    self = .basisPoints(whole * 100 + hundredths)
  }

  /// How many rejects among so many records are tolerated.
  func limit(of records: Int) -> Int {
    switch self {
    case .count(let limit): limit
    case .basisPoints(let limit):
      10_000.dividingFullWidth(records.multipliedFullWidth(by: limit)).quotient
    }
  }

  /// Whether so many rejects are tolerated.
  func isPassed(rejected: Int, of records: Int) -> Bool {
    rejected <= limit(of: records)
  }

  /// The gate as a flag has it, such as `0.5%`.
  var description: String {
    switch self {
    case .count(let limit): return String(limit)
    case .basisPoints(let limit):
      let hundredths = String(100 + limit % 100).dropFirst()
      let decimals =
        hundredths == "00" ? "" : "." + (hundredths.hasSuffix("0") ? hundredths.prefix(1) : hundredths)
      return "\(limit / 100)\(decimals)%"
    }
  }
}
