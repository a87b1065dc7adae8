#pragma once
#include <stddef.h>
#include <stdint.h>

/// The first byte of the compiled gazetteer of names; valid as long as the library is loaded.
const uint8_t *galley_names_gazetteer(void);

/// How many bytes it has.
size_t galley_names_gazetteer_size(void);

const uint8_t *galley_names_model(void);
size_t galley_names_model_size(void);

/// Asks the processor to have the memory at `address` at hand soon; any address will do.
static inline void galley_prefetch(const void *address) { __builtin_prefetch(address); }
