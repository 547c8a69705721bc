/// The order of files as versions of each other: by the date in their names, else naturally by name.
enum FileOrder {
  /// A rank for each file, from 0; files that cannot be told apart share one.
  ///
  /// The date counts when every name has one. In natural order runs of digits compare as numbers.
  static func ranks(of names: [String]) -> [Int] {
    let dates = names.map { date(in: Array($0.utf8)) }
    let keys: [[Piece]] =
      dates.contains(nil)
      ? names.map { pieces(of: Array($0.utf8)) }
      : dates.map { [.number(String($0 ?? 0).utf8.map { $0 })] }
    let order = Set(keys).sorted { $0.lexicographicallyPrecedes($1) }
    let rank = Dictionary(zip(order, 0...), uniquingKeysWith: { first, _ in first })
    return keys.map { rank[$0] ?? 0 }
  }

  /// A run of digits without leading zeros, or a run of anything else.
  private enum Piece: Hashable, Comparable {
    case number([UInt8])
    case text([UInt8])

    static func < (left: Piece, right: Piece) -> Bool {
      switch (left, right) {
      case (.number(let left), .number(let right)):
        left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
      case (.text(let left), .text(let right)): left.lexicographicallyPrecedes(right)
      case (.number, .text): true
      case (.text, .number): false
      }
    }
  }

  private static func pieces(of name: [UInt8]) -> [Piece] {
    runs(of: name).map { run in
      guard let first = run.first, isDigit(first) else { return .text(Array(run)) }
      return .number(Array(run.drop { $0 == 0x30 }))
    }
  }

  /// The last date in a name, as yyyyMMdd; a month stands for its day 0.
  ///
  /// Written `20240131`, `202401`, or in parts set off by one mark or by 年 and 月.
  static func date(in name: [UInt8]) -> Int? {
    let runs = runs(of: name)
    var found: Int?
    for (index, run) in runs.enumerated() {
      guard let first = run.first, isDigit(first), let value = Int(String(decoding: run, as: UTF8.self))
      else {
        continue
      }
      switch run.count {
      case 8 where isDay(value): found = value
      case 6 where isDay(value * 100 + 1): found = value * 100
      case 4:
        guard let month = part(runs, behind: index), isDay(value * 10_000 + month * 100 + 1) else { continue }
        let day = part(runs, behind: index + 2) ?? 0
        let date = value * 10_000 + month * 100 + day
        found = isDay(date) ? date : date - day
      default: continue
      }
    }
    return found
  }

  /// The number of one or two digits behind the separator that follows `index`.
  private static func part(_ runs: [ArraySlice<UInt8>], behind index: Int) -> Int? {
    guard index + 2 < runs.count, runs[index + 2].count <= 2,
      [[0x2D], [0x5F], [0x2E], [0x20], Array("年".utf8), Array("月".utf8)].contains(Array(runs[index + 1]))
    else { return nil }
    return Int(String(decoding: runs[index + 2], as: UTF8.self))
  }

  private static func isDay(_ value: Int) -> Bool {
    (1900...2199).contains(value / 10_000)
      && CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100) != nil
  }

  /// The name cut between digits and everything else.
  private static func runs(of name: [UInt8]) -> [ArraySlice<UInt8>] {
    var runs: [ArraySlice<UInt8>] = []
    var start = 0
    for index in name.indices where index > start && isDigit(name[index]) != isDigit(name[start]) {
      runs.append(name[start..<index])
      start = index
    }
    if start < name.count { runs.append(name[start...]) }
    return runs
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
