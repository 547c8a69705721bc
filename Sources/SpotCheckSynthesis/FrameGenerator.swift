/// A deterministic generator of lists to draw from: establishments, and inspectors for them.
///
/// Regions, categories and names are those of the dumps. A record depends on the seed and its number alone, so a
/// longer list begins with a shorter one of the same seed.
public struct FrameGenerator: Sendable {
  /// What is listed.
  public enum List: String, Sendable, CaseIterable {
    /// `id,name,region,category,risk_class,last_inspected`.
    case establishments
    /// `id,name,office,skills,conflicts`.
    case inspectors
  }

  /// What is listed.
  public let list: List
  private let seed: UInt64
  private let prefectures = DumpPrefecture.yunnan
  private let places: WeightedChoice
  private let categories: [(sector: DumpSector, name: String)]
  private let kinds: WeightedChoice

  private static let riskClasses = ["A", "B", "C", "D"]
  private static let riskWeights = WeightedChoice([50, 30, 15, 5])
  /// Establishments an inspector may be in conflict with: the first of the same seed.
  private static let conflictRange = 100

  /// Creates the generator of a list.
  public init(_ list: List, seed: UInt64) {
    self.list = list
    self.seed = seed
    places = WeightedChoice(prefectures.map(\.weight))
    let all = DumpSector.standard.flatMap { sector in sector.categories.map { (sector, $0) } }
    categories = all.map { ($0, $1.name) }
    kinds = WeightedChoice(all.map(\.1.weight))
  }

  /// Writes a list of so many records behind its header, a megabyte or so at a time.
  ///
  /// - Complexity: O(records); memory does not grow with them.
  public func write<Failure: Error>(
    _ records: Int, _ body: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var block = Array((header + "\n").utf8)
    for record in 0..<max(0, records) {
      block += (fields(of: record).joined(separator: ",") + "\n").utf8
      if block.count >= 1 << 20 {
        try body(block)
        block.removeAll(keepingCapacity: true)
      }
    }
    try body(block)
  }

  private var header: String {
    switch list {
    case .establishments: "id,name,region,category,risk_class,last_inspected"
    case .inspectors: "id,name,office,skills,conflicts"
    }
  }

  private func fields(of record: Int) -> [String] {
    switch list {
    case .establishments: establishment(record)
    case .inspectors: inspector(record)
    }
  }

  private func establishment(_ record: Int) -> [String] {
    var random = SplitMix64(seed: seed, stream: record)
    let prefecture = prefectures[places.draw(&random)]
    let county = prefecture.counties[random.below(prefecture.counties.count)]
    let category = categories[kinds.draw(&random)]
    let shop = Vocabulary.shops[random.below(Vocabulary.shops.count)]
    let business = category.sector.businesses[random.below(category.sector.businesses.count)]
    let riskClass = Self.riskClasses[Self.riskWeights.draw(&random)]
    let month = DumpMonth(year: 2023, month: 1).advanced(by: random.below(24))
    let day = 1 + random.below(month.days)
    let wasInspected = random.below(10) > 0
    let date = "\(month)-\(day < 10 ? "0" : "")\(day)"
    return [
      creditCode(of: record), county.name + shop + business, county.code,
      "\(category.sector.name)/\(category.name)", riskClass, wasInspected ? date : "",
    ]
  }

  private func inspector(_ record: Int) -> [String] {
    // The streams of inspectors lie apart from those of establishments, which have positive numbers.
    var random = SplitMix64(seed: seed, stream: -1 - record)
    let office = prefectures[places.draw(&random)].code
    let sectors = DumpSector.standard.map(\.name)
    let first = random.below(sectors.count)
    let skills = (0...random.below(3)).map { sectors[(first + $0) % sectors.count] }
    let conflicts = (0..<max(0, random.below(10) - 7)).map { _ in
      creditCode(of: random.below(Self.conflictRange))
    }
    let surnames = Vocabulary.surnames
    let number = String(record + 1)
    return [
      "YN" + String(repeating: "0", count: max(0, 5 - number.utf8.count)) + number,
      surnames[random.below(surnames.count)] + number, office,
      random.below(12) == 0 ? "" : skills.joined(separator: ";"), conflicts.joined(separator: ";"),
    ]
  }

  /// A code of the form of GB 32100 with its check character, another one for every number below 31⁷.
  private func creditCode(of record: Int) -> String {
    var random = SplitMix64(seed: seed, stream: record)
    let prefecture = prefectures[places.draw(&random)]
    let county = prefecture.counties[random.below(prefecture.counties.count)]
    let digits = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var rest = (record * 1_000_003 + 12_345) % 27_512_614_111
    var tail: [Character] = []
    for _ in 0..<7 {
      tail.append(digits[rest % 31])
      rest /= 31
    }
    let body = Array("91\(county.code)MA") + tail
    var weight = 1
    var sum = 0
    for character in body {
      sum += weight * (digits.firstIndex(of: character) ?? 0)
      weight = weight * 3 % 31
    }
    return String(body + [digits[(31 - sum % 31) % 31]])
  }
}
