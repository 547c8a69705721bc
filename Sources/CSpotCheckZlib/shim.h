/// The only door to zlib: gzip streams of any number of members.
#include <zlib.h>

/// `inflateInit2` is a macro and so invisible to Swift; 15 + 16 asks for gzip framing.
static inline int spotcheck_inflate_init_gzip(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}
