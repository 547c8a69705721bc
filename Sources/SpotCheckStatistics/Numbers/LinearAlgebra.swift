import CSpotCheckOpenBLAS

/// What holds for every use of OpenBLAS in this process.
public enum LinearAlgebra {
  /// Lets OpenBLAS work on the calling thread only; call it once, at start-up, before any other use.
  ///
  /// The setting is global to the process and must not be toggled around calls. Matrices here are small
  /// next to the dumps they come from, and the cores belong to reading.
  public static func useOneThread() {
    openblas_set_num_threads(1)
  }
}
