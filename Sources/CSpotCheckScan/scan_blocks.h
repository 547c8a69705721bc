/// The block loop of every vector kernel, written once.
///
/// A kernel defines, and then includes this file:
/// - `SCAN_BLOCKS`: the name of its function;
/// - `TARGET`: the attribute that allows its instructions;
/// - `block`: a type that holds 64 bytes, `load(bytes)` that reads one;
/// - `equal(block, byte)`: bit i is set where byte i equals `byte`;
/// - `prefix_xor(bits)`: bit i is the parity of bits 0...i;
/// - `write_offsets(out, bits, base)`: writes `base` plus the place of each set bit, and returns the end. It may
///   write up to 64 entries, of which those behind the end are overwritten later or lie within the room that
///   the block just read leaves.

TARGET void SCAN_BLOCKS(struct cursor *cursor) {
  const uint8_t *bytes = cursor->bytes;
  const spotcheck_dialect *dialect = cursor->dialect;
  const uint8_t delimiter = dialect->delimiter, newline = dialect->newline, quote = dialect->quote;
  const uint64_t quoting = dialect->quoting ? ~0ull : 0;

  uint32_t *field_end = cursor->field_ends + cursor->fields;
  uint32_t *record_end = cursor->record_ends + cursor->records;
  size_t record_start = cursor->record_start;
  uint64_t inside = 0;        // all ones when the block begins inside a quoted field
  uint64_t field_starts = 1;  // bit 0: the block begins at a field start
  uint64_t closed = 0;        // bit 0: the block begins right behind a closing quote
  size_t at = cursor->field_start;
  for (; at + 64 <= cursor->stop; at += 64) {
    const block block = load(bytes + at);
    const uint64_t newlines = equal(block, newline);
    uint64_t ends = equal(block, delimiter) | newlines;
    const uint64_t quotes = equal(block, quote) & quoting;
    if (quotes | inside) {
      const uint64_t within = prefix_xor(quotes) ^ inside;
      const uint64_t opening = quotes & within, closing = quotes & ~within;
      const uint8_t next = bytes[at + 64];
      const uint64_t returns = equal(block, '\r') & (newlines >> 1 | (uint64_t)(next == '\n') << 63);
      // A closing quote in the last byte is left to the scalar reading unless the next byte settles it.
      const uint64_t settled =
          at + 64 < cursor->length && (next == delimiter || next == newline || next == quote) ? 1ull << 63 : 0;
      const uint64_t followed = (ends | quotes | returns) >> 1 | settled;
      ends &= ~within;
      const uint64_t misplaced =
          (opening & ~(ends << 1 | field_starts | closing << 1 | closed)) | (closing & ~followed);
      if (misplaced || at + 64 - record_start > dialect->record_limit) break;
      cursor->spans_lines |= (newlines & within) != 0;
      inside = (uint64_t)((int64_t)within >> 63);
      closed = closing >> 63;
    } else {
      closed = 0;
    }
    field_starts = ends >> 63;
    const size_t fields = (size_t)(field_end - cursor->field_ends);
    const uint64_t record_ends = ends & newlines;
    uint64_t bits = record_ends;
    // Most blocks hold one record end or none, which a branch would often get wrong: one is written, if for nothing.
    do {
      const uint64_t through = bits ^ (bits - 1);  // the lowest set bit and all below
      *record_end = (uint32_t)(fields + (size_t)__builtin_popcountll(ends & through));
      record_end += bits != 0;
      bits &= bits - 1;
    } while (bits);
    record_start = record_ends ? at + 64 - (size_t)__builtin_clzll(record_ends) : record_start;
    field_end = write_offsets(field_end, ends, (uint32_t)at);
  }
  cursor->fields = (size_t)(field_end - cursor->field_ends);
  cursor->records = (size_t)(record_end - cursor->record_ends);
  cursor->record_start = record_start;
  if (cursor->fields) {
    const size_t behind_last = (size_t)cursor->field_ends[cursor->fields - 1] + 1;
    if (behind_last > cursor->field_start) cursor->field_start = behind_last;
  }
}
