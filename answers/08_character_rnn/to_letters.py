# %% right: normalize
# Unicode's own decomposition.
import unicodedata

def to_letters(name):
    return unicodedata.normalize("NFD", name)

# %% right: divmod
# divmod twice, and a list.
def to_letters(name):
    letters = []
    for character in name:
        if "가" <= character <= "힣":
            rest, final = divmod(ord(character) - ord("가"), 28)
            initial, vowel = divmod(rest, 21)
            letters.extend([chr(0x1100 + initial), chr(0x1161 + vowel)])
            letters.append(chr(0x11A7 + final) if final else "")
        else:
            letters.append(character)
    return "".join(letters)

# %% right: recursive
# One character at a time, recursively.
def to_letters(name):
    if not name:
        return ""
    k, rest = ord(name[0]) - 44032, to_letters(name[1:])
    if k < 0 or k > 11171:
        return name[0] + rest
    third = [chr(4519 + k % 28)] if k % 28 else []
    return "".join([chr(4352 + k // 588), chr(4449 + (k % 588) // 28), *third]) + rest

# %% right: nested
# A helper function and join.
def to_letters(name):
    def apart(character):
        k = ord(character) - 0xAC00
        if k not in range(19 * 21 * 28):
            return character
        numbers = np.unravel_index(k, (19, 21, 28))
        codes = [0x1100 + numbers[0], 0x1161 + numbers[1]] + [0x11A7 + numbers[2]] * bool(numbers[2])
        return "".join(chr(int(code)) for code in codes)

    return "".join(map(apart, name))

# %% wrong: final_zero
# A third letter for open syllables too.
# fails: to_letters-values
# message: not a third one
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11172:
            letters += chr(4352 + k // 588) + chr(4449 + k // 28 % 21) + chr(4519 + k % 28)
        else:
            letters += character
    return letters

# %% wrong: no_final
# The final consonants are dropped.
# fails: to_letters-values
# message: final consonants are missing
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11172:
            letters += chr(4352 + k // 588) + chr(4449 + k // 28 % 21)
        else:
            letters += character
    return letters

# %% wrong: final_off_by_one
# The finals are counted from 4520 with the number 0.
# fails: to_letters-values
# message: the next one in the list
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11172:
            letters += chr(4352 + k // 588) + chr(4449 + k // 28 % 21)
            if k % 28 > 0:
                letters += chr(4520 + k % 28)
        else:
            letters += character
    return letters

# %% wrong: vowel_not_modulo
# The modulo of the vowel is missing.
# fails: to_letters-values
# message: not taken modulo 21
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11172:
            letters += chr(4352 + k // 588) + chr(4449 + k // 28)
            if k % 28 > 0:
                letters += chr(4519 + k % 28)
        else:
            letters += character
    return letters

# %% wrong: initial_by_28
# The initial consonant is divided by 28.
# fails: to_letters-values
# message: 588 syllables
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11172:
            letters += chr(4352 + k // 28) + chr(4449 + k // 28 % 21)
            if k % 28 > 0:
                letters += chr(4519 + k % 28)
        else:
            letters += character
    return letters

# %% wrong: vowel_first
# The vowel before the initial consonant.
# fails: to_letters-values
# message: order of the letters
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11172:
            letters += chr(4449 + k // 28 % 21) + chr(4352 + k // 588)
            if k % 28 > 0:
                letters += chr(4519 + k % 28)
        else:
            letters += character
    return letters

# %% wrong: final_as_initial
# The final consonant in the block of the initial ones.
# fails: to_letters-values
# message: of an initial one
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11172:
            letters += chr(4352 + k // 588) + chr(4449 + k // 28 % 21)
            if k % 28 > 0:
                letters += chr(4352 + k % 28)
        else:
            letters += character
    return letters

# %% wrong: vowel_remainder
# The vowel without the division by 28.
# fails: to_letters-values
# message: first divide by 28
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11172:
            letters += chr(4352 + k // 588) + chr(4449 + k % 21)
            if k % 28 > 0:
                letters += chr(4519 + k % 28)
        else:
            letters += character
    return letters

# %% wrong: keyboard
# The letters of a keyboard.
# fails: to_letters-values
# message: letters of a keyboard
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11172:
            letters += INITIALS[k // 588] + VOWELS[k // 28 % 21] + (FINALS[k % 28 - 1] if k % 28 else '')
        else:
            letters += character
    return letters

# %% wrong: others_dropped
# Other characters are left out.
# fails: to_letters-others
# message: Every other character should stay
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11172:
            letters += chr(4352 + k // 588) + chr(4449 + k // 28 % 21)
            if k % 28 > 0:
                letters += chr(4519 + k % 28)
        else:
            continue
    return letters

# %% wrong: others_spaces_only
# Only spaces stay.
# fails: to_letters-others
# message: Every other character should stay
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11172:
            letters += chr(4352 + k // 588) + chr(4449 + k // 28 % 21)
            if k % 28 > 0:
                letters += chr(4519 + k % 28)
        else:
            letters += ' ' if character == ' ' else ''
    return letters

# %% wrong: stops
# The loop ends at another character.
# fails: to_letters-others
# message: Every other character should stay
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11172:
            letters += chr(4352 + k // 588) + chr(4449 + k // 28 % 21)
            if k % 28 > 0:
                letters += chr(4519 + k % 28)
        else:
            break
    return letters

# %% wrong: first_only
# Only the first syllable is taken apart.
# fails: to_letters-values to_letters-others
# message: Only the first syllable
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11172 and not letters:
            letters += chr(4352 + k // 588) + chr(4449 + k // 28 % 21)
            if k % 28 > 0:
                letters += chr(4519 + k % 28)
        else:
            letters += character
    return letters

# %% wrong: a_list
# A list of letters.
# fails: to_letters-values to_letters-others
# message: should be one text
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11172:
            letters += chr(4352 + k // 588) + chr(4449 + k // 28 % 21)
            if k % 28 > 0:
                letters += chr(4519 + k % 28)
        else:
            letters += character
    return list(letters)

# %% wrong: last_excluded
# The last syllable is excluded.
# fails: to_letters-values
# message: last syllable is not taken apart
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11171:
            letters += chr(4352 + k // 588) + chr(4449 + k // 28 % 21)
            if k % 28 > 0:
                letters += chr(4519 + k % 28)
        else:
            letters += character
    return letters

# %% wrong: one_too_far
# k up to 11,172.
# fails: to_letters-others
# message: k ends at 11,171
# visible: no
def to_letters(name):
    letters = ""
    for character in name:
        k = ord(character) - 44032
        if 0 <= k <= 11172:
            letters += chr(4352 + k // 588) + chr(4449 + k // 28 % 21)
            if k % 28 > 0:
                letters += chr(4519 + k % 28)
        else:
            letters += character
    return letters

# %% wrong: spaces
# Spaces between the letters.
# fails: to_letters-values to_letters-others
# message: spaces between them
def to_letters(name):
    letters = []
    for character in name:
        k = ord(character) - 44032
        if 0 <= k < 11172:
            letters += [chr(4352 + k // 588), chr(4449 + k // 28 % 21)]
            if k % 28 > 0:
                letters.append(chr(4519 + k % 28))
        else:
            letters.append(character)
    return " ".join(letters)
