// What Swift can't see of jansson, because it is a macro or counts references in an inline function.
#pragma once
#include <jansson.h>

/// The kind of `value`: `json_typeof` is a macro.
static inline json_type cjansson_kind(const json_t *value) { return json_typeof(value); }

/// What is behind jansson's error: the code hides in the last byte of the message buffer (jansson.h, `json_error_code`).
static inline int cjansson_error_code(const json_error_t *error) { return (int)json_error_code(error); }
