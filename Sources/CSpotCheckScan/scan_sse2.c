#include "kernels.h"

#if defined(__x86_64__)

#include <emmintrin.h>

#define SCAN_BLOCKS spotcheck_scan_blocks_sse2
#define TARGET

typedef struct {
  __m128i part[4];
} block;

static inline block load(const uint8_t *bytes) {
  block block;
  for (int i = 0; i < 4; i++) block.part[i] = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
  return block;
}

static inline uint64_t equal(block block, uint8_t byte) {
  const __m128i wanted = _mm_set1_epi8((char)byte);
  uint64_t bits = 0;
  for (int i = 0; i < 4; i++) {
    bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(block.part[i], wanted)) << (16 * i);
  }
  return bits;
}

static inline bool holds(block block, uint8_t byte) { return equal(block, byte) != 0; }

#include "prefix_xor.h"
#include "write_offsets.h"
#include "scan_blocks.h"

#endif
