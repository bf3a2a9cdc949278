"""Collects the files that a student hands in beside a notebook, such as helper modules and data."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection, Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from autograder.engine.regular_files import read_regular, shown

FILES, SIZE = 100, 20 * 2**20
"""Limits on the files that come along: their number, and their bytes in all."""
SEEN = 2000
"""How many files are looked at."""
DEPTH = 8
"""How many folders deep a file may be."""
NAMED = 5
"""How many files a line names."""
IGNORED = ("__pycache__", "__MACOSX")
"""Folders that nobody hands in on purpose. Hidden files and folders are ignored too."""


def read_handed_in(folder: Path, given: Collection[str], ignore: Collection[str] = ()) -> tuple[dict[str, bytes], str]:
    """Return the files of a student's folder by relative name, and a line on those that are left out.

    Notebooks are not among them, and neither are files in the place of the course's own.

    Args:
        folder: the student's folder.
        given: relative names of the course's files and of others that do not come along.
        ignore: patterns of files and folders that do not come along either.
    """
    own = _Given(given)
    files: dict[str, bytes] = {}
    left_out = []
    left = SIZE
    for name in names_below(folder):
        if is_notebook(name) or own.has(name) or is_ignored(Path(name), ignore):
            continue
        content = _content(folder / name, left) if len(files) < FILES else None
        if content is None:
            left_out.append(shown(name))
        else:
            files[name] = content
            # a Mac decomposes accents, and code that was typed on one composes them
            files.setdefault(unicodedata.normalize("NFC", name), content)
            left -= len(content)
    return files, _line(left_out)


def is_notebook(name: str) -> bool:
    """Return whether a file has the ending of a notebook. Some systems write it in capitals."""
    return name.casefold().endswith(".ipynb")


def is_ignored(name: PurePath, patterns: Collection[str]) -> bool:
    """Return whether a part of a relative path fits one of nbgrader's patterns of files and folders to ignore."""
    return any(fnmatchcase(part, pattern) for part in name.parts for pattern in patterns)


def is_module(name: str) -> bool:
    """Return whether Python could import a file, so that it must not be where the checks run."""
    return Path(name).suffix in (".py", ".pyc", ".so", ".pyd", ".pth")


class _Given:
    """The names that a student's file may not take, on any file system and by any way of importing."""

    def __init__(self, names: Collection[str]) -> None:
        self.names = {_folded(name) for name in names}
        self.modules = {_folded(name).removesuffix(".py") for name in names if name.endswith(".py")}

    def has(self, name: str) -> bool:
        first = _folded(name).partition("/")[0]
        return _folded(name) in self.names or first in self.names or first.partition(".")[0] in self.modules


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def names_below(folder: Path) -> Iterator[str]:
    """Yield the relative names of the files below a folder, except hidden ones. Links to folders are not followed."""
    count = 0
    for base, folders, names in os.walk(folder):
        inside = Path(base).relative_to(folder)
        folders[:] = sorted(name for name in folders if not _is_hidden(name) and len(inside.parts) < DEPTH)
        for name in sorted(names):
            count += 1
            if count > SEEN:
                return
            if not _is_hidden(name):
                yield (inside / name).as_posix()


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name in IGNORED


def _content(path: Path, limit: int) -> bytes | None:
    """Return the content of a regular file of at most `limit` bytes whose name is valid Unicode, or None."""
    if shown(path.name) != path.name:
        return None
    try:
        content = read_regular(path, limit + 1)
    except OSError:
        return None
    return content if len(content) <= limit else None


def _line(left_out: list[str]) -> str:
    if not left_out:
        return ""
    names = ", ".join(left_out[:NAMED]) + (", …" if len(left_out) > NAMED else "")
    return (
        f"left out: {names} beside the notebook; only regular files come along, at most {FILES} with "
        f"{SIZE // 2**20} MB in all"
    )
