# %% right: normalize
# Unicode's own composition.
import unicodedata

def to_syllables(letters):
    return unicodedata.normalize("NFC", letters)

# %% right: regex
# A regular expression finds the syllables.
import re

def to_syllables(letters):
    def join(match):
        i, v, f = match.groups()
        return chr(44032 + (ord(i) - 4352) * 588 + (ord(v) - 4449) * 28 + (ord(f) - 4519 if f else 0))

    return re.sub(f"([{chr(4352)}-{chr(4370)}])([{chr(4449)}-{chr(4469)}])([{chr(4520)}-{chr(4546)}]?)", join, letters)

# %% right: looks_back
# Goes through the letters and looks back at the text so far.
def to_syllables(letters):
    text = []
    for position, letter in enumerate(letters):
        code = ord(letter)
        last = ord(text[-1]) if text else 0
        fresh = position > 0 and letters[position - 1] != text[-1] if text else False
        if 4449 <= code <= 4469 and 4352 <= last <= 4370:
            text[-1] = chr(44032 + (last - 4352) * 588 + (code - 4449) * 28)
        elif 4520 <= code <= 4546 and fresh and 44032 <= last <= 55203 and (last - 44032) % 28 == 0:
            text[-1] = chr(last + code - 4519)
        else:
            text.append(letter)
    return "".join(text)

