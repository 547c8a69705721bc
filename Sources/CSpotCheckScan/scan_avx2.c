#include "kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define SCAN_BLOCKS spotcheck_scan_blocks_avx2
#define TARGET __attribute__((target("avx2,pclmul,popcnt,bmi")))

typedef struct {
  __m256i low, high;
} block;

TARGET static inline block load(const uint8_t *bytes) {
  return (block){_mm256_loadu_si256((const __m256i *)bytes), _mm256_loadu_si256((const __m256i *)(bytes + 32))};
}

TARGET static inline uint64_t equal(block block, uint8_t byte) {
  const __m256i wanted = _mm256_set1_epi8((char)byte);
  const uint32_t low = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(block.low, wanted));
  const uint32_t high = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(block.high, wanted));
  return (uint64_t)high << 32 | low;
}

TARGET static inline bool holds(block block, uint8_t byte) {
  const __m256i wanted = _mm256_set1_epi8((char)byte);
  return _mm256_movemask_epi8(
             _mm256_or_si256(_mm256_cmpeq_epi8(block.low, wanted), _mm256_cmpeq_epi8(block.high, wanted))) != 0;
}

TARGET static inline uint64_t prefix_xor(uint64_t bits) {
  const __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)bits), _mm_set1_epi8(-1), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

/// Writes seven places at once, which few blocks have more than, then three at a time, never more than 64.
TARGET static inline uint32_t *write_offsets(uint32_t *out, uint64_t bits, uint32_t base) {
  const int count = (int)_mm_popcnt_u64(bits);
  for (int i = 0; i < 7; i++) {
    out[i] = base + (uint32_t)_tzcnt_u64(bits);
    bits = _blsr_u64(bits);
  }
  for (int written = 7; __builtin_expect(written < count, 0); written += 3) {
    for (int i = 0; i < 3; i++) {
      out[written + i] = base + (uint32_t)_tzcnt_u64(bits);
      bits = _blsr_u64(bits);
    }
  }
  return out + count;
}

#include "scan_blocks.h"

#endif
