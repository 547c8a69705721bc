/// Why a model could not be fitted.
public enum ModelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No cell has trials.
  case noTrials
  /// Passes of a cell, counted from 0, are not in 0…trials.
  case counts(cell: Int)
  /// A cell's level is not in 0..<count of its factor.
  case level(cell: Int, term: Int)
  /// Matrices did not fit, or columns depend on one another.
  case algebra(LinearAlgebraError)

  /// The fact in words.
  public var description: String {
    switch self {
    case .noTrials: "no cell has trials"
    case .counts(let cell): "the passes of cell \(cell) are not between 0 and its trials"
    case .level(let cell, let term): "cell \(cell) has a level that term \(term) does not have"
    case .algebra(let error): error.description
    }
  }
}

/// Runs linear algebra where models are fitted.
func fitting<Result>(_ body: () throws(LinearAlgebraError) -> Result) throws(ModelError) -> Result {
  do {
    return try body()
  } catch {
    throw .algebra(error)
  }
}
