// What Swift can't see of jansson, because it is a macro or counts references in an inline function.
#pragma once
#include <jansson.h>

/// The kind of `value`: `json_typeof` is a macro.
static inline json_type cjansson_kind(const json_t *value) { return json_typeof(value); }
