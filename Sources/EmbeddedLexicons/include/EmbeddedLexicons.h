#include <stddef.h>

/// A file of Lexicons/ inside the binary.
struct attache_embedded_file {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t length;
};

/// All embedded files in reading order.
const struct attache_embedded_file *_Nullable attache_embedded_files(void);

/// Their number.
size_t attache_embedded_file_count(void);
