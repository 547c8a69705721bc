#include <stdlib.h>
#include <string.h>

#include "kernels.h"

/// The kernels this machine has, the fastest first.
static const struct kernel *kernels(void) {
  static const struct kernel all[] = {
#if defined(__x86_64__)
      {SPOTCHECK_KERNEL_AVX512, "avx512", spotcheck_scan_blocks_avx512, spotcheck_find_fields_avx512,
       spotcheck_slot_for_avx512},
      {SPOTCHECK_KERNEL_AVX2, "avx2", spotcheck_scan_blocks_avx2, spotcheck_find_fields_avx2,
       spotcheck_slot_for_avx2},
      {SPOTCHECK_KERNEL_SSE2, "sse2", spotcheck_scan_blocks_sse2, spotcheck_find_fields_scalar,
       spotcheck_slot_for_scalar},
#elif defined(__aarch64__)
      {SPOTCHECK_KERNEL_NEON, "neon", spotcheck_scan_blocks_neon, spotcheck_find_fields_scalar,
       spotcheck_slot_for_scalar},
#endif
      {SPOTCHECK_KERNEL_SCALAR, "scalar", NULL, spotcheck_find_fields_scalar,
       spotcheck_slot_for_scalar},
      {SPOTCHECK_KERNEL_NONE, "none", NULL, spotcheck_find_fields_scalar,
       spotcheck_slot_for_scalar},
  };
  const struct kernel *first = all;
#if defined(__x86_64__)
  if (!__builtin_cpu_supports("pclmul") || !__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("aes") ||
      !__builtin_cpu_supports("bmi2")) {
    first += 2;
  } else if (!__builtin_cpu_supports("avx512bw") || !__builtin_cpu_supports("avx512vl") ||
             !__builtin_cpu_supports("avx512vbmi2")) {
    first += 1;
  }
#endif
  return first;
}

const struct kernel *kernel_of(spotcheck_kernel wanted) {
  const struct kernel *kernel = kernels();
  while (kernel->kernel != SPOTCHECK_KERNEL_NONE && kernel->kernel != wanted) kernel++;
  return kernel;
}

spotcheck_kernel spotcheck_kernel_named(const char *name) {
  const struct kernel *kernel = kernels();
  while (kernel->kernel != SPOTCHECK_KERNEL_NONE && strcmp(kernel->name, name) != 0) kernel++;
  return kernel->kernel;
}

spotcheck_kernel spotcheck_default_kernel(void) {
  const char *name = getenv("SPOTCHECK_KERNEL");
  const spotcheck_kernel forced = name ? spotcheck_kernel_named(name) : SPOTCHECK_KERNEL_NONE;
  return forced != SPOTCHECK_KERNEL_NONE ? forced : kernels()->kernel;
}

size_t spotcheck_find_fields(spotcheck_kernel kernel, const spotcheck_field_table *table,
                             const spotcheck_column *column, uint32_t *numbers) {
  return kernel_of(kernel)->find(table, column, numbers);
}

spotcheck_slot spotcheck_slot_for(spotcheck_kernel kernel, const spotcheck_field_table *table, const uint8_t *bytes,
                                  size_t length) {
  spotcheck_slot slot = {.number = SPOTCHECK_NOT_FOUND};
  kernel_of(kernel)->slot(table, bytes, length, &slot);
  return slot;
}
