#include "EntityTagData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Made by galley-train; in the library's read-only pages, so that it costs nothing until it is read.
static const _Alignas(64) uint8_t model[] = {
#embed "names.model"
};

const uint8_t *galley_names_model(void) { return model; }

size_t galley_names_model_size(void) { return sizeof model; }
