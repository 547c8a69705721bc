/// On which days the units of a cube were inspected, as far as a history needs to know.
public struct InspectionDays: Sendable, Equatable {
  /// For each cell of the cube the number of the last day on which a unit conformed; ``noDay`` without one.
  ///
  /// See ``CalendarDate/dayNumber``.
  public var lastConforming: [Int32]
  /// Every unit that did not conform, ascending by cell, day and the bytes of its sample.
  public var failures: [Failure]

  /// Stands for no day at all; before any other.
  public static let noDay = Int32.min

  /// Creates the days of cells.
  public init(lastConforming: [Int32], failures: [Failure]) {
    self.lastConforming = lastConforming
    self.failures = failures
  }

  /// A unit that did not conform.
  public struct Failure: Sendable, Equatable {
    /// The position of its cell in the cube.
    public var cell: Int32
    /// The number of the day it was inspected, or ``noDay``.
    public var day: Int32
    /// The identifier of its sample; `nil` where it has none, or none was read.
    public var sample: DimensionKey?

    /// Creates a failure.
    public init(cell: Int32, day: Int32, sample: DimensionKey?) {
      self.cell = cell
      self.day = day
      self.sample = sample
    }
  }
}

/// Units taken after rectification, which no rate has.
public struct FollowUps: Sendable, Equatable {
  /// Their counts, by the dimensions of the other cube; its keys are their own.
  public var cube: DimensionCube
  /// On which days they were inspected.
  public var days: InspectionDays

  /// Creates follow-ups of their counts and days.
  public init(cube: DimensionCube, days: InspectionDays) {
    self.cube = cube
    self.days = days
  }
}
