"""Tables as CSV files that a spreadsheet opens without running anything of them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from autograder.pages import write_text

ACTIVE = ("=", "+", "-", "@")
"""A spreadsheet takes text that begins so for a formula (OWASP, "CSV Injection")."""
CONTROL = re.compile(r"[\x00-\x1f]+")


def write_sheet(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write a table, a row to a line; None is an empty cell.

    Text that a spreadsheet would take for a formula gets a ' in front; numbers stay numbers.
    """
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[_cell(value) for value in row] for row in rows])
    write_text(path, sheet.getvalue())


def _cell(value: Any) -> Any:
    if isinstance(value, float):
        return f"{round(value, 4) + 0.0:g}"  # no -0
    if isinstance(value, str):
        text = CONTROL.sub(" ", value)
        return f"'{text}" if text.lstrip().startswith(ACTIVE) else text
    return value
