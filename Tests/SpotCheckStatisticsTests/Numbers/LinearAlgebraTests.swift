import CSpotCheckOpenBLAS
import SpotCheckStatistics
import Testing

struct LinearAlgebraTests {
  @Test func oneThreadIsOneThread() {
    LinearAlgebra.useOneThread()
    #expect(openblas_get_num_threads() == 1)
  }
}
