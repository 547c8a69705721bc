/// The state of one scan, shared by the kernels.
#pragma once

#include "CSpotCheckScan.h"

struct cursor {
  const uint8_t *bytes;
  size_t length;
  size_t stop;
  bool is_final;
  const spotcheck_dialect *dialect;
  uint32_t *field_ends;
  uint32_t *record_ends;
  size_t fields;
  size_t records;
  size_t field_start;   ///< where scanning goes on: the start of a field
  size_t record_start;  ///< the start of the record that field lies in
  bool spans_lines;
};
