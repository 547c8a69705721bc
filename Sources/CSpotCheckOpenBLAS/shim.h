/// The only door to OpenBLAS: dense vectors and matrices, 32-bit indices (LP64).
///
/// BLAS comes by its C names. LAPACK comes by its Fortran names, since OpenBLAS need not bring LAPACKE, and is
/// wrapped for row-major matrices: LAPACK counts by columns and sees the transpose, so that the upper
/// triangle of a row-major matrix is its lower one. Each wrapper returns LAPACK's info, 0 for success.
#pragma once

#include <cblas.h>
#include <stddef.h>

// OpenBLAS calls it before a fork; a build without threads lacks it.
int blas_thread_shutdown_(void) __attribute__((weak));

/// Lets all work be done by the calling thread, and ends the threads OpenBLAS started when it was loaded: until they
/// sleep they take a processor each for some 25 ms.
static inline void spotcheck_blas_use_one_thread(void) {
  openblas_set_num_threads(1);
  if (blas_thread_shutdown_) blas_thread_shutdown_();
}

// A character argument is followed, after all others, by its length.
void dpotrf_(const char *uplo, const blasint *n, double *a, const blasint *lda, blasint *info, size_t);
void dpotrs_(const char *uplo, const blasint *n, const blasint *nrhs, const double *a, const blasint *lda,
             double *b, const blasint *ldb, blasint *info, size_t);
void dpotri_(const char *uplo, const blasint *n, double *a, const blasint *lda, blasint *info, size_t);
void dpstrf_(const char *uplo, const blasint *n, double *a, const blasint *lda, blasint *pivots, blasint *rank,
             const double *tolerance, double *work, blasint *info, size_t);
void dgels_(const char *trans, const blasint *m, const blasint *n, const blasint *nrhs, double *a,
            const blasint *lda, double *b, const blasint *ldb, double *work, const blasint *lwork,
            blasint *info, size_t);

/// Replaces the upper triangle of a (n × n) by its Cholesky factor R, R'R = a.
static inline blasint spotcheck_cholesky(blasint n, double *a) {
  blasint info = 0;
  dpotrf_("L", &n, a, &n, &info, 1);
  return info;
}

/// Replaces b (n values) by the solution x of R'R x = b.
static inline blasint spotcheck_cholesky_solve(blasint n, const double *factor, double *b) {
  const blasint one = 1;
  blasint info = 0;
  dpotrs_("L", &n, &one, factor, &n, b, &n, &info, 1);
  return info;
}

/// Replaces the upper triangle of a factor R by that of (R'R)^-1.
static inline blasint spotcheck_cholesky_inverse(blasint n, double *factor) {
  blasint info = 0;
  dpotri_("L", &n, factor, &n, &info, 1);
  return info;
}

/// Factors a (n × n) with pivots, counted from 1, and shows its rank; work has 2n values.
static inline blasint spotcheck_pivoted_cholesky(
    blasint n, double *a, double tolerance, blasint *pivots, blasint *rank, double *work) {
  blasint info = 0;
  dpstrf_("L", &n, a, &n, pivots, rank, &tolerance, work, &info, 1);
  return info;
}

/// Least squares of a (rows × columns, rows >= columns): b becomes the solution, then what is left over.
///
/// The upper triangle of the first rows of a becomes R of its QR factors where rows > columns.
static inline blasint spotcheck_least_squares(
    blasint rows, blasint columns, double *a, double *b, double *work, blasint work_count) {
  const blasint one = 1;
  blasint info = 0;
  dgels_("T", &columns, &rows, &one, a, &columns, b, &rows, work, &work_count, &info, 1);
  return info;
}
