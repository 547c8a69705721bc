#include <string.h>

#include "kernels.h"

#if defined(__x86_64__)

#define FIND_FIELDS spotcheck_find_fields_avx512
#define SLOT_FOR spotcheck_slot_for_avx512
#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,aes,bmi2")))

#include "find_aes.h"

TARGET static inline field_block load(const uint8_t *bytes, size_t count) {
  return _mm256_maskz_loadu_epi8(_bzhi_u32(~0u, (unsigned)count), bytes);
}

TARGET static inline field_block with_last(field_block block, uint8_t byte) {
  return _mm256_mask_set1_epi8(block, 1u << SPOTCHECK_HEAD, (char)byte);
}

TARGET static inline bool is_block(field_block block, const uint8_t *bytes) {
  return _mm256_cmpneq_epi64_mask(block, _mm256_loadu_si256((const __m256i *)bytes)) == 0;
}

#include "find_fields.h"

#endif
