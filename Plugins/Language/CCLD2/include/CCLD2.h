#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// CLD2's interface is C++, with types that Swift can't see: this is the part of it that the stage needs.

#ifdef __cplusplus
extern "C" {
#endif

/// What CLD2 takes a text for.
typedef struct {
  /// The code of the language, which lives as long as the program; NULL where CLD2 names none.
  const char *language;
  /// The share of the letters that are of this language, in percent.
  int percent;
  /// The code of the language that most of the other letters are of, and their share; NULL and 0 where there is none.
  const char *second;
  int secondPercent;
  /// How many bytes of letters, and of single spaces between the words, it has looked at.
  int letters;
  /// Whether the language is clearly likelier than the next one.
  bool isReliable;
} ccld2_guess;

/// Looks at `count` bytes of valid UTF-8 without markup. Safe to call on many threads at once.
ccld2_guess ccld2_detect(const char *text, int32_t count);

/// The code of the language that CLD2 knows by this name or code (`ENGLISH`, `eng`, `en`); NULL where it knows none.
const char *ccld2_code(const char *name);

#ifdef __cplusplus
}
#endif
