/// A sector (领域) of inspection: what is sampled, under which programmes, and how results are worded.
public struct DumpSector: Sendable, Hashable {
  /// The sector's name, the first level of a category path.
  public var name: String
  /// The programmes it is sampled under, each with its true pass rate; at least one.
  public var programmes: [DumpProgramme]
  /// The categories within it; at least one.
  public var categories: [DumpCategory]
  /// The stages of the supply chain at which samples are taken; at least one.
  public var stages: [String]
  /// What establishments call themselves, the end of their names; at least one.
  public var businesses: [String]
  /// The items tested on each sample, ``DumpShape/itemsPerSample`` of them.
  public var items: [String]
  /// The label of a conforming result.
  public var passLabel: String
  /// The label of a nonconforming result.
  public var failLabel: String

  /// Creates a sector.
  public init(
    _ name: String, programmes: [DumpProgramme], categories: [DumpCategory], stages: [String],
    businesses: [String], items: [String], passLabel: String = "合格", failLabel: String = "不合格"
  ) {
    self.name = name
    self.programmes = programmes
    self.categories = categories
    self.stages = stages
    self.businesses = businesses
    self.items = items
    self.passLabel = passLabel
    self.failLabel = failLabel
  }
}

/// A category of products within a sector.
public struct DumpCategory: Sendable, Hashable {
  /// The category's name, the second level of its path.
  public var name: String
  /// How often it is drawn, relative to all categories of all sectors; at least 1.
  public var weight: Int
  /// The products sampled in it, drawn evenly; at least one.
  public var products: [String]

  /// Creates a category.
  public init(_ name: String, weight: Int, products: [String]) {
    self.name = name
    self.weight = weight
    self.products = products
  }
}

/// A programme (抽检类型) samples are taken under.
public struct DumpProgramme: Sendable, Hashable {
  /// The programme's name.
  public var name: String
  /// How often it is drawn within its sector, relative to the others; at least 1.
  public var weight: Int
  /// The true pass rate where no ``DumpRate`` says otherwise, a proportion in `0...1`.
  public var rate: Double

  /// Creates a programme.
  public init(_ name: String, weight: Int, rate: Double) {
    self.name = name
    self.weight = weight
    self.rate = rate
  }
}