# %% right: table
# A table of all syllables, the longest match first.
def to_syllables(letters):
    table = {}
    for k in range(11172):
        key = chr(4352 + k // 588) + chr(4449 + k // 28 % 21) + (chr(4519 + k % 28) if k % 28 else "")
        table[key] = chr(44032 + k)
    text, at = "", 0
    while at < len(letters):
        size = next((n for n in (3, 2) if letters[at : at + n] in table and len(letters[at : at + n]) == n), 1)
        piece = letters[at : at + size]
        text, at = text + table.get(piece, piece), at + size
    return text

# %% wrong: final_loose
# The final consonant stays after the syllable.
# fails: to_syllables-values to_syllables-loose to_syllables-short
# message: stay as loose letters
def to_syllables(letters):
    text, k = "", 0
    while k < len(letters):
        codes = [ord(letter) for letter in letters[k : k + 3]] + [0, 0]
        initial, vowel, final = codes[0] - 4352, codes[1] - 4449, codes[2] - 4519
        if 0 <= initial < 19 and 0 <= vowel < 21:
            closed = False
            text += chr(44032 + (initial * 21 + vowel) * 28 + final * closed)
            k += 2 + closed
        else:
            text += letters[k]
            k += 1
    return text

# %% wrong: final_lost
# The final consonant is skipped.
# fails: to_syllables-values
# message: final consonants are missing
def to_syllables(letters):
    text, k = "", 0
    while k < len(letters):
        codes = [ord(letter) for letter in letters[k : k + 3]] + [0, 0]
        initial, vowel, final = codes[0] - 4352, codes[1] - 4449, codes[2] - 4519
        if 0 <= initial < 19 and 0 <= vowel < 21:
            closed = 0 < final < 28
            text += chr(44032 + (initial * 21 + vowel) * 28)
            k += 2 + closed
        else:
            text += letters[k]
            k += 1
    return text

# %% wrong: final_plus_one
# The final consonant one too high.
# fails: to_syllables-values
# message: the next one in the list
def to_syllables(letters):
    text, k = "", 0
    while k < len(letters):
        codes = [ord(letter) for letter in letters[k : k + 3]] + [0, 0]
        initial, vowel, final = codes[0] - 4352, codes[1] - 4449, codes[2] - 4519
        if 0 <= initial < 19 and 0 <= vowel < 21:
            closed = 0 < final < 28
            text += chr(44032 + (initial * 21 + vowel) * 28 + (final + 1) * closed)
            k += 2 + closed
        else:
            text += letters[k]
            k += 1
    return text

# %% wrong: final_minus_one
# The final consonants are counted from 4520.
# fails: to_syllables-values
# message: the one before in the list
def to_syllables(letters):
    text, k = "", 0
    while k < len(letters):
        codes = [ord(letter) for letter in letters[k : k + 3]] + [0, 0]
        initial, vowel, final = codes[0] - 4352, codes[1] - 4449, codes[2] - 4519
        if 0 <= initial < 19 and 0 <= vowel < 21:
            closed = 0 < final < 28
            text += chr(44032 + (initial * 21 + vowel) * 28 + (final - 1) * closed)
            k += 2 + closed
        else:
            text += letters[k]
            k += 1
    return text

# %% wrong: initial_28
# The initial consonant times 28.
# fails: to_syllables-values
# message: 588 syllables
def to_syllables(letters):
    text, k = "", 0
    while k < len(letters):
        codes = [ord(letter) for letter in letters[k : k + 3]] + [0, 0]
        initial, vowel, final = codes[0] - 4352, codes[1] - 4449, codes[2] - 4519
        if 0 <= initial < 19 and 0 <= vowel < 21:
            closed = 0 < final < 28
            text += chr(44032 + (initial + vowel) * 28 + final * closed)
            k += 2 + closed
        else:
            text += letters[k]
            k += 1
    return text

# %% wrong: vowel_1
# The vowel is added without a factor.
# fails: to_syllables-values
# message: vowel is not multiplied
def to_syllables(letters):
    text, k = "", 0
    while k < len(letters):
        codes = [ord(letter) for letter in letters[k : k + 3]] + [0, 0]
        initial, vowel, final = codes[0] - 4352, codes[1] - 4449, codes[2] - 4519
        if 0 <= initial < 19 and 0 <= vowel < 21:
            closed = 0 < final < 28
            text += chr(44032 + initial * 588 + vowel + final * closed)
            k += 2 + closed
        else:
            text += letters[k]
            k += 1
    return text

# %% wrong: vowel_first
# Sorted by the vowel.
# fails: to_syllables-values
# message: the wrong way round
def to_syllables(letters):
    text, k = "", 0
    while k < len(letters):
        codes = [ord(letter) for letter in letters[k : k + 3]] + [0, 0]
        initial, vowel, final = codes[0] - 4352, codes[1] - 4449, codes[2] - 4519
        if 0 <= initial < 19 and 0 <= vowel < 21:
            closed = 0 < final < 28
            text += chr(44032 + (vowel * 19 + initial) * 28 + final * closed)
            k += 2 + closed
        else:
            text += letters[k]
            k += 1
    return text

# %% wrong: no_base
# The first code point is missing.
# fails: to_syllables-values
# message: 44,032, is not added
def to_syllables(letters):
    text, k = "", 0
    while k < len(letters):
        codes = [ord(letter) for letter in letters[k : k + 3]] + [0, 0]
        initial, vowel, final = codes[0] - 4352, codes[1] - 4449, codes[2] - 4519
        if 0 <= initial < 19 and 0 <= vowel < 21:
            closed = 0 < final < 28
            text += chr((initial * 21 + vowel) * 28 + final * closed)
            k += 2 + closed
        else:
            text += letters[k]
            k += 1
    return text

# %% wrong: nothing
# The letters are returned as they are.
# fails: to_syllables-values to_syllables-loose to_syllables-short
# message: put together
def to_syllables(letters):
    return "".join(letters)

# %% wrong: loose_dropped
# Letters that fit nowhere, and other characters, are left out.
# fails: to_syllables-loose to_syllables-short
# message: should stay as it is
def to_syllables(letters):
    text, k = "", 0
    while k < len(letters):
        codes = [ord(letter) for letter in letters[k : k + 3]] + [0, 0]
        initial, vowel, final = codes[0] - 4352, codes[1] - 4449, codes[2] - 4519
        if 0 <= initial < 19 and 0 <= vowel < 21:
            closed = 0 < final < 28
            text += chr(44032 + (initial * 21 + vowel) * 28 + final * closed)
            k += 2 + closed
        else:
            pass
            k += 1
    return text

# %% wrong: spaces_only
# Only spaces stay.
# fails: to_syllables-loose to_syllables-short
# message: should stay as it is
def to_syllables(letters):
    text, k = "", 0
    while k < len(letters):
        codes = [ord(letter) for letter in letters[k : k + 3]] + [0, 0]
        initial, vowel, final = codes[0] - 4352, codes[1] - 4449, codes[2] - 4519
        if 0 <= initial < 19 and 0 <= vowel < 21:
            closed = 0 < final < 28
            text += chr(44032 + (initial * 21 + vowel) * 28 + final * closed)
            k += 2 + closed
        else:
            text += ' ' if letters[k] == ' ' else ''
            k += 1
    return text

# %% wrong: always_three
# Every syllable takes three letters.
# fails: to_syllables-values to_syllables-loose to_syllables-short
# message: takes three letters
def to_syllables(letters):
    text, k = "", 0
    while k < len(letters):
        codes = [ord(letter) for letter in letters[k : k + 3]] + [0, 0]
        initial, vowel, final = codes[0] - 4352, codes[1] - 4449, codes[2] - 4519
        if 0 <= initial < 19 and 0 <= vowel < 21:
            closed = 0 < final < 28
            text += chr(44032 + (initial * 21 + vowel) * 28 + final * closed)
            k += 3
        else:
            text += letters[k]
            k += 1
    return text

# %% wrong: ends_early
# The loop needs three more letters.
# fails: to_syllables-loose to_syllables-short
# message: the loop ends too early
def to_syllables(letters):
    text, k = "", 0
    while k + 2 < len(letters):
        codes = [ord(letter) for letter in letters[k : k + 3]] + [0, 0]
        initial, vowel, final = codes[0] - 4352, codes[1] - 4449, codes[2] - 4519
        if 0 <= initial < 19 and 0 <= vowel < 21:
            closed = 0 < final < 28
            text += chr(44032 + (initial * 21 + vowel) * 28 + final * closed)
            k += 2 + closed
        else:
            text += letters[k]
            k += 1
    return text

# %% wrong: loose_letters_dropped
# Loose letters of Hangul are left out, other characters stay.
# fails: to_syllables-loose
# message: should stay as it is
def to_syllables(letters):
    text, k = "", 0
    while k < len(letters):
        codes = [ord(letter) for letter in letters[k : k + 3]] + [0, 0]
        initial, vowel, final = codes[0] - 4352, codes[1] - 4449, codes[2] - 4519
        if 0 <= initial < 19 and 0 <= vowel < 21:
            closed = 0 < final < 28
            text += chr(44032 + (initial * 21 + vowel) * 28 + final * closed)
            k += 2 + closed
        else:
            text += '' if 4352 <= ord(letters[k]) <= 4546 else letters[k]
            k += 1
    return text

# %% wrong: pair_skipped
# An initial consonant without a vowel takes the next letter with it.
# fails: to_syllables-loose
# message: should stay as it is
def to_syllables(letters):
    text, k = "", 0
    while k < len(letters):
        codes = [ord(letter) for letter in letters[k : k + 3]] + [0, 0]
        initial, vowel, final = codes[0] - 4352, codes[1] - 4449, codes[2] - 4519
        if 0 <= initial < 19 and 0 <= vowel < 21:
            closed = 0 < final < 28
            text += chr(44032 + (initial * 21 + vowel) * 28 + final * closed)
            k += 2 + closed
        else:
            text += letters[k]
            k += 2 if 0 <= initial < 19 else 1
    return text

# %% wrong: final_over_anything
# A final consonant is added to any character.
# fails: to_syllables-loose
# message: directly after its vowel
def to_syllables(letters):
    text = ""
    for letter in letters:
        code = ord(letter)
        if 4449 <= code <= 4469 and text and 4352 <= ord(text[-1]) <= 4370:
            text = text[:-1] + chr(44032 + (ord(text[-1]) - 4352) * 588 + (code - 4449) * 28)
        elif 4520 <= code <= 4546 and text and ord(text[-1]) >= 44032:
            text = text[:-1] + chr(ord(text[-1]) + code - 4519)
        else:
            text += letter
    return text
