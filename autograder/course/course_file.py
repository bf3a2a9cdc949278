"""Finds `course.toml` and reads which libraries to preload, without slow imports.

The command does this before it imports anything else, so that the fork server starts at once.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

COURSE_FILE = "course.toml"


def course_root(folder: Path) -> Path | None:
    """Return the nearest folder with a `course.toml`: the folder itself or one above it; None if there is none."""
    folder = folder.resolve()
    return next((path for path in (folder, *folder.parents) if (path / COURSE_FILE).is_file()), None)


def find_preload(folder: Path) -> tuple[str, ...] | None:
    """Return the libraries that a folder's course names, or None if it names none or its file has a mistake."""
    root = course_root(folder)
    try:
        return preload_of(tomllib.loads((root / COURSE_FILE).read_text(encoding="utf-8"))) if root else None
    except (OSError, ValueError):
        return None  # the command will read the file again and report the mistake


def preload_of(entries: dict[str, Any]) -> tuple[str, ...] | None:
    """Return `preload` in the table `grading` of a course file; None if it has no such key.

    Raises:
        ValueError: it is not a list of names of modules. The message names the value.
    """
    table = entries.get("grading", {})
    names = table.get("preload") if isinstance(table, dict) else None
    if names is None:
        return None
    if not isinstance(names, list):
        raise ValueError(repr(names))
    for name in names:
        if not isinstance(name, str) or not all(part.isidentifier() for part in name.split(".")):
            raise ValueError(repr(name))
    return tuple(names)
