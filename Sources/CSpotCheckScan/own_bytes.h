/// Which of 32 bytes belong to a field, for kernels without masked loads.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// 32 bytes of which the first `count` have all bits set, and the others none.
static inline const uint8_t *own_bytes(size_t count) {
  static const uint8_t bytes[64] = {[0 ... 31] = 0xFF};
  return bytes + 32 - count;
}
