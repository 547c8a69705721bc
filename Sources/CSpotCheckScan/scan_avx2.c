#include "cursor.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define TARGET __attribute__((target("avx2,pclmul,popcnt,bmi,lzcnt")))

/// Bit i is set where byte i of the 64 in `low` and `high` equals `byte`.
TARGET static inline uint64_t equal(__m256i low, __m256i high, __m256i byte) {
  const uint32_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, byte));
  const uint32_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, byte));
  return (uint64_t)second << 32 | first;
}

/// Bit i is the parity of bits 0...i.
TARGET static inline uint64_t prefix_xor(uint64_t bits) {
  const __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)bits), _mm_set1_epi8(-1), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

/// Writes the offsets of the set bits, eight at a time: up to seven entries beyond the count are overwritten
/// by the next block or lie within the room of the block just read.
TARGET static inline uint32_t *write_offsets(uint32_t *out, uint64_t bits, uint32_t base) {
  const int count = _mm_popcnt_u64(bits);
  for (int written = 0; written < count; written += 8) {
    for (int i = 0; i < 8; i++) {
      out[written + i] = base + (uint32_t)_tzcnt_u64(bits);
      bits = _blsr_u64(bits);
    }
  }
  return out + count;
}

TARGET void spotcheck_scan_blocks_avx2(struct cursor *cursor) {
  const uint8_t *bytes = cursor->bytes;
  const spotcheck_dialect *dialect = cursor->dialect;
  const __m256i delimiter = _mm256_set1_epi8((char)dialect->delimiter);
  const __m256i newline = _mm256_set1_epi8((char)dialect->newline);
  const __m256i quote = _mm256_set1_epi8((char)dialect->quote);
  const __m256i carriage_return = _mm256_set1_epi8('\r');
  const uint64_t quoting = dialect->quoting ? ~0ull : 0;

  uint32_t *field_end = cursor->field_ends + cursor->fields;
  size_t record_start = cursor->record_start;
  uint64_t inside = 0;        // all ones when the block begins inside a quoted field
  uint64_t field_starts = 1;  // bit 0: the block begins at a field start
  uint64_t closed = 0;        // bit 0: the block begins right behind a closing quote
  size_t block = cursor->field_start;
  for (; block + 64 <= cursor->stop; block += 64) {
    const __m256i low = _mm256_loadu_si256((const __m256i *)(bytes + block));
    const __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + block + 32));
    const uint64_t newlines = equal(low, high, newline);
    uint64_t ends = equal(low, high, delimiter) | newlines;
    const uint64_t quotes = equal(low, high, quote) & quoting;
    if (quotes | inside) {
      const uint64_t within = prefix_xor(quotes) ^ inside;
      const uint64_t opening = quotes & within, closing = quotes & ~within;
      const uint64_t behind =
          equal(low, high, carriage_return) & (newlines >> 1 | (uint64_t)(bytes[block + 64] == '\n') << 63);
      const uint64_t followers = (ends | quotes | behind) >> 1;
      // A closing quote in the last byte is left to the scalar reading unless the next byte settles it.
      const uint8_t next = bytes[block + 64];
      const uint64_t last = block + 64 < cursor->length && (next == dialect->delimiter ||
                                                            next == dialect->newline || next == dialect->quote)
                                ? 1ull << 63
                                : 0;
      ends &= ~within;
      const uint64_t misplaced = (opening & ~(ends << 1 | field_starts | closing << 1 | closed)) |
                                 (closing & ~(followers | last));
      if (misplaced || block + 64 - record_start > dialect->record_limit) break;
      cursor->spans_lines |= (newlines & within) != 0;
      inside = (uint64_t)((int64_t)within >> 63);
      closed = closing >> 63;
    } else {
      closed = 0;
    }
    field_starts = ends >> 63;
    uint64_t record_bits = ends & newlines;
    const size_t fields = (size_t)(field_end - cursor->field_ends);
    while (record_bits) {
      const uint64_t through = record_bits ^ (record_bits - 1);  // the lowest set bit and all below
      cursor->record_ends[cursor->records++] = (uint32_t)(fields + (size_t)_mm_popcnt_u64(ends & through));
      record_start = block + (size_t)_tzcnt_u64(record_bits) + 1;
      record_bits = _blsr_u64(record_bits);
    }
    field_end = write_offsets(field_end, ends, (uint32_t)block);
  }
  cursor->fields = (size_t)(field_end - cursor->field_ends);
  cursor->record_start = record_start;
  if (cursor->fields) {
    const size_t behind_last = (size_t)cursor->field_ends[cursor->fields - 1] + 1;
    if (behind_last > cursor->field_start) cursor->field_start = behind_last;
  }
}

#else

void spotcheck_scan_blocks_avx2(struct cursor *cursor) { (void)cursor; }

#endif
