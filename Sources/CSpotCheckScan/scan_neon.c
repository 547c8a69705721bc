#include "kernels.h"

#if defined(__aarch64__)

#include <arm_neon.h>

#define SCAN_BLOCKS spotcheck_scan_blocks_neon
#define TARGET

typedef uint8x16x4_t block;

static inline block load(const uint8_t *bytes) {
  block block;
  for (int i = 0; i < 4; i++) block.val[i] = vld1q_u8(bytes + 16 * i);
  return block;
}

/// Keeps of each byte one bit, and adds neighbours pairwise until eight bytes hold the 64 bits.
static inline uint64_t equal(block block, uint8_t byte) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t wanted = vdupq_n_u8(byte), weight = vld1q_u8(weights);
  uint8x16_t part[4];
  for (int i = 0; i < 4; i++) part[i] = vandq_u8(vceqq_u8(block.val[i], wanted), weight);
  const uint8x16_t pairs = vpaddq_u8(vpaddq_u8(part[0], part[1]), vpaddq_u8(part[2], part[3]));
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(pairs, pairs)), 0);
}

static inline bool holds(block block, uint8_t byte) { return equal(block, byte) != 0; }

#include "prefix_xor.h"
#include "write_offsets.h"
#include "scan_blocks.h"

#endif
