#include "CICU.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>
#include <unicode/uvernum.h>

enum { no_memory = -1, too_long = -2, icu_failed = -3 };

// UTF-16 takes at most one unit a UTF-8 byte; this keeps every size below 2^31 bytes.
static const int32_t longest = 1 << 29;

struct cicu_line_breaker {
  UBreakIterator *iterator;
  UChar *units;
  int32_t capacity;
};

const char *cicu_version(void) { return U_ICU_VERSION; }

cicu_line_breaker *cicu_line_breaker_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  cicu_line_breaker *breaker = calloc(1, sizeof *breaker);
  if (breaker == NULL) return NULL;
  breaker->iterator = ubrk_open(UBRK_LINE, locale, NULL, 0, &status);
  if (U_FAILURE(status)) {
    free(breaker);
    return NULL;
  }
  return breaker;
}

void cicu_line_breaker_close(cicu_line_breaker *breaker) {
  if (breaker == NULL) return;
  ubrk_close(breaker->iterator);
  free(breaker->units);
  free(breaker);
}

static int32_t reserve(cicu_line_breaker *breaker, int32_t count) {
  if (count <= breaker->capacity) return 0;
  UChar *units = realloc(breaker->units, (size_t)count * sizeof *units);
  if (units == NULL) return no_memory;
  breaker->units = units;
  breaker->capacity = count;
  return 0;
}

// Ill-formed bytes become one U+FFFD a step of U8_NEXT, so that both walks over the text take the same steps.
static int32_t convert(const uint8_t *text, int32_t length, UChar *units) {
  int32_t byte = 0, unit = 0;
  while (byte < length) {
    UChar32 scalar;
    U8_NEXT(text, byte, length, scalar);
    if (scalar < 0) scalar = 0xFFFD;
    U16_APPEND_UNSAFE(units, unit, scalar);
  }
  return unit;
}

int32_t cicu_line_breaker_mark(cicu_line_breaker *breaker, const uint8_t *text, int32_t length, uint8_t *marks) {
  if (length > longest) return too_long;
  if (reserve(breaker, length + 1) != 0) return no_memory;
  int32_t count = convert(text, length, breaker->units);
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(breaker->iterator, breaker->units, count, &status);
  if (U_FAILURE(status)) return icu_failed;
  int32_t byte = 0, unit = 0;
  for (int32_t place = ubrk_next(breaker->iterator); place != UBRK_DONE; place = ubrk_next(breaker->iterator)) {
    while (unit < place && byte < length) {
      UChar32 scalar;
      U8_NEXT(text, byte, length, scalar);
      unit += scalar < 0 ? 1 : U16_LENGTH(scalar);
    }
    marks[byte] = ubrk_getRuleStatus(breaker->iterator) >= UBRK_LINE_HARD ? 2 : 1;
  }
  return 0;
}

int32_t cicu_is_nfc(const uint8_t *text, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return icu_failed;
  if (length > longest) return too_long;
  UChar *units = malloc(((size_t)length + 1) * sizeof *units);
  if (units == NULL) return no_memory;
  int32_t count = convert(text, length, units);
  UBool answer = unorm2_isNormalized(nfc, units, count, &status);
  free(units);
  return U_FAILURE(status) ? icu_failed : answer ? 1 : 0;
}

int32_t cicu_normalize_nfc(const uint8_t *text, int32_t length, uint8_t *output, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return icu_failed;
  if (length > longest) return too_long;
  // NFC of UTF-16 grows at most threefold (Unicode FAQ on normalisation).
  int32_t room = 3 * length + 1;
  UChar *units = malloc(((size_t)length + 1) * sizeof *units);
  UChar *composed = malloc((size_t)room * sizeof *composed);
  int32_t needed = no_memory;
  if (units != NULL && composed != NULL) {
    int32_t count = convert(text, length, units);
    int32_t made = unorm2_normalize(nfc, units, count, composed, room, &status);
    needed = icu_failed;
    if (U_SUCCESS(status)) {
      u_strToUTF8((char *)output, capacity, &needed, composed, made, &status);
      if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) needed = icu_failed;
    }
  }
  free(units);
  free(composed);
  return needed;
}

int32_t cicu_word_break_kind(int32_t scalar) {
  switch (u_getIntPropertyValue(scalar, UCHAR_LINE_BREAK)) {
    case U_LB_ALPHABETIC:
    case U_LB_AMBIGUOUS:
    case U_LB_CONDITIONAL_JAPANESE_STARTER:
    case U_LB_H2:
    case U_LB_H3:
    case U_LB_HEBREW_LETTER:
    case U_LB_IDEOGRAPHIC:
    case U_LB_JL:
    case U_LB_JT:
    case U_LB_JV:
    case U_LB_NUMERIC:
    case U_LB_COMPLEX_CONTEXT:
      return 1;
    case U_LB_COMBINING_MARK:
    case U_LB_ZWJ:
      return 2;
    default:
      return 0;
  }
}
