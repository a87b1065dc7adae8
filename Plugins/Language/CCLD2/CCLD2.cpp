#include "CCLD2.h"

#include <cstdio>  // compact_lang_det.h speaks of FILE without it
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

static const char *code(CLD2::Language language) {
  if (language == CLD2::UNKNOWN_LANGUAGE || language == CLD2::TG_UNKNOWN_LANGUAGE) return nullptr;
  return CLD2::LanguageCode(language);
}

ccld2_guess ccld2_detect(const char *text, int32_t count) {
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int letters = 0;
  bool isReliable = false;
  // Not the one that checks UTF-8, which gives up at a control character: a Swift string's UTF-8 is valid.
  CLD2::ExtDetectLanguageSummary(
      text, count, true, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE, languages, percents, scores, &letters,
      &isReliable);
  return {code(languages[0]), percents[0], code(languages[1]), percents[1], letters, isReliable};
}

const char *ccld2_code(const char *name) { return code(CLD2::GetLanguageFromName(name)); }
