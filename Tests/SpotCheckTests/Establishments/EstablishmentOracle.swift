import SpotCheckIngest
import SpotCheckStatistics
import TestSupport

/// Synthetic inspections with everything that can befall a history, and what they come to, recomputed slowly.
struct EstablishmentOracle {
  /// One record as it is written.
  struct Row {
    var file = 0
    var id = ""
    var item = ""
    var name = ""
    var code = ""
    var region = ""
    var category = ""
    var date = ""
    var isConforming = true
    var isFollowUp = false

    var text: String {
      "\(id),\(item),\(name),\(code),\(region),\(category),\(date),\(isConforming ? "P" : "F"),"
        + (isFollowUp ? "again" : "plan")
    }
  }

  static let header = "id,item,name,code,region,category,date,result,kind\n"
  /// Two valid codes, one with a wrong check character, and what is none.
  static let codes = ["91530100MA6K3NQ60L", "91350100M000100Y43", "91350100M000100Y44", "无", ""]

  private(set) var rows: [Row] = []
  let foldsItems: Bool

  /// Draws records of two files; some samples stand in both, or twice in one, with another result.
  init(seed: UInt64, foldsItems: Bool = false) {
    self.foldsItems = foldsItems
    var random = SeededGenerator(seed: seed)
    for number in 0..<400 {
      var row = Row(file: number < 200 ? 0 : 1)
      if number > 20, Int.random(in: 0..<6, using: &random) == 0 {
        // Another version of a sample, or another of its items.
        row = rows[Int.random(in: 0..<rows.count, using: &random)]
        row.file = number < 200 ? 0 : 1
      } else {
        row.id = Int.random(in: 0..<12, using: &random) == 0 ? "" : "S\(number)"
        row.name = ["", "甲", "乙", "丙", "丁", "91350100M000100Y43"].randomElement(using: &random) ?? ""
        row.code = Self.codes.randomElement(using: &random) ?? ""
        row.region = ["", "r1", "r2", "r3"].randomElement(using: &random) ?? ""
        row.category = ["", "食品", "农产品"].randomElement(using: &random) ?? ""
        let month = Int.random(in: 1...3, using: &random)
        row.date = "2024-0\(month)-0\(Int.random(in: 1...9, using: &random))"
        row.isFollowUp = Int.random(in: 0..<5, using: &random) == 0
      }
      row.item = ["x", "y"].randomElement(using: &random) ?? ""
      row.isConforming = Int.random(in: 0..<3, using: &random) > 0
      rows.append(row)
    }
  }

  /// The two files; the second is the newer.
  var files: [(name: String, text: String)] {
    [0, 1].map { file in
      let lines = rows.filter { $0.file == file }.map(\.text)
      return ("2024-0\(file + 4)-01.csv", Self.header + lines.joined(separator: "\n") + "\n")
    }
  }

  /// The units that stand, each as the record it is placed by with its unit's result.
  func units(_ policy: Schema.DuplicatePolicy) -> [Row] {
    var units: [Row] = []
    for kind in [false, true] {
      let own = rows.filter { $0.isFollowUp == kind }
      units += own.filter { $0.id.isEmpty }
      for id in Set(own.map(\.id)).subtracting([""]).sorted() {
        let versions = own.filter { $0.id == id }
        if foldsItems {
          let kept = Set(versions.map(\.item)).map { item in
            Self.kept(versions.filter { $0.item == item }, policy)
          }
          var sample = versions[0]
          sample.isConforming = kept.allSatisfy { $0.allSatisfy(\.isConforming) }
          units.append(sample)
        } else {
          units += Self.kept(versions, policy)
        }
      }
    }
    return units
  }

  private static func kept(_ versions: [Row], _ policy: Schema.DuplicatePolicy) -> [Row] {
    switch policy {
    case .keep: versions
    case .first: [versions[0]]
    case .worst: [versions.first { !$0.isConforming } ?? versions[0]]
    case .last, .error: [versions[versions.count - 1]]
    }
  }

  private static func identity(_ row: Row) -> String {
    let isValid = CreditCode(row.code)?.isValid ?? false
    return isValid ? row.code : row.name
  }

  /// The histories of units, a line each, ascending by bytes, and the failures that are open.
  static func histories(_ units: [Row], asOf: CalendarDate) -> (establishments: [String], open: [String]) {
    var lines: [String] = []
    var open: [String] = []
    for id in Set(units.map(identity)).subtracting([""]).sorted(by: {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }) {
      let own = units.filter { identity($0) == id }
      let judged = own.filter { !$0.isFollowUp }
      let failures = own.filter { failure in
        !failure.isConforming
          && !own.contains { other in
            other.isConforming && other.category == failure.category
              && (other.date > failure.date
                || (other.isFollowUp && !failure.isFollowUp && other.date == failure.date))
          }
      }
      let latest = own.map(\.date).max() ?? ""
      let keys = own.filter { $0.date == latest }.map { [$0.name, $0.category, $0.region, $0.code] }
      let key = keys.min { left, right in
        left.map { Array($0.utf8) }.lexicographicallyPrecedes(right.map { Array($0.utf8) }) {
          $0.lexicographicallyPrecedes($1)
        }
      }
      let failed = own.filter { !$0.isConforming }.map(\.date).max()
      lines.append(
        ([id] + (key ?? []) + [
          "\(judged.count)", "\(judged.count(where: \.isConforming))",
          "\(Set(own.map { $0.date.prefix(7) }).count)", latest, failed ?? "-", "\(failed != latest)",
          "\(failures.count)", failures.map(\.date).min().flatMap { age($0, asOf) } ?? "-",
        ]).joined(separator: "|"))
      let texts = failures.map { failure in
        [
          id, failure.category, failure.region, failure.id, failure.date, age(failure.date, asOf) ?? "-",
          "\(failure.isFollowUp)",
        ].joined(separator: "|")
      }
      open += texts
    }
    return (lines, open.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  private static func age(_ date: String, _ asOf: CalendarDate) -> String? {
    CalendarDate(iso8601: date).map { "\(max(0, asOf.dayNumber - $0.dayNumber))" }
  }
}
