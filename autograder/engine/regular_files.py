"""Reads files that others put into a folder: only regular ones, without following links or waiting for pipes."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autograder.engine.text import one_line, plain

# O_NONBLOCK: opening a pipe would wait for somebody who writes to it; Windows has neither flag
_FILE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_DIRECTORY", 0)


class NotRegularError(OSError):
    """The path is a link, a pipe, a device or a folder."""


def read_regular(path: Path, limit: int, below: Path | None = None) -> bytes:
    """Return the content of a regular file, or its first `limit` bytes.

    Args:
        path: the file.
        limit: how many bytes to read.
        below: a folder that nobody else can change. No folder between it and the file may be a link either. The
            default is the file's own folder.

    Raises:
        NotRegularError: `path` is something other than a regular file, or a folder above it is a link.
        OSError: the file cannot be read.
    """
    below = path.parent if below is None else below
    for above in (path, *path.parents):
        if above == below:
            break
        if above.is_symlink():
            raise NotRegularError("it is a link, and links are not followed")
    with open(_open_below(below, path.relative_to(below).parts), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise NotRegularError("it is not a regular file")
        return file.read(limit)


def _open_below(root: Path, parts: tuple[str, ...]) -> int:
    """Open a file step by step, so that nobody can put a link in place of a folder in between."""
    if os.open not in os.supports_dir_fd:
        return os.open(root.joinpath(*parts), _FILE)
    folder = os.open(root, os.O_RDONLY)
    try:
        for part in parts[:-1]:
            inner = os.open(part, _FOLDER, dir_fd=folder)
            os.close(folder)
            folder = inner
        return os.open(parts[-1], _FILE, dir_fd=folder)
    finally:
        os.close(folder)


def shown(path: Path | str) -> str:
    """Return a path as one line of plain text, with \ufffd for each byte that is not valid UTF-8."""
    return one_line(os.fsencode(path).decode("utf-8", "replace"))


def is_plain_name(name: str) -> bool:
    """Return whether the name of a file or folder is valid Unicode without control characters."""
    return plain(os.fsencode(name).decode("utf-8", "replace")) == name and not {"\n", "\t"} & set(name)


def first_irregular(folder: Path) -> Path | None:
    """Return something in a folder, or the folder itself, that is neither a regular file nor a folder; None if all is.

    The folder above it may not be a link either.
    """
    for path in (folder.parent, folder):
        if path.is_symlink():
            return path
    for base, folders, names in os.walk(folder):
        for name in [*folders, *names]:
            path = Path(base, name)
            mode = path.lstat().st_mode
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                return path
    return None


@dataclass(frozen=True)
class CopyLimits:
    """The limits on a folder that is copied: bytes of one file and of all, number of files and folders, depth."""

    file_bytes: int = 100 * 2**20
    all_bytes: int = 100 * 2**20
    entries: int = 2000
    depth: int = 10


class CopyError(OSError):
    """A folder cannot be copied. The message says why."""


def copy_regular(
    source: Path, target: Path, limits: CopyLimits = CopyLimits(), wanted: Callable[[str], bool] = lambda name: True
) -> list[str]:
    """Copy the regular files of a folder that belongs to somebody else, and return what was left out, with reasons.

    Nobody can lead the copy elsewhere, because every folder and file is opened relative to the one above it, without
    following links. Names are composed (NFC). A second name of a file (a hard link) counts only if the file belongs to
    the owner of the folder.

    Args:
        source: the folder. It may not be a link.
        target: the new folder, which must not exist.
        limits: how much is copied.
        wanted: whether a name is copied at all. Other names are skipped silently.

    Raises:
        CopyError: it is more than the limits allow, or two names become equal.
        OSError: a file cannot be read or written.
    """
    left_out: list[str] = []
    owner = os.lstat(source).st_uid
    entries = copied = 0
    for base, folders, files, folder in os.fwalk(source, onerror=_raise):
        inside = Path(base).relative_to(source)
        folders[:] = [name for name in folders if wanted(name)]
        into = target / unicodedata.normalize("NFC", str(inside))
        into.mkdir(parents=True)
        entries += len(folders) + len(files)
        if entries > limits.entries or len(inside.parts) > limits.depth:
            raise CopyError(f"it has more than {limits.entries} files or {limits.depth} levels of folders")
        names = [unicodedata.normalize("NFC", name) for name in [*folders, *files]]
        if len(set(names)) < len(names):
            raise CopyError("two of its names differ only in how they are encoded")
        for name in filter(wanted, files):
            try:
                content = _read_in(folder, name, owner, limits.file_bytes)
            except NotRegularError as error:
                left_out.append(f"{shown(inside / name)}: {error}")
                continue
            copied += len(content)
            if copied > limits.all_bytes:
                raise CopyError(f"it has more than {limits.all_bytes / 10**6:.0f} MB")
            (into / unicodedata.normalize("NFC", name)).write_bytes(content)
        for name in list(folders):
            if stat.S_ISLNK(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode):
                left_out.append(f"{shown(inside / name)}: it is a link, and links are not followed")
    return left_out


def _read_in(folder: int, name: str, owner: int, limit: int) -> bytes:
    """Return the content of a file in an open folder. Raises NotRegularError and OSError."""
    if not is_plain_name(name):
        raise NotRegularError("its name is not valid Unicode or contains control characters")
    if not stat.S_ISREG(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode):
        raise NotRegularError("it is not a regular file, and links are not followed")
    with open(os.open(name, _FILE, dir_fd=folder), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode) or (status.st_nlink > 1 and status.st_uid != owner):
            raise NotRegularError("it is a second name of a file of somebody else")
        content = file.read(limit + 1)
    if len(content) > limit:
        raise NotRegularError(f"it has more than {limit / 10**6:.0f} MB")
    return content


def _raise(error: OSError) -> None:
    raise error
