"""Keeps files the same in the folders of both processes: those that the student's code writes, and those of a check."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from autograder.engine.execution import notebook_files

FILES, SIZE = 200, 16 * 2**20
"""Limits on the files that are sent at one time: their number, and their bytes in all."""
WORDS = re.compile(
    r"\b(open|Path|os|glob|shutil|tempfile|exists|is_?file|getsize|listdir|(read|write)_(text|bytes|csv|json)"
    r"|to_(csv|json)|(load|save)(txt|z)?|genfromtxt|connect)\b"
)


def mentions_files(source: str, in_functions: bool = False) -> bool:
    """Return whether code may read or write files, itself or only in its functions."""
    if not in_functions:
        return bool(WORDS.search(source))
    return "def " in source and any(WORDS.search(line) for line in source.splitlines() if line[:1].isspace())


class FileWatch:
    """Knows which files of the working folder the other process has."""

    def __init__(self) -> None:
        self.seen = plain_files()

    def news(self) -> dict[str, bytes | None]:
        """Return the files that are new or have changed since the last time, and None for those that are gone."""
        now = plain_files()
        files: dict[str, bytes | None] = {}
        left = SIZE
        for name, mark in now.items():
            if self.seen.get(name) == mark or mark[1] > left or len(files) >= FILES:
                continue
            try:
                files[name] = Path(name).read_bytes()[:left]
            except OSError:
                continue
            self.seen[name] = mark
            left -= len(files[name] or b"")
        for name in [name for name in self.seen if name not in now][:FILES]:
            files[name] = None
            del self.seen[name]
        return files

    def adopt(self, files: Mapping[str, bytes | None], keep: frozenset[str] = frozenset()) -> None:
        """Make the same changes here, except to the files `keep`, whose names are `folded`."""
        for name, content in files.items():
            if not notebook_files.is_plain_name(name) or notebook_files.takes_place(name, keep):
                continue
            with suppress(OSError):
                if content is None:
                    Path(name).unlink()
                elif type(content) is bytes:
                    Path(name).parent.mkdir(parents=True, exist_ok=True)
                    Path(name).write_bytes(content)
        if files:
            self.seen = plain_files()


def plain_files() -> dict[str, tuple[int, int]]:
    """Return the plain files below this folder: name → (time of change, size)."""
    files = {}
    for base, _, names in os.walk("."):
        for name in names:
            path = os.path.join(base, name)
            try:
                about = os.lstat(path)
            except OSError:
                continue
            if stat.S_ISREG(about.st_mode) and about.st_nlink == 1:
                files[os.path.normpath(path)] = (about.st_mtime_ns, about.st_size)
            if len(files) > 10 * FILES:
                return files
    return files
