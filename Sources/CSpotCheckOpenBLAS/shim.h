/// The only door to OpenBLAS: dense vectors and matrices, 32-bit indices (LP64).
#include <cblas.h>
