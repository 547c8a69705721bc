/// The block loop of every vector kernel, written once.
///
/// A kernel defines, and then includes this file:
/// - `SCAN_BLOCKS`: the name of its function;
/// - `TARGET`: the attribute that allows its instructions;
/// - `block`: a type that holds 64 bytes, `load(bytes)` that reads one;
/// - `equal(block, byte)`: bit i is set where byte i equals `byte`;
/// - `holds(block, byte)`: whether any byte does;
/// - `prefix_xor(bits)`: bit i is the parity of bits 0...i;
/// - `write_offsets(out, bits, base)`: writes `base` plus the place of each set bit, and returns the end. It may
///   write up to 64 entries, of which those behind the end are overwritten later or lie within the room that
///   the block just read leaves.

/// Where the record that the next field lies in begins.
static inline size_t open_record(const struct cursor *cursor, const uint32_t *record_end) {
  if (record_end == cursor->record_ends) return 0;
  return (size_t)cursor->field_ends[(record_end[-1] & ~SPOTCHECK_STRAY) - 1] + 1;
}

TARGET void SCAN_BLOCKS(struct cursor *cursor) {
  const uint8_t *bytes = cursor->bytes;
  const spotcheck_dialect *dialect = cursor->dialect;
  const uint8_t delimiter = dialect->delimiter, newline = dialect->newline, quote = dialect->quote;
  const bool quoting = dialect->quoting, may_exceed = cursor->length > dialect->record_limit;

  uint32_t *field_end = cursor->field_ends + cursor->fields;
  uint32_t *record_end = cursor->record_ends + cursor->records;
  uint64_t inside = 0;  // all ones when the block begins inside a quoted field
  uint64_t closed = 0;  // bit 0: the block begins right behind a closing quote
  uint64_t spanned = 0;  // newlines inside quoted fields
  size_t at = cursor->field_start;
  for (; at + 64 <= cursor->stop; at += 64) {
    const block block = load(bytes + at);
    const uint64_t newlines = equal(block, newline);
    uint64_t ends = equal(block, delimiter) | newlines;
    if ((quoting & holds(block, quote)) | (inside != 0)) {
      const uint64_t quotes = equal(block, quote);
      const uint64_t within = prefix_xor(quotes) ^ inside;
      const uint64_t opening = quotes & within, closing = quotes & ~within;
      const uint8_t next = bytes[at + 64];
      // A closing quote in the last byte is left to the scalar reading unless the next byte settles it.
      const bool settled = (at + 64 < cursor->length) & ((next == delimiter) | (next == newline) | (next == quote));
      uint64_t followed = (ends | quotes) >> 1 | (uint64_t)settled << 63;
      if (closing & ~followed) {
        followed |= (equal(block, '\r') & (newlines >> 1 | (uint64_t)(next == '\n') << 63)) >> 1;
      }
      const uint64_t first = field_end == cursor->field_ends ? at == 0 : field_end[-1] + 1 == at;
      ends &= ~within;
      const uint64_t misplaced = (opening & ~(ends << 1 | first | closing << 1 | closed)) | (closing & ~followed);
      if (misplaced) break;
      if (may_exceed && at + 64 - open_record(cursor, record_end) > dialect->record_limit) break;
      spanned |= newlines & within;
      inside = (uint64_t)((int64_t)within >> 63);
      closed = closing >> 63;
    } else {
      closed = 0;
    }
    const size_t fields = (size_t)(field_end - cursor->field_ends);
    uint64_t bits = ends & newlines;
    // Most blocks hold one record end or none, which a branch would often get wrong: one is written, if for nothing.
    do {
      const uint64_t through = bits ^ (bits - 1);  // the lowest set bit and all below
      *record_end = (uint32_t)(fields + (size_t)__builtin_popcountll(ends & through));
      record_end += bits != 0;
      bits &= bits - 1;
    } while (bits);
    field_end = write_offsets(field_end, ends, (uint32_t)at);
  }
  cursor->fields = (size_t)(field_end - cursor->field_ends);
  cursor->records = (size_t)(record_end - cursor->record_ends);
  cursor->record_start = open_record(cursor, record_end);
  cursor->spans_lines |= spanned != 0;
  if (cursor->fields) {
    const size_t behind_last = (size_t)cursor->field_ends[cursor->fields - 1] + 1;
    if (behind_last > cursor->field_start) cursor->field_start = behind_last;
  }
}
