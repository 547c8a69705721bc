/// The exact counts of a dump: every combination of dimension keys and month that occurs.
public struct DimensionCube: Sendable, Equatable {
  /// The dimensions, in the schema's order.
  public var dimensions: [Dimension]
  /// The cells that occur, each once, ascending by key ids, selection mask and month.
  public var cells: [Cell]

  /// Creates a cube.
  public init(dimensions: [Dimension], cells: [Cell]) {
    self.dimensions = dimensions
    self.cells = cells
  }

  /// A dimension and the keys that occur in it.
  public struct Dimension: Sendable, Equatable {
    /// The dimension's name.
    public var name: String
    /// The keys that occur, ascending by bytes.
    public var keys: [DimensionKey]

    /// Creates a dimension.
    public init(name: String, keys: [DimensionKey]) {
      self.name = name
      self.keys = keys
    }
  }

  /// The counts of one combination.
  public struct Cell: Sendable, Equatable {
    /// For each dimension the position of the key in its ``Dimension/keys``.
    public var ids: [Int32]
    /// Which of the schema's selections are met, selection 0 in the lowest bit.
    public var selections: UInt64
    /// The month; `nil` when the schema has no date.
    public var month: Month?
    /// Units judged.
    public var trials: Int
    /// Units that conformed, in `0...trials`.
    public var passes: Int

    /// The sums of each of the schema's quantities.
    public var quantities: [QuantityTally] = []

    /// Creates a cell.
    public init(ids: [Int32], selections: UInt64 = 0, month: Month?, trials: Int, passes: Int) {
      self.ids = ids
      self.selections = selections
      self.month = month
      self.trials = trials
      self.passes = passes
    }
  }
}
