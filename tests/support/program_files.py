"""Reads files of small programs: cells in percent format, each below a line `# %% name` or `# %% name: part`.

Above the first name, a comment says what the programs are for. Empty lines at the end of a cell separate it from the
next cell and are not part of the program.
"""

from __future__ import annotations

import re
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
TITLE = re.compile(r"^# %% (.+)\n", re.MULTILINE)
OTHER_TITLE = re.compile(r"\s*#\s*%%")


def read_programs(path: str) -> dict[str, str]:
    """Return the programs of a file below `tests/data/`, by their names.

    Raises:
        ValueError: Two programs have the same name, or a line starts like a title but is not one.
    """
    _, *cells = TITLE.split((DATA / path).read_text(encoding="utf-8"))
    names, programs = cells[::2], cells[1::2]
    if len(set(names)) < len(names):
        raise ValueError(f"{path}: two programs have the same name")
    if lines := [line for program in programs for line in program.splitlines() if OTHER_TITLE.match(line)]:
        raise ValueError(f"{path}: no title: {lines[0]}")
    return {name: program.rstrip("\n") for name, program in zip(names, programs, strict=True)}


def read_cases(path: str) -> dict[str, tuple[str, str]]:
    """Return the student's code and the check of each case in a file below `tests/data/`, by the cases' names.

    Raises:
        KeyError: A case lacks one of its two parts.
    """
    programs = read_programs(path)
    names = dict.fromkeys(title.rpartition(": ")[0] for title in programs)
    return {name: (programs[f"{name}: student"], programs[f"{name}: check"]) for name in names}
