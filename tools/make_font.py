"""Makes the font with which notebook 08 draws Hangul in its figures, from a font of the Debian package fonts-nanum.

    apt-get install fonts-nanum
    python -m tools.make_font

The font keeps the 2,350 syllables of the Korean standard KS X 1001, all letters of Hangul and ASCII. Its licence, the
SIL Open Font License, reserves the name of the original, so the smaller font gets another name.
"""

from __future__ import annotations

import re
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ORIGINAL = Path("/usr/share/fonts/truetype/nanum/NanumSquareR.ttf")
COPYRIGHT = Path("/usr/share/doc/fonts-nanum/copyright")
FOLDER = Path(__file__).parents[1] / "source" / "08_character_rnn"
NAME = "Course Hangul"
FAMILY, STYLE, UNIQUE, FULL, VERSION, POSTSCRIPT = 1, 2, 3, 4, 5, 6
"""Numbers of the entries in a font's table of names that we write. Entry 0 is the copyright, 13 the licence."""


def characters() -> list[int]:
    """Return the code points that the font keeps."""
    standard = bytes(range(0xB0, 0xC9)), bytes(range(0xA1, 0xFF))
    syllables = [bytes((row, column)).decode("euc-kr") for row in standard[0] for column in standard[1]]
    return [*range(0x20, 0x7F), *range(0x3131, 0x318F), *map(ord, syllables)]


def make_font() -> TTFont:
    """Return the smaller font under its new name, without hints for small screens."""
    options = subset.Options(hinting=False, layout_features=[], name_IDs=[0, 13, 14], notdef_outline=True)
    font = TTFont(ORIGINAL)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    plain = NAME.replace(" ", "")
    entries = {FAMILY: NAME, STYLE: "Regular", UNIQUE: plain, FULL: NAME, VERSION: "Version 1.0", POSTSCRIPT: plain}
    for number, text in entries.items():
        font["name"].setName(text, number, 3, 1, 0x409)  # for Windows in English, which every program reads
    return font


def licence() -> str:
    """Return the copyright and the licence of the original, from the file of the Debian package."""
    text = COPYRIGHT.read_text(encoding="utf-8")
    part = text[text.index(" Copyright (c) 2010") :].split("\nFiles:")[0]
    lines = [re.sub("^ ", "", line) for line in part.splitlines()]
    said = f"The font {NAME} is a part of NanumSquare, with a new name. The original has this licence:\n\n"
    return said + "\n".join("" if line == "." else line.rstrip() for line in lines).strip() + "\n"


if __name__ == "__main__":
    make_font().save(FOLDER / "course_hangul.ttf")
    (FOLDER / "course_hangul_licence.txt").write_text(licence(), encoding="utf-8")
