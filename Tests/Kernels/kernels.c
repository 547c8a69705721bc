/// Compares every kernel of this machine with a plain reading of the same text, on random and adversarial texts,
/// and on every sixteenth its look-up of fields with a plain search.
///
/// Usage: `kernels [TEXTS [SEED]]`. It prints how many texts each kernel read, or the first on which one differs.
/// It is a program of its own so that it can be built with the sanitizers of C, and for machines that are
/// emulated. Text and outputs end where their allocations do, so that a sanitizer sees every byte too far.
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CSpotCheckScan.h"

enum { LONGEST = 700 };

/// What a reading found; a record is unfinished where the text ends before it can tell.
struct reading {
  uint32_t *field_ends, *record_ends;
  size_t fields, records, consumed;
};

struct text {
  const uint8_t *bytes;
  size_t length, stop;
  bool is_final;
  spotcheck_dialect dialect;
};

// MARK: The plain reading, byte by byte

enum ending { FIELD, RECORD, STRAY, OPEN };

static enum ending unquoted(const struct text *text, size_t *at) {
  while (*at < text->length && text->bytes[*at] != text->dialect.delimiter &&
         text->bytes[*at] != text->dialect.newline) {
    (*at)++;
  }
  if (*at == text->length) return text->is_final ? RECORD : OPEN;
  return text->bytes[*at] == text->dialect.newline ? RECORD : FIELD;
}

static enum ending quoted(const struct text *text, size_t record, size_t *at) {
  const spotcheck_dialect *dialect = &text->dialect;
  size_t i = *at + 1;
  for (;; i++) {
    const bool is_bounded = record + dialect->record_limit < text->length;
    if (i >= (is_bounded ? record + dialect->record_limit : text->length)) {
      return is_bounded || text->is_final ? STRAY : OPEN;
    }
    if (text->bytes[i] != dialect->quote) continue;
    if (i + 1 == text->length || text->bytes[i + 1] != dialect->quote) break;
    i++;
  }
  i++;
  if (i < text->length && text->bytes[i] == dialect->delimiter) {
    *at = i;
    return FIELD;
  }
  while (dialect->newline == '\n' && i < text->length && text->bytes[i] == '\r') i++;
  if (i == text->length && !text->is_final) return OPEN;
  if (i < text->length && text->bytes[i] != dialect->newline) return STRAY;
  *at = i;
  return RECORD;
}

/// Reads one record; false where the text ends before it can tell.
static bool read_record(const struct text *text, struct reading *into) {
  const size_t record = into->consumed;
  size_t at = record, fields = into->fields;
  uint32_t stray = 0;
  for (;;) {
    enum ending ending = STRAY;
    if (text->dialect.quoting && at < text->length && text->bytes[at] == text->dialect.quote &&
        at - record < text->dialect.record_limit) {
      ending = quoted(text, record, &at);
      if (ending == STRAY) stray = SPOTCHECK_STRAY;
    }
    if (ending == STRAY) ending = unquoted(text, &at);
    if (ending == OPEN) return false;
    into->field_ends[fields++] = (uint32_t)at++;
    if (ending == RECORD) {
      into->fields = fields;
      into->record_ends[into->records++] = (uint32_t)fields | stray;
      into->consumed = at < text->length ? at : text->length;
      return true;
    }
  }
}

static void read_plainly(const struct text *text, struct reading *into) {
  into->fields = into->records = into->consumed = 0;
  const size_t stop = text->stop < text->length ? text->stop : text->length;
  while (into->consumed < stop && read_record(text, into)) continue;
}

// MARK: Texts

static uint64_t state;

static uint64_t next(void) {
  uint64_t mixed = state += 0x9E3779B97F4A7C15;
  mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
  return mixed ^ mixed >> 31;
}

static size_t below(size_t bound) { return (size_t)(((next() >> 32) * (uint64_t)bound) >> 32); }

/// Bytes to draw from, and pieces to join: dense in structure, sparse, and with what is next to misread.
static const char *const alphabets[] = {
    "ab,\"\n", ",\"\n\r", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,,,\"\"\n", "aaaaaaaaaaaa,,\n\"\r", "\"\"\"\"a,\n", "abcdefgh,,\n",
};
static const char *const pieces[] = {
    "\"a\",",   "\"a\"\n",   "\"a\"\r\n", "\"\"",    "\"\"\"\"", "\",\"",        "\"\n\"",     "a,b\n", "\"\r\r\n",
    "\"\rx,",   "x\"y,",     "\r\n",      "\n",      ",",        "\"open,",      "\"a\"b,",    "\xE5\x93\x81,",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\",",
};

