/// The look-up of every kernel, written once.
///
/// A kernel defines, and then includes this file:
/// - `FIND_FIELDS`, `SLOT_FOR`: the names of its functions;
/// - `TARGET`: the attribute that allows its instructions;
/// - `field_block`: a type that holds 32 bytes, and `load(bytes, count)` that reads the first `count` of them with
///   zeros behind, and may read 32;
/// - `with_last(block, byte)`: the block with another last byte;
/// - `is_block(block, bytes)`: whether it is the 32 bytes at `bytes`;
/// - `hash_keys`: what `load_keys` makes of the four words of a key;
/// - `hash_more(keys, hash, block)`: goes on with a hash, which begins as 0.

/// The first 31 bytes of a field, and its length.
TARGET static inline field_block load_head(const uint8_t *bytes, size_t length) {
  return length <= SPOTCHECK_HEAD ? with_last(load(bytes, length), (uint8_t)length)
                                  : with_last(load(bytes, SPOTCHECK_HEAD), SPOTCHECK_LONG);
}

/// The next 32 bytes of a field from `at` on.
TARGET static inline field_block load_rest(const uint8_t *bytes, size_t length, size_t at) {
  return load(bytes + at, length - at < 32 ? length - at : 32);
}

/// The hash of a field of any length; that of a short one is its head's.
TARGET static inline uint64_t hash_field(hash_keys keys, field_block head, const uint8_t *bytes, size_t length) {
  if (length <= SPOTCHECK_HEAD) return hash_more(keys, 0, head);
  uint64_t hash = hash_more(keys, length, head);
  for (size_t at = SPOTCHECK_HEAD; at < length; at += 32) hash = hash_more(keys, hash, load_rest(bytes, length, at));
  return hash;
}

/// Whether a slot holds a field; heads are equal.
TARGET static inline bool is_rest(const spotcheck_field_table *table, const spotcheck_slot *slot, const uint8_t *bytes,
                                  size_t length) {
  if (slot->length != length) return false;
  for (size_t at = SPOTCHECK_HEAD; at < length; at += 32) {
    const uint8_t *rest = table->rests + slot->rest + (at - SPOTCHECK_HEAD);
    if (!is_block(load_rest(bytes, length, at), rest)) return false;
  }
  return true;
}

TARGET void SLOT_FOR(const spotcheck_field_table *table, const uint8_t *bytes, size_t length, spotcheck_slot *slot) {
  const hash_keys keys = load_keys(table->keys);
  const field_block head = load_head(bytes, length);
  memcpy(slot->head, &head, sizeof head);
  slot->hash = (uint32_t)hash_field(keys, head, bytes, length);
  slot->length = (uint32_t)length;
}

/// The number of a field that is long, or does not stand in the slot its hash names.
TARGET __attribute__((noinline)) static uint32_t find_further(const spotcheck_field_table *table, const uint8_t *bytes,
                                                              size_t length) {
  const hash_keys keys = load_keys(table->keys);
  const field_block head = load_head(bytes, length);
  const uint64_t hash = hash_field(keys, head, bytes, length);
  for (size_t place = (uint32_t)hash & table->mask;; place = (place + 1) & table->mask) {
    const spotcheck_slot *slot = &table->slots[place];
    if (slot->number == SPOTCHECK_NOT_FOUND) return SPOTCHECK_NOT_FOUND;
    if (is_block(head, slot->head) && is_rest(table, slot, bytes, length)) return slot->number;
  }
}

/// The length of a field less what belongs to the end of its record.
static inline uint32_t own_length(const uint8_t *field, uint32_t length, bool trims_returns) {
  while (trims_returns && length && field[length - 1] == '\r') length--;
  return length;
}

/// Looks up the fields that are short and stand in the slot their hash names.
///
/// Returns the last record whose field is not such a one, in whose number the one before it stands, and so on up
/// to `SPOTCHECK_NOT_FOUND`.
TARGET static inline uint32_t find_near(const spotcheck_field_table *table, const spotcheck_column *column,
                                        bool trims_returns, uint32_t *restrict numbers) {
  const uint8_t *const text = column->text;
  const uint32_t *const starts = column->field_ends + column->first - 1, *const ends = starts + column->count;
  const uint32_t *const firsts = column->record_firsts;
  const uint32_t records = (uint32_t)column->records;
  const spotcheck_slot *const slots = table->slots;
  const uint32_t mask = (uint32_t)table->mask;
  const hash_keys keys = load_keys(table->keys);
  uint32_t further = SPOTCHECK_NOT_FOUND;
  for (uint32_t record = 0; record < records; record++) {
    const size_t first = firsts[record];
    const uint32_t start = starts[first] + 1;
    const uint32_t length = own_length(text + start, ends[first] - start, trims_returns);
    if (length <= SPOTCHECK_HEAD) {
      const field_block head = load_head(text + start, length);
      const spotcheck_slot *const slot = &slots[(uint32_t)hash_more(keys, 0, head) & mask];
      if (is_block(head, slot->head)) {
        numbers[record] = slot->number;
        continue;
      }
    }
    numbers[record] = further;
    further = record;
  }
  return further;
}

TARGET size_t FIND_FIELDS(const spotcheck_field_table *table, const spotcheck_column *column, uint32_t *numbers) {
  const bool trims_returns = column->trims_returns;
  uint32_t record = trims_returns ? find_near(table, column, true, numbers) : find_near(table, column, false, numbers);
  const uint32_t *const starts = column->field_ends + column->first - 1, *const ends = starts + column->count;
  size_t missing = 0;
  while (record != SPOTCHECK_NOT_FOUND) {
    const size_t first = column->record_firsts[record];
    const uint32_t start = starts[first] + 1;
    const uint8_t *const field = column->text + start;
    const uint32_t before = numbers[record];
    numbers[record] = find_further(table, field, own_length(field, ends[first] - start, trims_returns));
    missing += numbers[record] == SPOTCHECK_NOT_FOUND;
    record = before;
  }
  return missing;
}
