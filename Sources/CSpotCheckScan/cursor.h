/// The state of one scan, shared by the kernels.
#pragma once

#include "CSpotCheckScan.h"

struct cursor {
  const uint8_t *bytes;
  size_t length;
  size_t stop;
  bool is_final;
  const spotcheck_dialect *dialect;
  uint32_t *field_ends;
  uint32_t *record_ends;
  size_t fields;
  size_t records;
  size_t field_start;   ///< where scanning goes on: the start of a field
  size_t record_start;  ///< the start of the record that field lies in
  bool spans_lines;
};

/// Advances over whole 64-byte blocks until they run out or one holds a quote that is out of place.
typedef void (*scan_blocks)(struct cursor *cursor);

#if defined(__x86_64__)
void spotcheck_scan_blocks_sse2(struct cursor *cursor);
void spotcheck_scan_blocks_avx2(struct cursor *cursor);
void spotcheck_scan_blocks_avx512(struct cursor *cursor);
#elif defined(__aarch64__)
void spotcheck_scan_blocks_neon(struct cursor *cursor);
#endif
