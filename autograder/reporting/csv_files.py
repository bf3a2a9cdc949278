"""Writes tables as CSV files that a spreadsheet opens without running any of their text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd

from autograder.engine.files import atomic_write
from autograder.engine.text import plain

ACTIVE = ("=", "+", "-", "@")
"""A spreadsheet reads text that starts like this as a formula (OWASP, "CSV Injection")."""

BREAKS = re.compile(r"[\t\n]+")


def write_sheet(path: Path, table: pd.DataFrame) -> None:
    """Write a table without its index, one row per line; NaN and None are empty cells, a tuple is one cell.

    Text that a spreadsheet would read as a formula gets a ' in front. Numbers stay numbers.
    """
    cells = table.map(_cell, na_action="ignore").set_axis([harmless(name) for name in table], axis=1)
    atomic_write(path, cells.to_csv(index=False, lineterminator="\n"))


def harmless(text: str) -> str:
    """Return a text as one line that no spreadsheet reads as a formula."""
    line = BREAKS.sub(" ", plain(text))
    return f"'{line}" if line.lstrip().startswith(ACTIVE) else line


def _cell(value: Any) -> Any:
    if isinstance(value, float):
        return f"{round(value, 4) + 0.0:g}"  # no -0
    if isinstance(value, tuple):
        value = " ".join(value)
    return harmless(value) if isinstance(value, str) else value