/// Fills `bytes` with a text; its length.
static size_t make_text(uint8_t *bytes) {
  const size_t wanted = below(LONGEST + 1);
  size_t length = 0;
  if (below(2)) {
    const char *alphabet = alphabets[below(sizeof alphabets / sizeof *alphabets)];
    const size_t letters = strlen(alphabet);
    while (length < wanted) bytes[length++] = (uint8_t)alphabet[below(letters)];
  } else {
    while (length < wanted) {
      const char *piece = pieces[below(sizeof pieces / sizeof *pieces)];
      for (; *piece && length < wanted; piece++) bytes[length++] = (uint8_t)*piece;
    }
  }
  // A mark put right at the border of a block is what a kernel is likeliest to miss.
  for (size_t border = 63; border < length; border += 64) {
    if (below(4) == 0) bytes[border + below(2) < length ? border + below(2) : border] = (uint8_t)"\",\n\r"[below(4)];
  }
  return length;
}

static spotcheck_dialect make_dialect(void) {
  spotcheck_dialect dialect = {.delimiter = ',', .quote = '"', .newline = '\n', .quoting = true,
                               .record_limit = 16 << 20};
  if (below(8) == 0) dialect.newline = '\r';
  if (below(16) == 0) dialect.quoting = false;
  if (below(16) == 0) dialect.delimiter = '"', dialect.quote = ',';
  if (below(4) == 0) dialect.record_limit = 1 + below(200);
  return dialect;
}

static void print_text(const struct text *text) {
  for (size_t i = 0; i < text->length; i++) fprintf(stderr, "\\x%02x", text->bytes[i]);
  fprintf(stderr, "\nstop %zu, final %d, delimiter %d, newline %d, quoting %d, limit %zu\n", text->stop,
          text->is_final, text->dialect.delimiter, text->dialect.newline, text->dialect.quoting,
          text->dialect.record_limit);
}

static bool agrees(spotcheck_kernel kernel, const struct text *text, const struct reading *plain) {
  uint32_t *field_ends = malloc((text->length + 1) * sizeof *field_ends);
  uint32_t *record_ends = malloc((text->length + 1) * sizeof *record_ends);
  const spotcheck_structure found = spotcheck_scan(kernel, text->bytes, text->length, text->stop, text->is_final,
                                                   &text->dialect, field_ends, record_ends);
  bool spans = false;
  for (size_t i = 0, start = 0; i < plain->fields; start = plain->field_ends[i++] + 1) {
    const size_t end = plain->field_ends[i];
    spans |= start < end && memchr(text->bytes + start, text->dialect.newline, end - start) != NULL;
  }
  const bool is_equal = found.fields == plain->fields && found.records == plain->records &&
                        found.consumed == plain->consumed && (found.spans_lines || !spans) &&
                        memcmp(field_ends, plain->field_ends, plain->fields * sizeof *field_ends) == 0 &&
                        memcmp(record_ends, plain->record_ends, plain->records * sizeof *record_ends) == 0;
  free(field_ends);
  free(record_ends);
  return is_equal;
}

// MARK: Fields

/// Puts a field into a table that does not have it.
static void add_field(spotcheck_kernel kernel, spotcheck_field_table *table, uint8_t *rests, uint32_t number,
                      const uint8_t *bytes, size_t length) {
  spotcheck_slot slot = spotcheck_slot_for(kernel, table, bytes, length);
  slot.number = number;
  slot.rest = number * (LONGEST + 32);
  if (length > SPOTCHECK_HEAD) memcpy(rests + slot.rest, bytes + SPOTCHECK_HEAD, length - SPOTCHECK_HEAD);
  size_t place = slot.hash & table->mask;
  while (table->slots[place].number != SPOTCHECK_NOT_FOUND) place = (place + 1) & table->mask;
  table->slots[place] = slot;
}

