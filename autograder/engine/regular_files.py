"""Reads files that others put into a folder: only regular ones, without following links or waiting for pipes."""

from __future__ import annotations

import os
import stat
from pathlib import Path


class NotRegularError(OSError):
    """The path is a link, a pipe, a device or a folder."""


def read_regular(path: Path, limit: int) -> bytes:
    """Return the content of a regular file, or its first `limit` bytes.

    Raises:
        NotRegularError: `path` is something other than a regular file.
        OSError: the file cannot be read.
    """
    # O_NONBLOCK: opening a pipe would wait for somebody who writes to it; Windows has neither flag
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if path.is_symlink():
        raise NotRegularError("it is a link, and links are not followed")
    with open(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise NotRegularError("it is not a regular file")
        return file.read(limit)


def shown(path: Path | str) -> str:
    """Return a path as text that can be printed and saved, with \ufffd for each byte that is not valid UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")
