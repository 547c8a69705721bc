/// Writes the places of set bits, eight at a time, for kernels without a compress instruction.
///
/// A kernel defines `TARGET` and then includes this file.

TARGET static inline uint32_t *write_offsets(uint32_t *out, uint64_t bits, uint32_t base) {
  const int count = __builtin_popcountll(bits);
  for (int written = 0; written < count; written += 8) {
    for (int i = 0; i < 8; i++) {
      out[written + i] = base + (bits ? (uint32_t)__builtin_ctzll(bits) : 0);
      bits &= bits - 1;
    }
  }
  return out + count;
}