/// Whether a kernel finds the first field of each record under the number of the first record that has the same,
/// in a table small enough for fields to stand in each other's slots.
static bool finds_fields(spotcheck_kernel kernel, const struct text *text, const struct reading *plain) {
  const size_t records = plain->records < 48 ? plain->records : 48;
  uint32_t *ends = malloc((plain->fields + 1) * sizeof *ends), *firsts = malloc(sizeof *firsts * (records + 1));
  uint32_t *numbers = malloc(sizeof *numbers * (records + 1));
  spotcheck_slot *slots = malloc(64 * sizeof *slots);
  uint8_t *rests = calloc(records + 1, LONGEST + 32);
  ends[0] = UINT32_MAX;
  memcpy(ends + 1, plain->field_ends, plain->fields * sizeof *ends);
  for (size_t i = 0; i < 64; i++) {
    slots[i] = (spotcheck_slot){.head = {[SPOTCHECK_HEAD] = SPOTCHECK_FREE}, .number = SPOTCHECK_NOT_FOUND};
  }
  for (size_t i = 0; i < records; i++) firsts[i] = i ? plain->record_ends[i - 1] & ~SPOTCHECK_STRAY : 0;
  spotcheck_field_table table = {.slots = slots, .mask = 63, .rests = rests,
                                 .keys = {next(), next(), next(), next()}};
  const spotcheck_column column = {.text = text->bytes, .field_ends = ends + 1, .record_firsts = firsts,
                                   .records = records, .count = 1};
  bool is_equal = spotcheck_find_fields(kernel, &table, &column, numbers) == records;
  for (size_t i = 0; i < records; i++) {
    const uint8_t *field = text->bytes + (uint32_t)(ends[firsts[i]] + 1);
    const size_t length = ends[firsts[i] + 1] - (uint32_t)(ends[firsts[i]] + 1);
    numbers[i] = (uint32_t)i;
    for (size_t j = 0; j < i && numbers[i] == i; j++) {
      const uint32_t start = ends[firsts[j]] + 1;
      if (ends[firsts[j] + 1] - start == length && memcmp(text->bytes + start, field, length) == 0) {
        numbers[i] = (uint32_t)j;
      }
    }
    if (numbers[i] == i) add_field(kernel, &table, rests, (uint32_t)i, field, length);
  }
  uint32_t *found = malloc(sizeof *found * (records + 1));
  is_equal &= spotcheck_find_fields(kernel, &table, &column, found) == 0;
  is_equal &= memcmp(found, numbers, records * sizeof *found) == 0;
  free(found);
  free(rests);
  free(slots);
  free(numbers);
  free(firsts);
  free(ends);
  return is_equal;
}

int main(int count, char **arguments) {
  const uint64_t texts = count > 1 ? strtoull(arguments[1], NULL, 10) : 1000000;
  state = count > 2 ? strtoull(arguments[2], NULL, 10) : 1;
  static const char *const names[] = {"scalar", "sse2", "avx2", "avx512", "neon"};
  uint8_t made[LONGEST];
  uint32_t field_ends[LONGEST + 1], record_ends[LONGEST + 1];
  struct reading plain = {.field_ends = field_ends, .record_ends = record_ends};
  uint64_t bytes = 0;
  for (uint64_t number = 0; number < texts; number++) {
    const size_t length = make_text(made);
    uint8_t *copy = malloc(length + SPOTCHECK_PADDING);
    memcpy(copy, made, length);
    memset(copy + length, "\"\n,x"[below(4)], SPOTCHECK_PADDING);
    const struct text text = {.bytes = copy, .length = length, .stop = below(3) ? length : below(length + 80),
                              .is_final = below(2) != 0, .dialect = make_dialect()};
    read_plainly(&text, &plain);
    bytes += length;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
      const spotcheck_kernel kernel = spotcheck_kernel_named(names[i]);
      if (kernel == SPOTCHECK_KERNEL_NONE) continue;
      if (agrees(kernel, &text, &plain) && (number % 16 || finds_fields(kernel, &text, &plain))) continue;
      fprintf(stderr, "%s differs on text %" PRIu64 ":\n", names[i], number);
      print_text(&text);
      return 1;
    }
    free(copy);
  }
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (spotcheck_kernel_named(names[i]) == SPOTCHECK_KERNEL_NONE) continue;
    printf("%-6s equal to the plain reading on %" PRIu64 " texts, %" PRIu64 " MB\n", names[i], texts, bytes >> 20);
  }
  return 0;
}
