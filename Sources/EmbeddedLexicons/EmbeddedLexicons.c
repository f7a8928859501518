#include "EmbeddedLexicons.h"

// One block and one line of the table for each file of Lexicons/.

static const unsigned char countries_tsv[] = {
#embed "../../Lexicons/countries.tsv"
};

#define FILE_OF(name, bytes) {name, bytes, sizeof bytes}
static const struct attache_embedded_file files[] = {
    FILE_OF("countries.tsv", countries_tsv),
};

const struct attache_embedded_file *attache_embedded_files(void) { return files; }

size_t attache_embedded_file_count(void) { return sizeof files / sizeof files[0]; }
