/// Finds the structure of delimited text: where fields and records end.
///
/// A field is quoted when its first byte is the quote. It ends at a quote followed by the delimiter, a
/// record end, or the end of the file; a doubled quote in it is one quote. Any other quote in it, the end
/// of the file, or reaching the record limit, makes the record *stray*: the opening quote is read again as
/// an ordinary character. Beyond the record limit quotes are ordinary characters too. In an unquoted field a
/// quote is ordinary. Where records end at a line feed, any carriage returns right before it belong to the
/// record end.
///
/// Three ways to write a quote in a quoted field are known. Where a backslash is the escape, it makes the
/// byte behind it a character, in a quoted field any byte and in an unquoted field any but the record end;
/// a doubled quote is one quote too. Where there is none, a doubled quote makes the record stray. In a
/// *padded* dialect a field may open with its quote behind spaces. Block kernels read only dialects that
/// double quotes and are not padded; the others are read byte by byte.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Bytes that must be readable behind the text given to `spotcheck_scan`, whatever they hold.
#define SPOTCHECK_PADDING 64

/// Set in a record end whose record is stray.
#define SPOTCHECK_STRAY 0x80000000u

/// An implementation of the scan.
typedef enum {
  SPOTCHECK_KERNEL_NONE = 0,
  SPOTCHECK_KERNEL_SCALAR,
  SPOTCHECK_KERNEL_SSE2,
  SPOTCHECK_KERNEL_AVX2,
  SPOTCHECK_KERNEL_AVX512,
  SPOTCHECK_KERNEL_NEON,
} spotcheck_kernel;

/// How a quote is written in a quoted field.
typedef enum {
  SPOTCHECK_ESCAPE_DOUBLED = 0,
  SPOTCHECK_ESCAPE_BACKSLASH = 1,
  SPOTCHECK_ESCAPE_NONE = 2,
} spotcheck_escape;

/// How fields and records are separated.
typedef struct {
  uint8_t delimiter;
  uint8_t quote;
  uint8_t newline;      ///< the byte that ends a record: line feed or carriage return
  bool quoting;         ///< false reads quotes as ordinary characters
  bool padded;          ///< whether spaces may stand before an opening quote
  spotcheck_escape escape;
  size_t record_limit;  ///< bytes from a record's start within which a quoted field must close
} spotcheck_dialect;

/// What a scan found.
typedef struct {
  size_t fields;     ///< entries written to `field_ends`
  size_t records;    ///< entries written to `record_ends`
  size_t consumed;   ///< where the first record that was not written begins
  bool spans_lines;  ///< whether a quoted field may hold a newline
} spotcheck_structure;

/// The kernel in use: the one `SPOTCHECK_KERNEL` names if this machine has it, else the fastest it has.
spotcheck_kernel spotcheck_default_kernel(void);

/// The kernel of this name, if this machine has it; `SPOTCHECK_KERNEL_NONE` otherwise.
spotcheck_kernel spotcheck_kernel_named(const char *name);

/// Finds the ends of the fields and records that begin before `stop`.
///
/// `bytes` begins at a record start. A record is written when its end lies in the text, or when `is_final`
/// says that the text ends the file. `field_ends[i]` is the offset of the byte that ends field i (`length`
/// for a field ended by the file); `record_ends[r]` is the number of field ends through record r, with
/// `SPOTCHECK_STRAY` set where it is stray. Both need room for `length + 1` entries; `length` is below 2^31.
spotcheck_structure spotcheck_scan(spotcheck_kernel kernel, const uint8_t *bytes, size_t length, size_t stop,
                                   bool is_final, const spotcheck_dialect *dialect, uint32_t *field_ends,
                                   uint32_t *record_ends);

/// Bytes of a field that stand in its head.
#define SPOTCHECK_HEAD 31

/// The last byte of a head: the field is longer than its head, or there is none.
enum { SPOTCHECK_LONG = 254, SPOTCHECK_FREE = 255 };

/// Stands for the number of a field that is not in a table.
#define SPOTCHECK_NOT_FOUND UINT32_MAX

/// A distinct field, and its number.
typedef struct {
  uint8_t head[32];  ///< its first 31 bytes, with zeros behind; then its length, `SPOTCHECK_LONG` or `SPOTCHECK_FREE`
  uint32_t number;   ///< below `SPOTCHECK_NOT_FOUND`, which a free slot has
  uint32_t hash;     ///< the low half of its hash
  uint32_t length;
  uint32_t rest;     ///< where in `rests` the bytes behind its head stand
} spotcheck_slot;

/// Fields, each in the slot that its hash names, or in the next free one.
typedef struct {
  spotcheck_slot *slots;
  size_t mask;           ///< one less than the number of slots, which is a power of two; one at least is free
  const uint8_t *rests;  ///< the bytes behind the heads of long fields, each with zeros up to a multiple of 32
  uint64_t keys[4];      ///< the key of the hash
} spotcheck_field_table;

/// The fields of a column, or of columns side by side, delimiters and all, in some records of a scanned text.
typedef struct {
  const uint8_t *text;
  const uint32_t *field_ends;     ///< of the scan, with `UINT32_MAX` before the first
  const uint32_t *record_firsts;  ///< for each record the number of its first field end
  size_t records;
  size_t first;                   ///< the position of the first column
  size_t count;                   ///< columns side by side, at least 1
  bool trims_returns;             ///< whether carriage returns at the end of a field are no part of it
} spotcheck_column;

/// Looks up the field of each record, behind which `SPOTCHECK_PADDING` bytes must be readable.
///
/// Writes a number for each record, `SPOTCHECK_NOT_FOUND` where the table does not have its field. Returns how
/// many were not found.
size_t spotcheck_find_fields(spotcheck_kernel kernel, const spotcheck_field_table *table,
                             const spotcheck_column *column, uint32_t *numbers);

/// The slot of a field, less its number and rest, behind which `SPOTCHECK_PADDING` bytes must be readable.
///
/// Each kernel has a hash of its own, so a table is used with one kernel only.
spotcheck_slot spotcheck_slot_for(spotcheck_kernel kernel, const spotcheck_field_table *table, const uint8_t *bytes,
                                  size_t length);
