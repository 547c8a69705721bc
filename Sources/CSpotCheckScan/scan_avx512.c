#include "kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define SCAN_BLOCKS spotcheck_scan_blocks_avx512
#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,pclmul,popcnt,bmi")))

typedef __m512i block;

TARGET static inline block load(const uint8_t *bytes) { return _mm512_loadu_si512(bytes); }

TARGET static inline uint64_t equal(block block, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8((char)byte));
}

TARGET static inline bool holds(block block, uint8_t byte) { return equal(block, byte) != 0; }

TARGET static inline uint64_t prefix_xor(uint64_t bits) {
  const __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)bits), _mm_set1_epi8(-1), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

/// The places 0...63 of a block's bytes.
static const uint8_t places[64] = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
                                   16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
                                   32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
                                   48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};

/// Compresses the places whose bits are set, and widens them sixteen at a time.
TARGET static inline uint32_t *write_offsets(uint32_t *out, uint64_t bits, uint32_t base) {
  const int count = (int)_mm_popcnt_u64(bits);
  __m512i set = _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(places));
  const __m512i bases = _mm512_set1_epi32((int)base);
  int written = 0;
  do {
    const __m512i wide = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(set));
    _mm512_storeu_si512(out + written, _mm512_add_epi32(wide, bases));
    set = _mm512_shuffle_i64x2(set, set, 0x39);
    written += 16;
  } while (written < count);
  return out + count;
}

#include "scan_blocks.h"

#endif
