#pragma once
#include <stdint.h>

// A handful of ICU's functions in plain integer types. ICU's own headers are never seen by Swift: they clash with the toolchain's _FoundationICU.

/// Finds where lines may be broken (UAX 14). One text at a time; not for several threads at once.
typedef struct cicu_line_breaker cicu_line_breaker;

/// A breaker by the rules of `locale` (BCP 47 or ICU form; "" is the root); NULL if ICU has none or memory is short. The caller closes it.
cicu_line_breaker *_Nullable cicu_line_breaker_open(const char *_Nonnull locale);
void cicu_line_breaker_close(cicu_line_breaker *_Nullable breaker);

/// Marks where lines may be broken: `marks[i]` becomes 1 where a line may end before byte i, 2 where it must; other bytes of `marks` are left.
/// `marks` has `length + 1` bytes. Returns 0, or a negative ICU-independent code: -1 out of memory, -2 the text is too long, -3 ICU failed.
int32_t cicu_line_breaker_mark(cicu_line_breaker *_Nonnull breaker, const uint8_t *_Nonnull text, int32_t length,
                               uint8_t *_Nonnull marks);

/// ICU's version as it runs, such as "72.1".
const char *_Nonnull cicu_version(void);

/// Whether the UTF-8 text is in normalisation form C: 1 yes, 0 no or perhaps, negative on failure.
int32_t cicu_is_nfc(const uint8_t *_Nonnull text, int32_t length);

/// Writes the text in normalisation form C to `output` of `capacity` bytes. Returns the bytes needed (nothing useful is written where that is
/// more than `capacity`), or a negative code as above. Ill-formed bytes become U+FFFD.
int32_t cicu_normalize_nfc(const uint8_t *_Nonnull text, int32_t length, uint8_t *_Nullable output, int32_t capacity);

/// What a scalar value is to CSS `word-break`, by its line breaking class: 1 a letter, digit, ideograph or syllable (AL, AI, CJ, H2, H3, HL, ID,
/// JL, JT, JV, NU, SA), 2 a mark that belongs to what precedes it (CM, ZWJ), 0 anything else.
int32_t cicu_word_break_kind(int32_t scalar);
