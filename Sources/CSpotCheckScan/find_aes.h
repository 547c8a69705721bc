/// What the kernels of x86-64 make of a block in a register.
///
/// A kernel defines `TARGET` and then includes this file.

#include <immintrin.h>

typedef __m256i field_block;

typedef struct {
  __m128i low, high;
} hash_keys;

TARGET static inline hash_keys load_keys(const uint64_t keys[4]) {
  return (hash_keys){_mm_loadu_si128((const __m128i *)keys), _mm_loadu_si128((const __m128i *)(keys + 2))};
}

/// Three rounds of AES, which no input can be written to undo without the key.
TARGET static inline uint64_t hash_more(hash_keys keys, uint64_t hash, field_block block) {
  const __m128i low = _mm256_castsi256_si128(block), high = _mm256_extracti128_si256(block, 1);
  __m128i mixed = _mm_xor_si128(_mm_xor_si128(low, keys.low), _mm_cvtsi64_si128((long long)hash));
  mixed = _mm_aesenc_si128(mixed, _mm_xor_si128(high, keys.high));
  mixed = _mm_aesenc_si128(_mm_aesenc_si128(mixed, keys.low), keys.high);
  return (uint64_t)_mm_cvtsi128_si64(mixed);
}
