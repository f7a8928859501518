#include "EmbeddedLexicons.h"
