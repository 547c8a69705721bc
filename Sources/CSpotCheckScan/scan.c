#include <string.h>

#include "kernels.h"

/// How the reading of a field, or of a record, ended.
enum reading {
  CLOSED_FIELD,   ///< at a delimiter
  CLOSED_RECORD,  ///< at a record end or the end of the file
  STRAY,          ///< nowhere: the opening quote is ordinary
  UNDECIDED,      ///< the text ends too early to tell
};

/// Reads on behind the closing quote at `quote`; `*end` becomes the offset of the byte that ends the field.
static enum reading read_behind_quote(const struct cursor *cursor, size_t quote, size_t *end) {
  const spotcheck_dialect *dialect = cursor->dialect;
  size_t at = quote + 1;
  if (at < cursor->length && cursor->bytes[at] == dialect->delimiter) {
    *end = at;
    return CLOSED_FIELD;
  }
  if (dialect->newline == '\n') {
    while (at < cursor->length && cursor->bytes[at] == '\r') at++;
  }
  *end = at;
  if (at == cursor->length) return cursor->is_final ? CLOSED_RECORD : UNDECIDED;
  return cursor->bytes[at] == dialect->newline ? CLOSED_RECORD : STRAY;
}

/// The first quote in a quoted field from `at` on that no backslash makes a character; NULL where there is none.
static const uint8_t *find_quote(const struct cursor *cursor, size_t at, size_t bound) {
  const uint8_t *bytes = cursor->bytes;
  const uint8_t quote = cursor->dialect->quote;
  if (cursor->dialect->escape != SPOTCHECK_ESCAPE_BACKSLASH) return memchr(bytes + at, quote, bound - at);
  for (; at < bound; at++) {
    if (bytes[at] == '\\') {
      at++;
    } else if (bytes[at] == quote) {
      return bytes + at;
    }
  }
  return NULL;
}

/// Reads the quoted field that opens at `start`.
static enum reading read_quoted(struct cursor *cursor, size_t start, size_t *end) {
  const uint8_t *bytes = cursor->bytes;
  const uint8_t quote = cursor->dialect->quote;
  size_t bound = cursor->record_start + cursor->dialect->record_limit;
  const bool bounded = bound < cursor->length;
  if (!bounded) bound = cursor->length;
  size_t at = start + 1;
  while (at < bound) {
    const uint8_t *found = find_quote(cursor, at, bound);
    if (!found) break;
    const size_t position = (size_t)(found - bytes);
    const bool doubling = cursor->dialect->escape != SPOTCHECK_ESCAPE_NONE;
    if (doubling && position + 1 < cursor->length && bytes[position + 1] == quote) {
      at = position + 2;
      continue;
    }
    const enum reading reading = read_behind_quote(cursor, position, end);
    if (reading == CLOSED_FIELD || reading == CLOSED_RECORD) {
      cursor->spans_lines |= memchr(bytes + start, cursor->dialect->newline, position - start) != NULL;
    }
    return reading;
  }
  return bounded || cursor->is_final ? STRAY : UNDECIDED;
}

/// Reads the unquoted field that begins at `start`.
static enum reading read_unquoted(const struct cursor *cursor, size_t start, size_t *end) {
  const uint8_t delimiter = cursor->dialect->delimiter, newline = cursor->dialect->newline;
  const bool escapes = cursor->dialect->escape == SPOTCHECK_ESCAPE_BACKSLASH;
  size_t at = start;
  while (at < cursor->length && cursor->bytes[at] != delimiter && cursor->bytes[at] != newline) {
    if (escapes && cursor->bytes[at] == '\\' && at + 1 < cursor->length && cursor->bytes[at + 1] != newline) at++;
    at++;
  }
  *end = at;
  if (at == cursor->length) return cursor->is_final ? CLOSED_RECORD : UNDECIDED;
  return cursor->bytes[at] == newline ? CLOSED_RECORD : CLOSED_FIELD;
}

/// Reads from the current field to the end of its record; false where the text ends too early.
static bool finish_record(struct cursor *cursor) {
  const spotcheck_dialect *dialect = cursor->dialect;
  uint32_t stray = 0;
  for (;;) {
    const size_t field = cursor->field_start;
    size_t start = field;
    if (dialect->padded) {
      while (start < cursor->length && cursor->bytes[start] == ' ' && dialect->delimiter != ' ') start++;
    }
    size_t end = start;
    enum reading reading = STRAY;
    const bool quoted = dialect->quoting && start < cursor->length &&
                        cursor->bytes[start] == dialect->quote &&
                        start - cursor->record_start < dialect->record_limit;
    if (quoted) reading = read_quoted(cursor, start, &end);
    if (quoted && reading == STRAY) stray = SPOTCHECK_STRAY;
    if (reading == STRAY) reading = read_unquoted(cursor, field, &end);
    if (reading == UNDECIDED) return false;
    cursor->field_ends[cursor->fields++] = (uint32_t)end;
    cursor->field_start = end + 1;
    if (reading == CLOSED_RECORD) {
      cursor->record_ends[cursor->records++] = (uint32_t)cursor->fields | stray;
      cursor->record_start = end + 1;
      return true;
    }
  }
}

spotcheck_structure spotcheck_scan(spotcheck_kernel kernel, const uint8_t *bytes, size_t length, size_t stop,
                                   bool is_final, const spotcheck_dialect *dialect, uint32_t *field_ends,
                                   uint32_t *record_ends) {
  struct cursor cursor = {.bytes = bytes, .length = length, .stop = stop < length ? stop : length,
                          .is_final = is_final, .dialect = dialect, .field_ends = field_ends,
                          .record_ends = record_ends};
  const bool is_plain = dialect->escape == SPOTCHECK_ESCAPE_DOUBLED && !dialect->padded;
  scan_blocks *const blocks = is_plain ? kernel_of(kernel)->blocks : NULL;
  while (cursor.record_start < cursor.stop) {
    if (blocks) {
      blocks(&cursor);
      if (cursor.record_start >= cursor.stop) break;
    }
    if (!finish_record(&cursor)) break;
  }
  const size_t written = cursor.records ? record_ends[cursor.records - 1] & ~SPOTCHECK_STRAY : 0;
  return (spotcheck_structure){.fields = written,
                               .records = cursor.records,
                               .consumed = cursor.record_start < length ? cursor.record_start : length,
                               .spans_lines = cursor.spans_lines};
}
