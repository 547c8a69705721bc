/// What a synthetic dump is made of; equal recipes make equal bytes.
///
/// A record is a function of the recipe and its place in the stream alone, so a stream can be written in
/// blocks of any size, split over files, or begun anywhere. Defects, encoding and line ends change how a
/// record is written and never which one is drawn.
public struct DumpRecipe: Sendable, Hashable {
  /// The number of records, in `0...10¹²`.
  public var records: Int
  /// The seed of every draw.
  public var seed: UInt64
  /// The columns and the quoting.
  public var shape: DumpShape = .plain
  /// The text encoding.
  public var encoding: DumpEncoding = .utf8
  /// Whether records end with CRLF rather than LF.
  public var endsWithCRLF = false
  /// The first month.
  public var start = DumpMonth(year: 2023, month: 1)
  /// The number of months the records are spread over evenly, in date order; in `1...1200`.
  public var months = 24
  /// The regions; at least one.
  public var prefectures = DumpPrefecture.yunnan
  /// The sectors with their categories; at least one.
  public var sectors = DumpSector.standard
  /// True pass rates in place of the programmes' own; the last one that holds wins.
  public var rates = DumpRate.standardShortfalls
  /// The share of records each defect befalls; in sum at most 1.
  public var defects: [DumpDefect: Double] = [:]
  /// The share of failing items that have been retested, in `0...1`; only ``DumpShape/items`` shows it.
  ///
  /// Three retests in ten overturn the first result.
  public var retests = 0.0

  /// About how many establishments there are, spread evenly over counties and sectors and told apart by a number
  /// behind their names; `nil` draws names from a few thousand.
  public var establishments: Int?

  /// Creates a recipe for `records` records of the plain shape.
  public init(records: Int, seed: UInt64) {
    self.records = records
    self.seed = seed
  }

  /// Why a recipe cannot be followed.
  public struct Invalid: Error, Sendable, Hashable, CustomStringConvertible {
    /// The member of the recipe.
    public let option: String
    /// What it must be.
    public let reason: String

    /// The facts in words.
    public var description: String { "\(option): \(reason)" }
  }

  func validate() throws(Invalid) {
    try require((0...1_000_000_000_000).contains(records), "records", "must lie in 0...10¹²")
    try require((1...1_200).contains(months), "months", "must lie in 1...1200")
    try require(
      (1...9_899).contains(start.year) && (1...12).contains(start.month), "start", "must be a month")
    try require(
      defects.values.allSatisfy { (0...1).contains($0) } && defects.values.reduce(0, +) <= 1 + 1e-9,
      "defects",
      "must be shares in 0...1 that sum to at most 1")
    try require(
      (1...1_000_000_000).contains(establishments ?? 1), "establishments", "must lie in 1...10⁹")
    try require((0...1).contains(retests), "retests", "must lie in 0...1")
    try require(
      rates.allSatisfy { (0...1).contains($0.rate) }
        && sectors.allSatisfy { $0.programmes.allSatisfy { (0...1).contains($0.rate) } },
      "rates", "must lie in 0...1")
    try require(
      !prefectures.isEmpty
        && prefectures.allSatisfy { (1...1_000_000).contains($0.weight) && !$0.counties.isEmpty },
      "prefectures", "must each have a weight in 1...10⁶ and a county")
    try require(
      !sectors.isEmpty && sectors.allSatisfy(\.isComplete), "sectors",
      "must each have programmes, categories and products with weights in 1...10⁶, stages, businesses, and "
        + "\(DumpShape.itemsPerSample) items")
  }

  private func require(_ condition: Bool, _ option: String, _ reason: String) throws(Invalid) {
    guard condition else { throw Invalid(option: option, reason: reason) }
  }
}

extension DumpSector {
  fileprivate var isComplete: Bool {
    let weights = programmes.map(\.weight) + categories.map(\.weight)
    return !programmes.isEmpty && !categories.isEmpty && !stages.isEmpty && !businesses.isEmpty
      && weights.allSatisfy { (1...1_000_000).contains($0) }
      && categories.allSatisfy { !$0.products.isEmpty } && items.count == DumpShape.itemsPerSample
  }
}
