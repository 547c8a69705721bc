import CSpotCheckOpenBLAS

/// The door to OpenBLAS and LAPACK: every matrix of this module is a ``Matrix`` and is worked on here.
public enum LinearAlgebra {
  /// Lets OpenBLAS work on the calling thread only; call it once, at start-up, before any other use.
  ///
  /// The setting is global to the process and must not be toggled around calls. Matrices here are small
  /// next to the dumps they come from, and the cores belong to reading.
  public static func useOneThread() {
    spotcheck_blas_use_one_thread()
  }
}

/// Why matrices could not be worked on.
public enum LinearAlgebraError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A size differs from what the other operand asks for.
  case shape(expected: Int, found: Int)
  /// A side is below 0 or above 2³¹ − 1.
  case side(Int)
  /// A value is NaN or infinite.
  case notFinite
  /// This column, counted from 0, is a combination of the columns before it.
  case dependentColumn(Int)

  /// The fact in words.
  public var description: String {
    switch self {
    case .shape(let expected, let found): "\(found) values where \(expected) are needed"
    case .side(let side): "a matrix cannot have \(side) rows or columns"
    case .notFinite: "a value is not a finite number"
    case .dependentColumn(let column): "column \(column) is a combination of the columns before it"
    }
  }
}
