/// A schema made ready for reading: every column it names once, and what is made of each.
struct ReadingPlan: Sendable {
  /// A key that records are given: its columns, what it must fulfil, and which dimension it is.
  struct Key: Sendable {
    /// Slots of the levels, outermost first.
    var slots: [Int]
    /// Values that set bit i of a key's filter mask.
    var filters: [[DimensionKey]] = []
    /// Bits that must be set, or the record is ignored.
    var required: UInt64 = 0
    /// Bits of which none may be set, or the record is ignored.
    var excluded: UInt64 = 0
    /// Whether a blank key is no reason to reject.
    var allowsBlank = true
    /// Texts of which the deepest level must be one.
    var known: Set<DimensionKey>?
    /// Keys that stand for others.
    var groups: [DimensionKey: DimensionKey] = [:]
  }

  /// Every column the schema names, each once.
  private(set) var slots: [FieldSource] = []
  /// Every key, dimensions first and in their order.
  private(set) var keys: [Key] = []
  /// The number of leading keys that are dimensions.
  let dimensionCount: Int
  /// For each selection the key and bits that must be set.
  private(set) var selections: [[(key: Int, bit: UInt64)]] = []
  private(set) var date: Int?
  private(set) var results: [Int] = []
  private(set) var quantities: [Int] = []
  private(set) var sampleID: Int?
  private(set) var item: Int?
  private(set) var revised: Int?
  let schema: Schema

  init(_ schema: Schema) {
    self.schema = schema
    dimensionCount = schema.dimensions.count
    for dimension in schema.dimensions {
      let levels = dimension.levels.map { slot(of: $0) }
      keys.append(
        Key(
          slots: levels, allowsBlank: dimension.allowsBlank, known: dimension.known, groups: dimension.groups)
      )
    }
    date = schema.date.map { slot(of: $0.field) }
    results = schema.result.fields.map { slot(of: $0) }
    quantities = schema.quantities.map { slot(of: $0) }
    let needsUnits = schema.duplicates != .keep || schema.unit == .sample
    if needsUnits {
      sampleID = schema.sampleID.map { slot(of: $0) }
      item = schema.item.map { slot(of: $0) }
      revised = schema.revised.map { slot(of: $0.field) }
    }
    for filter in schema.filters {
      let (key, bit) = add(filter)
      keys[key].required |= bit
    }
    for filter in schema.followUps {
      let (key, bit) = add(filter)
      keys[key].excluded |= bit
    }
    for selection in schema.selections.prefix(64) {
      selections.append(selection.map { add($0) })
    }
  }

  /// Whether records go through the unit table: where a sample's identity is known and bears on the counts.
  var countsUnits: Bool { sampleID != nil }

  private mutating func slot(of source: FieldSource) -> Int {
    if let known = slots.firstIndex(of: source) { return known }
    slots.append(source)
    return slots.count - 1
  }

  /// Adds a filter to the key of its columns; a key holds at most 64 filters, beyond which it is given a twin.
  private mutating func add(_ filter: ValueFilter) -> (key: Int, bit: UInt64) {
    let levels = filter.levels.map { slot(of: $0) }
    let key =
      keys.firstIndex { $0.slots == levels && $0.filters.count < 64 }
      ?? {
        keys.append(Key(slots: levels))
        return keys.count - 1
      }()
    keys[key].filters.append(filter.values)
    return (key, 1 << UInt64(keys[key].filters.count - 1))
  }
}
