"""Hands the files of a notebook to the checker process, which sees none of our folders, and takes them back.

The files go as an archive, through a descriptor. They come back as a short answer, whose names are not trusted.
"""

from __future__ import annotations

import os
import tarfile
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from autograder.engine.text import whole

KEPT, KEPT_BYTES = 200, 4 * 2**20
"""Limits on the files that come back: their number, and their bytes in all."""
DEPTH = 8
"""Limit on the folders in the name of such a file."""


def pack(folder: str) -> IO[bytes]:
    """Return an open archive of the regular files below a folder."""
    archive = tempfile.TemporaryFile()  # noqa: SIM115
    with tarfile.open(fileobj=archive, mode="w") as tar:
        for name in names_in(folder):
            tar.add(os.path.join(folder, name), name, recursive=False, filter=_plain)
    archive.seek(0)
    return archive


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    return member if member.isreg() else None


def unpack(fd: int, folder: str) -> None:
    """Write the files of an archive of `pack`, read-only, below a folder."""
    with os.fdopen(fd, "rb") as archive, tarfile.open(fileobj=archive) as tar:
        tar.extractall(folder, filter="data")
    for name in names_in(folder):
        os.chmod(os.path.join(folder, name), 0o444)


def names_in(folder: str) -> Iterator[str]:
    """Yield the names of the files below a folder, relative to it."""
    for base, _, names in os.walk(folder):
        yield from (os.path.normpath(os.path.relpath(os.path.join(base, name), folder)) for name in names)


def is_plain_name(name: object) -> bool:
    """Return whether a relative name stays in its folder and is neither a notebook nor unusually long."""
    if type(name) is not str or len(name) > 300 or "\0" in name or whole(name) != name or os.path.isabs(name):
        return False
    parts = Path(name).parts
    return bool(parts) and ".." not in parts and len(parts) <= DEPTH and not name.endswith(".ipynb")


def folded(name: str) -> str:
    """Return a relative name as a file system may compare it that ignores case and the encoding of accents."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", os.path.normpath(name)).casefold())


def takes_place(name: str, course: frozenset[str]) -> bool:
    """Return whether a name is that of a file of the course, or would be in a folder of such a name.

    `course` has the names of the course's files as `folded` returns them.
    """
    parts = Path(folded(name)).parts
    return any(os.path.join(*parts[:k]) in course for k in range(1, len(parts) + 1))


def written(folder: str, course: frozenset[str]) -> dict[str, bytes]:
    """Return the files below a folder that are not among those of the course (`folded`), within the limits."""
    files: dict[str, bytes] = {}
    left = KEPT_BYTES
    for name in names_in(folder):
        path = Path(folder, name)
        if takes_place(name, course) or len(files) >= KEPT or path.is_symlink() or not path.is_file():
            continue
        content = path.read_bytes() if path.stat().st_size <= left else None
        if content is not None:
            files[name] = content
            left -= len(content)
    return files


def keep(files: Mapping[str, bytes], folder: str) -> None:
    """Write files that the checker process has returned below a folder, except files that are there."""
    left = KEPT_BYTES
    for name, content in list(files.items())[:KEPT]:
        path = Path(folder, os.path.normpath(name))
        if not is_plain_name(name) or len(content) > left or path.exists():
            continue
        left -= len(content)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError:  # a file has the name of its folder
            continue
