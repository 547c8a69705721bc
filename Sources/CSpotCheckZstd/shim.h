/// The only door to zstd: streams of any number of frames.
#include <zstd.h>
