#include "EntityTagData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Made by Tools/compile-gazetteer.py; in the library's read-only pages, so that it costs nothing until it is read.
static const _Alignas(16) uint8_t names[] = {
#embed "names.gazetteer"
};

const uint8_t *galley_names_gazetteer(void) { return names; }

size_t galley_names_gazetteer_size(void) { return sizeof names; }
