/// The AVX-512 instructions that the kernels use, written out in plain C, for machines that lack them.
#pragma once

#include <immintrin.h>
#include <stdint.h>
#include <string.h>

typedef struct {
  uint8_t bytes[64];
} block512;

#define __m512i block512
#define AVX2 __attribute__((target("avx2"))) static inline

static inline block512 load_512(const void *bytes) {
  block512 block;
  memcpy(&block, bytes, sizeof block);
  return block;
}

static inline void store_512(void *bytes, block512 block) { memcpy(bytes, &block, sizeof block); }

static inline block512 set_bytes(char byte) {
  block512 block;
  memset(&block, byte, sizeof block);
  return block;
}

static inline block512 set_words(int word) {
  block512 block;
  for (int i = 0; i < 16; i++) memcpy(block.bytes + 4 * i, &word, 4);
  return block;
}

static inline uint64_t equal_bytes(block512 left, block512 right) {
  uint64_t bits = 0;
  for (int i = 0; i < 64; i++) bits |= (uint64_t)(left.bytes[i] == right.bytes[i]) << i;
  return bits;
}

static inline block512 compress(uint64_t bits, block512 from) {
  block512 block = {{0}};
  int count = 0;
  for (int i = 0; i < 64; i++) {
    if (bits >> i & 1) block.bytes[count++] = from.bytes[i];
  }
  return block;
}

static inline __m128i first_quarter(block512 block) {
  __m128i quarter;
  memcpy(&quarter, &block, sizeof quarter);
  return quarter;
}

static inline block512 widen(__m128i bytes) {
  uint8_t narrow[16];
  memcpy(narrow, &bytes, sizeof narrow);
  block512 block;
  for (int i = 0; i < 16; i++) {
    const uint32_t wide = narrow[i];
    memcpy(block.bytes + 4 * i, &wide, 4);
  }
  return block;
}

static inline block512 add_words(block512 left, block512 right) {
  for (int i = 0; i < 16; i++) {
    uint32_t first, second;
    memcpy(&first, left.bytes + 4 * i, 4);
    memcpy(&second, right.bytes + 4 * i, 4);
    first += second;
    memcpy(left.bytes + 4 * i, &first, 4);
  }
  return left;
}

static inline block512 choose_quarters(block512 left, block512 right, int which) {
  block512 block;
  for (int i = 0; i < 4; i++) {
    memcpy(block.bytes + 16 * i, (i < 2 ? left : right).bytes + 16 * (which >> (2 * i) & 3), 16);
  }
  return block;
}

AVX2 __m256i load_some(uint32_t bits, const uint8_t *bytes) {
  uint8_t block[32] = {0};
  for (int i = 0; i < 32; i++) {
    if (bits >> i & 1) block[i] = bytes[i];
  }
  return _mm256_loadu_si256((const __m256i *)block);
}

AVX2 __m256i set_some(__m256i others, uint32_t bits, char byte) {
  uint8_t block[32];
  memcpy(block, &others, sizeof block);
  for (int i = 0; i < 32; i++) {
    if (bits >> i & 1) block[i] = (uint8_t)byte;
  }
  return _mm256_loadu_si256((const __m256i *)block);
}

AVX2 uint8_t unequal_words(__m256i left, __m256i right) {
  return (uint8_t)(~_mm256_movemask_pd(_mm256_castsi256_pd(_mm256_cmpeq_epi64(left, right))) & 15);
}

#undef _mm512_cmpeq_epi8_mask
#undef _mm512_shuffle_i64x2
#undef _mm256_cmpneq_epi64_mask
#define _mm512_loadu_si512 load_512
#define _mm512_storeu_si512 store_512
#define _mm512_set1_epi8 set_bytes
#define _mm512_set1_epi32 set_words
#define _mm512_cmpeq_epi8_mask equal_bytes
#define _mm512_maskz_compress_epi8 compress
#define _mm512_castsi512_si128 first_quarter
#define _mm512_cvtepu8_epi32 widen
#define _mm512_add_epi32 add_words
#define _mm512_shuffle_i64x2 choose_quarters
#define _mm256_maskz_loadu_epi8 load_some
#define _mm256_mask_set1_epi8 set_some
#define _mm256_cmpneq_epi64_mask unequal_words
