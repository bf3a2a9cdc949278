"""Lets only one run at a time grade in a class folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from autograder.engine.errors import AutograderError

try:
    import fcntl
except ImportError:  # Windows has no locks of this kind
    fcntl = None  # type: ignore[assignment]

LOCK = ".grading.lock"
"""Name of the lock file in the class folder. The file stays there, because only the lock on it counts."""


class FolderInUseError(AutograderError):
    """Another run is grading in this class folder."""


@contextmanager
def only_run(folder: Path) -> Iterator[None]:
    """Hold the lock of a class folder during the block. The kernel releases it when the process ends, even in a crash.

    Raises:
        FolderInUseError: another process holds it; the message names the process.
    """
    with open(folder / LOCK, "a+", encoding="utf-8") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                file.seek(0)
                owner = file.read(20).strip() or "unknown"
                raise FolderInUseError(
                    f"{folder}: another run is grading in this folder (process {owner}). Wait until it ends, "
                    "or stop it. Its grades so far are kept."
                ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
