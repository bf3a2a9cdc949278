"""Writes files completely or not at all, and describes why that failed."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""The numbers of errors that say that there is no room."""


def atomic_write(target: Path, text: str) -> None:
    """Write a file so that a reader never sees half of it. A ? replaces each character that no file can contain.

    Raises:
        OSError: it cannot be written. The error names it, and nothing is left behind.
    """
    scratch = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(dir=target.parent, prefix=target.name)
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
        os.chmod(scratch, 0o644)
        os.replace(scratch, target)
    except OSError as error:
        if scratch:
            with suppress(OSError):
                os.unlink(scratch)
        raise OSError(error.errno, error.strerror, str(target)) from error


def describe_file_error(error: OSError) -> str:
    """Return what is wrong with a file or folder and what to do, or an empty text if the error names none."""
    if error.errno in FULL:
        return f"{error.filename or 'A file'} cannot be written, because the disk is full. Make room, and run it again."
    if error.filename is None or error.strerror is None:
        return ""
    name = os.fsdecode(error.filename)
    if isinstance(error, PermissionError):
        return f"You may not write {name}. Change its owner or mode, and run the command again."
    return (
        f"{name} cannot be used ({error.strerror}). Rename or remove what is in its place, and run the command again."
    )
