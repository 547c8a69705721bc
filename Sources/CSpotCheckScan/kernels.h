/// What each kernel does in its own way.
#pragma once

#include "cursor.h"

/// Advances over whole 64-byte blocks until they run out or one holds a quote that is out of place.
typedef void scan_blocks(struct cursor *cursor);

/// As `spotcheck_find_fields`.
typedef size_t find_fields(const spotcheck_field_table *table, const spotcheck_column *column,
                           uint32_t *numbers);

/// As `spotcheck_slot_for`.
typedef void slot_for(const spotcheck_field_table *table, const uint8_t *bytes, size_t length, spotcheck_slot *slot);

struct kernel {
  spotcheck_kernel kernel;
  const char *name;
  scan_blocks *blocks;  ///< NULL where every byte is read on its own
  find_fields *find;
  slot_for *slot;
};

/// The kernel wanted, where this machine has it; else one that reads byte by byte.
const struct kernel *kernel_of(spotcheck_kernel wanted);

#if defined(__x86_64__)
scan_blocks spotcheck_scan_blocks_sse2, spotcheck_scan_blocks_avx2, spotcheck_scan_blocks_avx512;
find_fields spotcheck_find_fields_avx2, spotcheck_find_fields_avx512;
slot_for spotcheck_slot_for_avx2, spotcheck_slot_for_avx512;
#elif defined(__aarch64__)
scan_blocks spotcheck_scan_blocks_neon;
#endif
find_fields spotcheck_find_fields_scalar;
slot_for spotcheck_slot_for_scalar;
