/// The parity of the bits up to each bit, by shifts, for kernels without a carry-less multiply.
///
/// A kernel defines `TARGET` and then includes this file.

TARGET static inline uint64_t prefix_xor(uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}
