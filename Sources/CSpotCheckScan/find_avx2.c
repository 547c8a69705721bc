#include <string.h>

#include "kernels.h"
#include "own_bytes.h"

#if defined(__x86_64__)

#define FIND_FIELDS spotcheck_find_fields_avx2
#define SLOT_FOR spotcheck_slot_for_avx2
#define TARGET __attribute__((target("avx2,aes")))

#include "find_aes.h"

TARGET static inline field_block load(const uint8_t *bytes, size_t count) {
  const __m256i own = _mm256_loadu_si256((const __m256i *)own_bytes(count));
  return _mm256_and_si256(_mm256_loadu_si256((const __m256i *)bytes), own);
}

TARGET static inline field_block with_last(field_block block, uint8_t byte) {
  const __m256i last = _mm256_set_epi64x((long long)((uint64_t)0xFF << 56), 0, 0, 0);
  return _mm256_blendv_epi8(block, _mm256_set1_epi8((char)byte), last);
}

TARGET static inline bool is_block(field_block block, const uint8_t *bytes) {
  const __m256i difference = _mm256_xor_si256(block, _mm256_loadu_si256((const __m256i *)bytes));
  return _mm256_testz_si256(difference, difference);
}

#include "find_fields.h"

#endif
