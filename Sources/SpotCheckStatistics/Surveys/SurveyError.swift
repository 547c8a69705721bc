/// Why a sampling design or an estimate from it could not be made.
public enum SurveyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A column has another length than there are rows.
  case length(expected: Int, found: Int)
  /// The weight of a row, counted from 0, is negative or not finite.
  case weight(row: Int)
  /// The value of a row is not finite; leave such rows out by the domain.
  case value(row: Int)
  /// A row's population is below its stratum's sample, differs within the stratum, or is missing.
  case population(row: Int)
  /// A stratum has one cluster out of several, and the rule gives it no variance.
  case singleton(stage: Int, row: Int)
  /// No weights reach the totals asked for; the constraint farthest off, and by how much.
  case unattainable(constraint: Int, miss: Double)
  /// Bounds do not enclose 1.
  case bounds(lower: Double, upper: Double)
  /// A model could not be fitted.
  case model(ModelError)

  /// The fact in words.
  public var description: String {
    switch self {
    case .length(let expected, let found): "\(found) values for \(expected) rows"
    case .weight(let row): "the weight of row \(row) is not a number of at least 0"
    case .value(let row): "the value of row \(row) is not a finite number"
    case .population(let row): "the population of row \(row) does not fit its stratum"
    case .singleton(let stage, let row):
      "the stratum of row \(row) has a single cluster at stage \(stage + 1)"
    case .unattainable(let constraint, let miss):
      "no weights reach the totals: constraint \(constraint) is missed by \(miss)"
    case .bounds(let lower, let upper): "bounds \(lower) and \(upper) do not enclose 1"
    case .model(let error): error.description
    }
  }
}

/// Runs linear algebra where surveys are worked on.
func surveying<Result>(_ body: () throws(LinearAlgebraError) -> Result) throws(SurveyError) -> Result {
  do {
    return try body()
  } catch {
    throw .model(.algebra(error))
  }
}
