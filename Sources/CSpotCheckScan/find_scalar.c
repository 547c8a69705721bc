#include <string.h>

#include "kernels.h"
#include "own_bytes.h"

#define FIND_FIELDS spotcheck_find_fields_scalar
#define SLOT_FOR spotcheck_slot_for_scalar
#define TARGET

typedef struct {
  uint64_t words[4];
} field_block, hash_keys;

static inline hash_keys load_keys(const uint64_t keys[4]) {
  return (hash_keys){{keys[0], keys[1], keys[2], keys[3]}};
}

static inline field_block load(const uint8_t *bytes, size_t count) {
  field_block block, own;
  memcpy(&block, bytes, sizeof block);
  memcpy(&own, own_bytes(count), sizeof own);
  for (int i = 0; i < 4; i++) block.words[i] &= own.words[i];
  return block;
}

static inline field_block with_last(field_block block, uint8_t byte) {
  memcpy((uint8_t *)&block + SPOTCHECK_HEAD, &byte, 1);
  return block;
}

static inline bool is_block(field_block block, const uint8_t *bytes) {
  field_block other;
  memcpy(&other, bytes, sizeof other);
  uint64_t difference = 0;
  for (int i = 0; i < 4; i++) difference |= block.words[i] ^ other.words[i];
  return difference == 0;
}

/// The halves of the 128-bit product, folded together.
static inline uint64_t fold(uint64_t left, uint64_t right) {
  const unsigned __int128 product = (unsigned __int128)left * right;
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

static inline uint64_t hash_more(hash_keys keys, uint64_t hash, field_block block) {
  return fold(block.words[0] ^ keys.words[0] ^ hash, block.words[1] ^ keys.words[1]) ^
         fold(block.words[2] ^ keys.words[2] ^ hash, block.words[3] ^ keys.words[3]);
}

#include "find_fields.h"
